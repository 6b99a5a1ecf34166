//! Passages described in one text and resolved in another.

use super::*;
use crate::anchor::{TextQuote, describe};
use proptest::prelude::*;

/// Describes the `nth` place of `part` in `old`, resolves it in `new`, and shows what stands around it there.
fn found<'a>(old: &str, part: &str, nth: usize, new: &'a str) -> Option<(&'a str, &'a str, &'a str)> {
    let span = resolution(old, part, nth, new).span()?;
    Some((&new[..span.start], span.str(new), &new[span.end..]))
}

fn resolution(old: &str, part: &str, nth: usize, new: &str) -> Resolution {
    let (start, _) = old.match_indices(part).nth(nth).unwrap();
    let selectors = describe(old, &Offsets::new(old), Span::new(start, start + part.len()));
    resolve(new, &Offsets::new(new), &selectors)
}

const NEWS: &str = "The mayor spoke. The harbour will close, the mayor said. Nobody asked the mayor why.";

#[test]
fn repeated_passages_keep_their_place() {
    for nth in 0..3 {
        let (start, _) = NEWS.match_indices("mayor").nth(nth).unwrap();
        assert_eq!(found(NEWS, "mayor", nth, NEWS).unwrap().0, &NEWS[..start]);
    }
}

#[test]
fn edits_before_shift_the_passage() {
    let new = format!("Updated at noon by the mayor’s office. {NEWS}");
    let (before, words, after) = found(NEWS, "the mayor", 1, &new).unwrap();
    assert!(before.ends_with("Nobody asked "));
    assert_eq!((words, after), ("the mayor", " why."));
}

#[test]
fn a_moved_passage_is_found_by_its_context() {
    let new = format!("{}Nobody asked the mayor why.", "Filler, the mayor. ".repeat(2000));
    assert!(found(NEWS, "the mayor", 1, &new).unwrap().0.ends_with("Nobody asked "));
    assert!(matches!(resolution(NEWS, "the mayor", 1, &new), Resolution::Moved(_)));
}

#[test]
fn the_nearest_of_equal_places_wins() {
    let line = format!("{} mayor {}\n", "a".repeat(40), "b".repeat(40));
    let old = line.repeat(5);
    let new = format!("xx{old}");
    assert_eq!(found(&old, "mayor", 3, &new).unwrap().0.len(), 2 + 3 * line.len() + 41);
}

#[test]
fn changed_words_are_found_as_such_and_deleted_ones_are_not() {
    let new = NEWS.replace("harbour will close", "harbour will not close");
    let expected = "harbour will not close";
    let start = new.find(expected).unwrap();
    assert_eq!(
        resolution(NEWS, "harbour will close", 0, &new),
        Resolution::Changed(Span::new(start, start + expected.len()))
    );
    assert_eq!(
        found(
            NEWS,
            "The harbour will close, the mayor said.",
            0,
            &NEWS.replace("The harbour will close, the mayor said.", "")
        ),
        None
    );
    assert_eq!(found(NEWS, "harbour", 0, ""), None);
}

#[test]
fn a_short_word_is_not_believed_anywhere() {
    let new = "Nothing of it is left: the sea, the sky and the rest.";
    assert_eq!(found(NEWS, "the", 0, new), None);
    assert_eq!(found(NEWS, "why", 0, "That is why"), None);
    // where it is remembered it is
    let kept = format!("{}why?", "x".repeat(NEWS.len() - 4));
    assert_eq!(found(NEWS, "why", 0, &kept).unwrap().1, "why");
}

#[test]
fn hard_scripts_resolve() {
    for (old, part) in [
        ("Sie sagte 👩🏽‍🚀 und 👩🏽‍🚀!", "👩🏽‍🚀"),
        ("cafe\u{301} cafe\u{301} the\u{301}", "cafe\u{301}"),
        ("ראש העיר אמר שלום, ראש העיר הלך", "ראש העיר"),
        ("one\r\ntwo\r\none\r\ntwo", "one\r\ntwo"),
        ("東京都知事は会見で述べた。知事は来月", "知事"),
    ] {
        assert_eq!(found(old, part, 1.min(old.matches(part).count() - 1), old).unwrap().1, part);
        let new = format!("😀\r\n{old}");
        let (before, words, _) = found(old, part, 0, &new).unwrap();
        assert_eq!((before, words), (&*format!("😀\r\n{}", &old[..old.find(part).unwrap()]), part));
    }
}

#[test]
fn position_alone_is_used_only_without_a_quote() {
    let text = "é mayor";
    let offsets = Offsets::new(text);
    let at = |start, end| Selectors { quote: None, position: Some(TextPosition { start, end }) };
    let found = |selectors: &Selectors| resolve(text, &offsets, selectors).span().map(|s| s.str(text));
    assert_eq!(found(&at(2, 7)), Some("mayor"));
    assert_eq!(found(&at(2, 8)), None);
    assert_eq!(found(&at(3, 3)), None);
    assert_eq!(found(&at(usize::MAX, 2)), None);
    let other = TextQuote { exact: "judge".into(), ..TextQuote::default() };
    assert_eq!(found(&Selectors { quote: Some(other), ..at(2, 7) }), None);
    let empty = Selectors { quote: Some(TextQuote::default()), ..at(2, 7) };
    assert_eq!(found(&empty), None);
    assert_eq!(found(&Selectors::default()), None);
}

#[test]
fn a_million_equal_letters_take_linear_time() {
    let text = "a".repeat(1_000_000);
    let quote = TextQuote { exact: "a".repeat(300_000), prefix: "b".into(), suffix: String::new() };
    let selectors = Selectors { quote: Some(quote), position: Some(TextPosition { start: 500_000, end: 800_000 }) };
    let span = resolve(&text, &Offsets::new(&text), &selectors).span().unwrap();
    assert_eq!(span, Span::new(500_000, 800_000));
}

/// Texts of few different characters, hard ones among them.
const MIXED: &str = "([a-c ]|[א-ת]|\r\n|😀|e\u{301}|\\PC){1,120}";

/// Texts that are mostly letters.
const LETTERS: &str = "([a-z]{3}|[a-z]{2}|[א-ת]{2}| |\r\n|😀|e\u{301}|\\PC){40,90}";

/// A text of the shape `pattern` and a non-empty part of it.
fn passage(pattern: &'static str) -> impl Strategy<Value = (String, Span)> {
    (pattern, any::<prop::sample::Index>(), any::<prop::sample::Index>()).prop_map(|(text, a, b)| {
        let edges: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        let (a, b) = (a.index(edges.len() - 1), b.index(edges.len() - 1));
        let span = Span::new(edges[a.min(b)], edges[a.max(b) + 1]);
        (text, span)
    })
}

proptest! {
    #[test]
    fn what_was_described_resolves((text, span) in passage(MIXED)) {
        let offsets = Offsets::new(&text);
        prop_assert_eq!(resolve(&text, &offsets, &describe(&text, &offsets, span)), Resolution::Exact(span));
    }

    #[test]
    fn text_put_before_only_shifts((text, span) in passage(LETTERS), before in "[0-9]{1,80}\n") {
        let selectors = describe(&text, &Offsets::new(&text), span);
        let new = format!("{before}{text}");
        let shifted = Span::new(span.start + before.len(), span.end + before.len());
        let quote = selectors.quote.clone().unwrap();
        let around = format!("{}{}{}", quote.prefix, quote.exact, quote.suffix);
        // where the passage and its context stand only once, and are words rather than white space, there is one right answer
        prop_assume!(new.char_indices().filter(|&(at, _)| new[at..].starts_with(&around)).count() == 1);
        prop_assume!(quote.exact.trim() == quote.exact && around.chars().filter(|c| c.is_alphanumeric()).count() >= 24);
        prop_assert_eq!(resolve(&new, &Offsets::new(&new), &selectors).span(), Some(shifted));
    }

    #[test]
    fn what_is_found_is_part_of_the_text(old in "[ab é]{1,40}", new in "\\PC{0,80}|[abé ]{0,80}", start in 0_usize..40) {
        let start = old.floor_char_boundary(start.min(old.len() - 1));
        let selectors = describe(&old, &Offsets::new(&old), Span::new(start, old.len()));
        let resolution = resolve(&new, &Offsets::new(&new), &selectors);
        if let Some(found) = resolution.span() {
            let same = found.of(&new) == Some(&old[start..]);
            prop_assert_eq!(same, !matches!(resolution, Resolution::Changed(_)));
            prop_assert!(found.of(&new).is_some());
        }
    }
}
