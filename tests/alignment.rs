//! What comments answer in invented articles, each pair as a person would tie it: `tests/alignment.txt`.
//!
//! `#` begins an article with its headline, `p` is a paragraph, `c` a comment (`⏎` breaks its lines); below a comment `a` is a part of a passage
//! that it answers, or `-` for none, and `q` what its quotations are, in order.

use postil::{Analysis, CommentAnswers, Fidelity, Options, analyze, from_html};

#[derive(Default)]
struct Thread {
    title: String,
    paragraphs: Vec<String>,
    comments: Vec<Comment>,
}

#[derive(Default)]
struct Comment {
    text: String,
    answers: Vec<String>,
    quotations: Vec<String>,
}

fn threads() -> Vec<Thread> {
    let mut threads: Vec<Thread> = Vec::new();
    for line in include_str!("alignment.txt").lines() {
        let Some((kind, rest)) = line.split_once(' ') else { continue };
        if kind == "#" {
            threads.push(Thread { title: rest.to_owned(), ..Thread::default() });
            continue;
        }
        let thread = threads.last_mut().expect("a headline comes first");
        match (kind, thread.comments.last_mut()) {
            ("p", _) => thread.paragraphs.push(rest.to_owned()),
            ("c", _) => thread.comments.push(Comment { text: rest.replace('⏎', "\n"), ..Comment::default() }),
            ("a", Some(comment)) => comment.answers.extend((rest != "-").then(|| rest.to_owned())),
            ("q", Some(comment)) => comment.quotations = rest.split(' ').map(str::to_owned).collect(),
            other => panic!("{other:?}", other = other.0),
        }
    }
    threads
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

fn read(thread: &Thread) -> Analysis {
    let paragraphs: String = thread.paragraphs.iter().map(|p| format!("<p>{}</p>", escaped(p))).collect();
    let comments = thread.comments.iter().enumerate().map(|(number, comment)| {
        let lines: String = comment.text.lines().map(|line| format!("<p>{}</p>", escaped(line))).collect();
        format!(
            "<li class=\"comment\"><span class=\"author\">Reader {}</span> <time datetime=\"2024-03-0{}T10:00:00Z\">March</time>\
             <div class=\"comment-body\">{lines}</div></li>",
            ["Ada", "Bo", "Cy", "Di", "Ed", "Flo"][number % 6],
            number % 9 + 1
        )
    });
    let html = format!(
        "<html lang=\"en\"><body><article><h1>{}</h1>{paragraphs}</article>\
         <section id=\"comments\"><h2>Comments</h2><ol>{}</ol></section></body></html>",
        thread.title,
        comments.collect::<String>()
    );
    analyze(&from_html(&html).expect("it is short"), &Options::default())
}

const fn word(fidelity: Fidelity) -> &'static str {
    match fidelity {
        Fidelity::Verbatim => "verbatim",
        Fidelity::Altered => "altered",
        Fidelity::Absent => "absent",
    }
}

#[test]
fn comments_answer_passages() {
    let (mut right, mut told, mut wanted, mut pairs) = (0_usize, 0_usize, 0_usize, 0_usize);
    let mut faults = Vec::new();
    for thread in threads() {
        let analysis = read(&thread);
        let text = analysis.article.text.as_str();
        assert_eq!(analysis.comments.len(), thread.comments.len(), "{}", thread.title);
        for (comment, found) in thread.comments.iter().zip(&analysis.answers) {
            let CommentAnswers { passages, quotations, .. } = found;
            let answered = |part: &String| {
                let start = text.find(part.as_str()).expect("a part of the article");
                passages.iter().any(|p| p.passage.start < start + part.len() && start < p.passage.end)
            };
            let hits = comment.answers.iter().filter(|part| answered(part)).count();
            (right, told, wanted) = (right + hits, told + passages.len(), wanted + comment.answers.len());
            pairs += comment.answers.len().max(1);
            if hits != comment.answers.len() || hits != passages.len() {
                let given: Vec<&str> = passages.iter().map(|p| p.passage.str(text)).collect();
                faults.push(format!("{} answers {:?}, is said to answer {given:?}", comment.text, comment.answers));
            }
            let kinds: Vec<&str> = quotations.iter().map(|q| word(q.fidelity)).collect();
            assert_eq!(kinds, comment.quotations, "{}", comment.text);
        }
    }
    let (precision, recall) = (right as f64 / told as f64, right as f64 / wanted as f64);
    let told = format!("of {pairs} pairs: precision {precision:.3}, recall {recall:.3}\n{}", faults.join("\n"));
    println!("{told}");
    assert!(precision >= 0.9 && recall >= 0.8, "{told}");
}
