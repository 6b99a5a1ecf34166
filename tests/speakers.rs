//! Who says what in short texts of hard kinds: each with its right answers, in `tests/speakers.txt`.
//!
//! A row is a line `> text` (`⏎` breaks its lines), then a line for each passage: `passage = speaker`, where `|` parts answers that
//! are as good and `-` is nobody. The passage is found as written, marks included; of a speaker whom the text names, the full
//! name counts, of others their words. `only`: nothing else is anybody's. `open`: the row is known to be wrong still.

use postil::{Analysis, Options, Quote, analyze, from_text};
#[derive(Default)]
struct Row {
    text: String,
    passages: Vec<(String, Vec<String>)>,
    only: bool,
    open: bool,
}

fn rows() -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    for line in include_str!("speakers.txt").lines() {
        if let Some(text) = line.strip_prefix("> ") {
            rows.push(Row { text: text.replace('⏎', "\n"), ..Row::default() });
        } else if let Some(row) = rows.last_mut() {
            row.only |= line == "only";
            row.open |= line == "open";
            if let Some((passage, speakers)) = line.rsplit_once(" = ") {
                let speakers = speakers.split(" | ").map(str::to_owned).collect();
                row.passages.push((passage.to_owned(), speakers));
            }
        }
    }
    rows
}

/// The name of whoever says `quote`, or the words for them.
fn speaker(analysis: &Analysis, quote: &Quote) -> Option<String> {
    let speaker = quote.speaker?;
    let cluster = speaker.cluster.and_then(|c| c.of(&analysis.clusters));
    Some(cluster.map_or_else(|| speaker.span.str(&analysis.article.text).to_owned(), |c| c.name.clone()))
}

/// What is wrong with the answers to `row`, if anything.
fn fault(row: &Row) -> Option<String> {
    let analysis = from_text(&row.text).map(|snapshot| analyze(&snapshot, &Options::default())).unwrap_or_default();
    let text = analysis.article.text.as_str();
    for (passage, right) in &row.passages {
        let Some(quote) = analysis.quotes.iter().find(|q| q.span.str(text) == passage) else {
            return Some(format!("{passage} is not found"));
        };
        let found = speaker(&analysis, quote);
        let fits = |answer: &String| match &found {
            None => answer == "-",
            Some(name) => name.to_lowercase().contains(&answer.to_lowercase()),
        };
        if !right.iter().any(fits) {
            return Some(format!("{passage} is said by {found:?}"));
        }
    }
    let more = |q: &&Quote| !row.passages.iter().any(|(passage, _)| passage == q.span.str(text));
    let extra = analysis.quotes.iter().find(more).filter(|_| row.only);
    extra.map(|q| format!("{} is found as well", q.span.str(text)))
}

#[test]
fn speakers_of_hard_kinds() {
    let rows = rows();
    assert!(rows.len() >= 70);
    for row in &rows {
        let fault = fault(row);
        assert_eq!(fault.is_some(), row.open, "{}: {}", row.text, fault.unwrap_or_default());
    }
}
