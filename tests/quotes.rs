//! Quotes, their kinds and their speakers in invented articles of many styles, and what holds for any text.

use postil::{Analysis, Options, Quote, QuoteKind, analyze, from_html, from_text};
use proptest::prelude::*;
use std::fmt::Write;
use std::path::Path;

fn read(text: &str) -> Analysis {
    from_text(text).map(|snapshot| analyze(&snapshot, &Options::default())).unwrap_or_default()
}

/// One line a quote: its words, its kind, and who says so by which words.
fn table(analysis: &Analysis) -> String {
    let text = analysis.article.text.as_str();
    let mut out = String::new();
    for quote in &analysis.quotes {
        let indent = if quote.inside.is_some() { "  " } else { "" };
        let words = quote.span.str(text).replace('\n', "⏎");
        let kind = format!("{:?}", quote.kind).to_lowercase();
        let speaker = quote.speaker.map_or("-", |s| s.span.str(text));
        let cluster = quote.speaker.and_then(|s| s.cluster).and_then(|c| c.of(&analysis.clusters));
        let name = cluster.map_or("-", |c| c.name.as_str());
        let cue = quote.cue.map_or("-", |c| c.str(text));
        writeln!(out, "{indent}{words}\n{indent}    {kind} · {speaker} · {cue} · {name} · {:.2}", quote.confidence)
            .expect("a string takes all");
    }
    out
}

#[test]
fn fixtures() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/quotes");
    let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension != "gold"));
    paths.sort();
    for path in paths {
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let text = std::fs::read_to_string(&path).unwrap();
        let html = path.extension().is_some_and(|e| e == "html");
        let page = if html { from_html(&text) } else { from_text(&text) };
        let analysis = page.map(|snapshot| analyze(&snapshot, &Options::default())).unwrap_or_default();
        insta::assert_snapshot!(format!("quotes_{name}"), table(&analysis));
    }
}

#[test]
fn a_comments_quotes_are_its_own() {
    let text = "Mayor opens bridge\n\nMayor Ines Calder opened the bridge on Friday.\n\n\"It will last a century,\" \
                Calder said.\n\nComments 2\nThumb reedbed 2 days\n\nShe said so before. \"It will last.\" Ha.\n\n\
                Thumb oarlock 3 days\n\nMy uncle says \"no bridge lasts\" and he builds them.\n";
    let analysis = read(text);
    assert_eq!(analysis.comments.len(), 2);
    let said: Vec<_> = analysis
        .quotes
        .iter()
        .map(|q| (q.span.str(text), q.speaker.map(|s| (s.span.str(text), s.cluster.is_some()))))
        .collect();
    assert_eq!(
        said,
        [
            ("\"It will last a century,\"", Some(("Calder", true))),
            ("\"It will last.\"", Some(("She", false))),
            ("\"no bridge lasts\"", Some(("My uncle", false))),
        ]
    );
}

/// Words, names, verbs and marks of all families, in any order.
fn noise() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "\"",
        "“",
        "”",
        "'",
        "‘",
        "’",
        "«",
        "»",
        "„",
        "‚",
        "「",
        "」",
        "``",
        "''",
        ",,",
        "said",
        "Ines Calder",
        "she",
        "told",
        "according to",
        "the mayor",
        "who",
        ",",
        ".",
        "?",
        ":",
        "—",
        "\n",
        "\n\n",
        " ",
        " ",
        " ",
        "it is",
        "not",
        "6'2\"",
        "é",
        "🎈",
        "don't",
        "boys'",
        "(",
        ")",
        "Roe",
        "warned",
        "that",
    ]);
    prop::collection::vec(piece, 0..80).prop_map(|pieces| pieces.concat())
}

fn check(analysis: &Analysis) -> Result<(), TestCaseError> {
    let text = analysis.article.text.as_str();
    for (index, quote) in analysis.quotes.iter().enumerate() {
        prop_assert!(quote.span.of(text).is_some_and(|q| !q.is_empty()), "on character boundaries");
        prop_assert!((0.0..=1.0).contains(&quote.confidence));
        for earlier in analysis.quotes.iter().take(index) {
            prop_assert!(earlier.span.start <= quote.span.start, "in order");
            prop_assert!(!earlier.span.overlaps(quote.span) || earlier.span.covers(quote.span), "nesting only");
        }
        if let Some(outer) = quote.inside {
            prop_assert!(outer < index && analysis.quotes[outer].span.covers(quote.span));
        }
        prop_assert!(stays_in_place(analysis, quote), "inside blocks that follow each other, or one comment");
        if let Some(speaker) = quote.speaker {
            prop_assert!(speaker.span.of(text).is_some_and(|s| !s.trim().is_empty()));
            prop_assert!(
                !quote.span.overlaps(speaker.span),
                "{} is inside {}",
                speaker.span.str(text),
                quote.span.str(text)
            );
            prop_assert!(quote.kind != QuoteKind::Marked);
        }
        if let Some(cue) = quote.cue {
            prop_assert!(cue.of(text).is_some() && !quote.span.overlaps(cue));
        }
    }
    Ok(())
}

fn stays_in_place(analysis: &Analysis, quote: &Quote) -> bool {
    let comments = analysis.comments.iter().filter(|c| c.span.overlaps(quote.span)).count();
    let in_one_comment = analysis.comments.iter().any(|c| c.span.covers(quote.span));
    let blocks: Vec<_> = analysis.article.blocks.iter().filter(|b| b.span.overlaps(quote.span)).collect();
    let starts = blocks.first().is_some_and(|b| b.span.start <= quote.span.start);
    let ends = blocks.last().is_some_and(|b| quote.span.end <= b.span.end);
    if comments > 0 { in_one_comment && blocks.is_empty() } else { starts && ends }
}

proptest! {
    #[test]
    fn quotes_of_any_text_keep_their_promises(text in noise()) {
        check(&read(&text))?;
    }

    #[test]
    fn quotes_of_any_characters_keep_their_promises(text in "\\PC{0,60}") {
        check(&read(&text))?;
    }
}
