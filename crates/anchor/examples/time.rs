#![allow(missing_docs)]
#[path = "../tests/marked/mod.rs"]
mod marked;
use marked::invented::*;
use std::time::Instant;
fn main() {
    let mut dice = Dice(11);
    let text = paragraphs(&mut dice, 6000).join("\n\n");
    println!("{} bytes", text.len());
    let passages: Vec<(usize, usize)> = (0..1000)
        .map(|n| {
            let s = n * (text.len() - 300) / 1000 + dice.below(100);
            (s, s + 20 + dice.below(120))
        })
        .collect();
    let mut m = marked::Marked::default();
    for &(a, b) in &passages {
        m.mark(&text, a, b);
    }
    for one_in in [0, 1000, 100, 10] {
        let (new, places) = if one_in == 0 {
            (text.clone(), (0..=text.len()).collect())
        } else {
            scattered(&mut Dice(3), &text, one_in)
        };
        for _ in 0..3 {
            let t = Instant::now();
            let f = m.find(&new);
            let ms = t.elapsed().as_secs_f64() * 1e3;
            let right = f
                .iter()
                .zip(&passages)
                .filter(|(f, p)| {
                    f.range().is_some_and(|r| r.start.abs_diff(places[p.0]) <= 5 && r.end.abs_diff(places[p.1]) <= 5)
                })
                .count();
            if one_in == 100 {
                for (f, p) in f.iter().zip(&passages) {
                    if !f
                        .range()
                        .is_some_and(|r| r.start.abs_diff(places[p.0]) <= 5 && r.end.abs_diff(places[p.1]) <= 5)
                    {
                        println!(
                            "{:?} {} -> {:?}",
                            &text[p.0..p.1],
                            &new[places[p.0]..places[p.1]],
                            f.range().map(|r| &new[r])
                        );
                    }
                }
            }
            println!("1/{one_in}: {ms:.1} ms, {right} right");
        }
    }
    let other = paragraphs(&mut Dice(77), 1000).join("\n\n");
    let mut m = marked::Marked::default();
    for n in 0..1000 {
        m.mark(&other, n * 100, n * 100 + 20 + n % 100);
    }
    let t = Instant::now();
    let f = m.find(&text);
    for (n, f) in f.iter().enumerate() {
        if let Some(r) = f.range() {
            println!("{:?} -> {:?}", &other[n * 100..n * 100 + 20 + n % 100], &text[r]);
        }
    }
    println!(
        "absent: {:.1} ms, {} placed",
        t.elapsed().as_secs_f64() * 1e3,
        f.iter().filter(|f| f.range().is_some()).count()
    );
}
