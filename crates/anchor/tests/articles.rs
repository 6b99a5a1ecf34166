//! Passages of whole articles after all that happens to articles.
#![cfg(not(target_arch = "wasm32"))]

mod marked;

use marked::invented::{Dice, paragraphs, scattered, sentence};
use marked::{Marked, found};
use postil_anchor::{Found, Passage, find};

/// An article of 400 paragraphs, and the bytes of 200 passages of 20 to 140 letters in it.
fn article() -> (Vec<String>, String, Vec<(usize, usize)>) {
    let mut dice = Dice(11);
    let paragraphs = paragraphs(&mut dice, 400);
    let text = paragraphs.join("\n\n");
    let passages = (0..200)
        .map(|n| {
            let start = n * (text.len() - 300) / 200 + dice.below(100);
            (start, start + 20 + dice.below(120))
        })
        .collect();
    (paragraphs, text, passages)
}

fn mark(text: &str, passages: &[(usize, usize)]) -> Marked {
    let mut marked = Marked::default();
    passages.iter().for_each(|&(start, end)| marked.mark(text, start, end));
    marked
}

/// How many are found with both ends within `most` bytes of where they should be.
fn right(found: &[Found], passages: &[(usize, usize)], places: &[usize], most: usize) -> usize {
    let near = |range: &std::ops::Range<usize>, &(start, end): &(usize, usize)| {
        range.start.abs_diff(places[start]) <= most && range.end.abs_diff(places[end]) <= most
    };
    found.iter().zip(passages).filter(|(f, p)| f.range().is_some_and(|range| near(&range, p))).count()
}

#[test]
fn an_unchanged_article_has_all_of_them_in_place() {
    let (_, text, passages) = article();
    let found = mark(&text, &passages).find(&text);
    let expected: Vec<Found> = passages.iter().map(|&(start, end)| Found::Exact(start..end)).collect();
    assert_eq!(found, expected);
}

#[test]
fn scattered_edits_lose_none_where_one_character_in_a_hundred_changes_and_few_where_one_in_ten_does() {
    let (_, text, passages) = article();
    let marked = mark(&text, &passages);
    let (new, places) = scattered(&mut Dice(3), &text, 100);
    assert_eq!(right(&marked.find(&new), &passages, &places, 5), 200);
    let (new, places) = scattered(&mut Dice(4), &text, 10);
    let found = right(&marked.find(&new), &passages, &places, 5);
    assert!(found >= 190, "only {found} of 200");
}

#[test]
fn moved_paragraphs_are_found_as_moved() {
    let (mut paragraphs, text, _) = article();
    let words = [paragraphs[20].clone(), paragraphs[100].clone(), paragraphs[200].clone(), paragraphs[300].clone()];
    let mut marked = Marked::default();
    words.iter().for_each(|words| marked.mark_words(&text, words, 0));
    let moved = paragraphs.remove(20);
    paragraphs.insert(350, moved);
    let new = paragraphs.join("\n\n");
    let at = |words: &String| new.find(words.as_str()).map(|at| at..at + words.len()).expect("the words");
    assert_eq!(
        marked.find(&new),
        [
            Found::Moved(at(&words[0])),
            Found::Exact(at(&words[1])),
            Found::Exact(at(&words[2])),
            Found::Exact(at(&words[3])),
        ]
    );
}

#[test]
fn late_text_before_all_moves_none() {
    let (_, text, passages) = article();
    let late = format!("{}\n\n", self::paragraphs(&mut Dice(8), 40).join("\n\n"));
    let found = mark(&text, &passages).find(&format!("{late}{text}"));
    let expected: Vec<Found> =
        passages.iter().map(|&(start, end)| Found::Exact(late.len() + start..late.len() + end)).collect();
    assert_eq!(found, expected);
}

#[test]
fn what_is_gone_is_refused() {
    let (mut paragraphs, text, _) = article();
    let mut marked = Marked::default();
    // whole paragraphs, first and second sentences, parts of sentences: taken out, or others in their place
    let mut dice = Dice(23);
    let mut gone = Vec::new();
    for n in 0..100 {
        let paragraph = &mut paragraphs[n * 4];
        let first = paragraph.find(". ").expect("two sentences") + 1;
        let words = match n % 4 {
            0 => paragraph.clone(),
            1 => paragraph[..first].to_owned(),
            2 => paragraph[first + 1..].to_owned(),
            _ => paragraph[5..first - 5].to_owned(),
        };
        marked.mark_words(&text, &words, 0);
        let other = if n % 8 < 4 { String::new() } else { sentence(&mut dice) };
        *paragraph = paragraph.replacen(&words, &other, 1);
        gone.push(words);
    }
    let found = marked.find(&paragraphs.join("\n\n"));
    let new = paragraphs.join("\n\n");
    let wrong: Vec<String> =
        found.iter().zip(gone).filter_map(|(f, words)| Some(format!("{words} -> {}", &new[f.range()?]))).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn words_of_another_article_are_refused() {
    let (_, text, _) = article();
    let other = paragraphs(&mut Dice(77), 100).join("\n\n");
    let mut marked = Marked::default();
    (0..100).for_each(|n| marked.mark(&other, n * 90, n * 90 + 20 + n));
    assert_eq!(marked.find(&text), vec![Found::Gone; 100]);
}

#[test]
fn repeated_sentences_keep_their_places() {
    let mut dice = Dice(5);
    let said = "“It will be repaired,” he said.";
    let before: Vec<String> =
        (0..30).map(|_| format!("{} {said} {}", sentence(&mut dice), sentence(&mut dice))).collect();
    let old = before.join("\n\n");
    // a paragraph put in before, and every third one shortened by its last sentence
    let mut new = sentence(&mut dice);
    for (n, paragraph) in before.iter().enumerate() {
        let end = paragraph.find(said).expect("it") + said.len();
        new += "\n\n";
        new += if n % 3 == 0 { &paragraph[..end] } else { paragraph };
    }
    let mut marked = Marked::default();
    (0..30).for_each(|n| marked.mark_words(&old, said, n));
    let places: Vec<Found> = new.match_indices(said).map(|(at, _)| Found::Exact(at..at + said.len())).collect();
    assert_eq!(marked.find(&new), places);
}

#[test]
fn sentences_equal_with_all_around_them_keep_their_order() {
    let old = "The gate was shut. Nobody came. ".repeat(40);
    let mut marked = Marked::default();
    (0..40).for_each(|n| marked.mark_words(&old, "Nobody came.", n));
    let new = format!("Late news. {old}");
    let starts: Vec<usize> = marked.find(&new).iter().filter_map(|f| f.range()).map(|r| r.start).collect();
    let expected: Vec<usize> = new.match_indices("Nobody came.").map(|(at, _)| at).collect();
    // the last ones stand near the end, as they did, and say how far all were pushed
    assert_eq!(starts, expected);
}

#[test]
fn a_passage_of_many_paragraphs_is_found_by_its_ends() {
    let (mut paragraphs, text, _) = article();
    let words = paragraphs[50..70].join("\n\n");
    paragraphs[60] = "Another paragraph stands here now.".to_owned();
    paragraphs[69].push_str(" More.");
    let new = paragraphs.join("\n\n");
    let expected = paragraphs[50..70].join("\n\n").len() - " More.".len();
    let start = new.find(&paragraphs[50]).expect("the first");
    assert_eq!(found(&text, &words, 0, &new), Found::Changed(start..start + expected));
    let cut = paragraphs[..50].iter().chain(&paragraphs[70..]).map(String::as_str).collect::<Vec<_>>().join("\n\n");
    assert_eq!(found(&text, &words, 0, &cut), Found::Gone);
}

#[test]
fn a_quote_without_context_is_found_by_its_words() {
    let text = "The mayor spoke of the harbour. Haddad left before the end of the meeting.";
    let alone = |exact| Passage { exact, ..Passage::default() };
    let found = find(text, &[alone("Haddad"), alone("Haddad left befor the end of the meeting"), alone("Calder")]);
    assert_eq!(found, [Found::Exact(32..38), Found::Changed(32..73), Found::Gone]);
}

#[test]
fn texts_of_one_letter_end_in_time() {
    let text = "a".repeat(1_000_000);
    let words = "a".repeat(300);
    let passages: Vec<Passage<'_>> =
        (0..500).map(|n| Passage { prefix: "b", exact: &words, suffix: "b", at: Some(n * 1_000) }).collect();
    assert!(find(&text, &passages).iter().all(|f| f.range().is_some_and(|r| r.len() == 300)));
}
