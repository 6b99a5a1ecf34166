//! Selectors back to a span of a text that may have changed.

use super::search::Needle;
use super::{Selectors, TextPosition, TextQuote};
use crate::text::{Offsets, Span};

/// How far from the remembered place the first search looks, in bytes on each side. Most edits shift a passage by less; each
/// further search looks eight times as far.
const FIRST_RADIUS: usize = 4 * 1024;

/// How much of passage and context must agree, in code points, to choose one of several places: about three words. With less
/// to go by (“the” is everywhere) no place is better than a wrong one.
const EVIDENCE: usize = 16;

/// Finds the passage again, or `None` when the text no longer has it.
///
/// The quote decides: of all places of its `exact` words, the one whose surroundings agree longest with `prefix` and `suffix`
/// wins, and among equals the one nearest to the remembered position. A place that is one of several, is not the remembered
/// one and agrees in fewer than 16 code points (context included) is not believed. A position is used alone only when there is no quote at all; one
/// that reaches past the text is refused.
///
/// ```
/// use postil::{Offsets, Span, describe, resolve};
/// let text = "The mayor left. Nobody saw the mayor go.";
/// let selectors = describe(text, &Offsets::new(text), Span::new(4, 9));
/// let edited = "On Monday the mayor arrived. The mayor left. Nobody saw the mayor go.";
/// let span = resolve(edited, &Offsets::new(edited), &selectors);
/// assert_eq!(span, Some(Span::new(33, 38)));
/// assert_eq!(resolve("All quiet.", &Offsets::new("All quiet."), &selectors), None);
/// ```
#[must_use]
pub fn resolve(text: &str, offsets: &Offsets, selectors: &Selectors) -> Option<Span> {
    match &selectors.quote {
        Some(quote) => exact(text, offsets, quote, selectors.position),
        None => at_position(text, offsets, selectors.position?),
    }
}

/// The passage at a position that no quote vouches for.
fn at_position(text: &str, offsets: &Offsets, position: TextPosition) -> Option<Span> {
    let length = offsets.point(text, text.len());
    if position.start >= position.end || position.end > length {
        return None;
    }
    Some(Span::new(offsets.byte_of_point(text, position.start), offsets.byte_of_point(text, position.end)))
}

/// One place of the passage.
#[derive(Clone, Copy)]
struct Occurrence {
    start: usize,
    /// Bytes from the remembered place.
    distance: usize,
    /// Code points of context that agree.
    agreement: usize,
}

impl Occurrence {
    fn better_than(&self, other: &Self) -> bool {
        (self.agreement, other.distance) > (other.agreement, self.distance)
    }
}

/// The place whose words are exactly the quote's.
fn exact(text: &str, offsets: &Offsets, quote: &TextQuote, position: Option<TextPosition>) -> Option<Span> {
    if quote.exact.is_empty() {
        return None;
    }
    let needle = Needle::new(&quote.exact);
    let context = quote.prefix.chars().count() + quote.suffix.chars().count();
    let hint = position.map(|p| offsets.byte_of_point(text, p.start));
    let mut radius = hint.map_or(text.len(), |_| FIRST_RADIUS);
    loop {
        let from = hint.unwrap_or(0).saturating_sub(radius);
        let to = hint.unwrap_or(0).saturating_add(radius).saturating_add(quote.exact.len()).min(text.len());
        let window = text.as_bytes().get(from..to).unwrap_or_default();
        let mut best: Option<Occurrence> = None;
        let mut places = 0_usize;
        for start in needle.places(window).map(|at| from + at) {
            places += 1;
            let agreement = agreement(text, start, quote);
            let distance = hint.map_or(0, |h| h.abs_diff(start));
            let place = Occurrence { start, distance, agreement };
            if best.is_none_or(|b| place.better_than(&b)) {
                best = Some(place);
            }
        }
        // a place that agrees in full, nearer than all that was not looked at, cannot be beaten
        let settled = best.is_some_and(|b| b.agreement == context);
        if !settled && (from > 0 || to < text.len()) {
            radius = radius.saturating_mul(8);
            continue;
        }
        let best = best?;
        let remembered = hint == Some(best.start);
        let enough = EVIDENCE.min(context + quote.exact.chars().count());
        let believed = places == 1 || remembered || best.agreement + quote.exact.chars().count() >= enough;
        return believed.then(|| Span::new(best.start, best.start + quote.exact.len()));
    }
}

/// Code points of context that agree around the passage at byte `start`.
fn agreement(text: &str, start: usize, quote: &TextQuote) -> usize {
    let before = text.get(..start).unwrap_or_default();
    let after = text.get(start + quote.exact.len()..).unwrap_or_default();
    let prefix = before.chars().rev().zip(quote.prefix.chars().rev()).take_while(|(a, b)| a == b).count();
    let suffix = after.chars().zip(quote.suffix.chars()).take_while(|(a, b)| a == b).count();
    prefix + suffix
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::anchor::describe;
    use proptest::prelude::*;

    /// Describes the `nth` place of `part` in `old`, resolves it in `new`, and shows what stands around it there.
    fn found<'a>(old: &str, part: &str, nth: usize, new: &'a str) -> Option<(&'a str, &'a str, &'a str)> {
        let (start, _) = old.match_indices(part).nth(nth).unwrap();
        let selectors = describe(old, &Offsets::new(old), Span::new(start, start + part.len()));
        let span = resolve(new, &Offsets::new(new), &selectors)?;
        Some((&new[..span.start], span.str(new), &new[span.end..]))
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
        let new = format!("Nobody asked the mayor why. {}", "Filler, the mayor. ".repeat(2000));
        assert_eq!(found(NEWS, "the mayor", 1, &new).unwrap().0, "Nobody asked ");
    }

    #[test]
    fn the_nearest_of_equal_places_wins() {
        let line = format!("{} mayor {}\n", "a".repeat(40), "b".repeat(40));
        let old = line.repeat(5);
        let new = format!("xx{old}");
        assert_eq!(found(&old, "mayor", 3, &new).unwrap().0.len(), 2 + 3 * line.len() + 41);
    }

    #[test]
    fn deleted_or_changed_words_are_not_found() {
        assert_eq!(found(NEWS, "harbour will close", 0, "The harbour will open."), None);
        assert_eq!(found(NEWS, "harbour", 0, ""), None);
    }

    #[test]
    fn a_short_word_is_not_believed_anywhere() {
        let new = "Nothing of it is left: the sea, the sky and the rest.";
        assert_eq!(found(NEWS, "the", 0, new), None);
        // one place only, or the remembered one, is believed
        assert_eq!(found(NEWS, "why", 0, "That is why").unwrap().1, "why");
    }

    #[test]
    fn hard_scripts_resolve() {
        for (old, part) in [
            ("Sie sagte 👩🏽‍🚀 und 👩🏽‍🚀!", "👩🏽‍🚀"),
            ("cafe\u{301} cafe\u{301} the\u{301}", "cafe\u{301}"),
            ("ראש העיר אמר שלום, ראש העיר הלך", "ראש העיר"),
            ("one\r\ntwo\r\none\r\ntwo", "one\r\ntwo"),
        ] {
            assert_eq!(found(old, part, 1.min(old.matches(part).count() - 1), old).unwrap().1, part);
            let new = format!("😀\r\n{old}");
            assert_eq!(found(old, part, 0, &new).unwrap().0, format!("😀\r\n{}", &old[..old.find(part).unwrap()]));
        }
    }

    #[test]
    fn position_alone_is_used_only_without_a_quote() {
        let text = "é mayor";
        let offsets = Offsets::new(text);
        let at = |start, end| Selectors { quote: None, position: Some(TextPosition { start, end }) };
        assert_eq!(resolve(text, &offsets, &at(2, 7)).map(|s| s.str(text)), Some("mayor"));
        assert_eq!(resolve(text, &offsets, &at(2, 8)), None);
        assert_eq!(resolve(text, &offsets, &at(3, 3)), None);
        assert_eq!(resolve(text, &offsets, &at(usize::MAX, 2)), None);
        let other = TextQuote { exact: "judge".into(), ..TextQuote::default() };
        assert_eq!(resolve(text, &offsets, &Selectors { quote: Some(other), ..at(2, 7) }), None);
        let empty = Selectors { quote: Some(TextQuote::default()), ..at(2, 7) };
        assert_eq!(resolve(text, &offsets, &empty), None);
        assert_eq!(resolve(text, &offsets, &Selectors::default()), None);
    }

    #[test]
    fn a_million_equal_letters_take_linear_time() {
        let text = "a".repeat(1_000_000);
        let quote = TextQuote { exact: "a".repeat(300_000), prefix: "b".into(), suffix: String::new() };
        let selectors = Selectors { quote: Some(quote), position: Some(TextPosition { start: 500_000, end: 800_000 }) };
        let span = resolve(&text, &Offsets::new(&text), &selectors).unwrap();
        assert_eq!(span, Span::new(500_000, 800_000));
    }

    /// A text and a non-empty part of it.
    fn passage() -> impl Strategy<Value = (String, Span)> {
        ("([a-c ]|[א-ת]|\r\n|😀|e\u{301}|\\PC){1,120}", any::<prop::sample::Index>(), any::<prop::sample::Index>())
            .prop_map(|(text, a, b)| {
                let edges: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
                let (a, b) = (a.index(edges.len() - 1), b.index(edges.len() - 1));
                let span = Span::new(edges[a.min(b)], edges[a.max(b) + 1]);
                (text, span)
            })
    }

    proptest! {
        #[test]
        fn what_was_described_resolves((text, span) in passage()) {
            let offsets = Offsets::new(&text);
            prop_assert_eq!(resolve(&text, &offsets, &describe(&text, &offsets, span)), Some(span));
        }

        #[test]
        fn text_put_before_only_shifts((text, span) in passage(), before in "[0-9]{1,80}\n") {
            let selectors = describe(&text, &Offsets::new(&text), span);
            let new = format!("{before}{text}");
            let shifted = Span::new(span.start + before.len(), span.end + before.len());
            let quote = selectors.quote.clone().unwrap();
            let around = format!("{}{}{}", quote.prefix, quote.exact, quote.suffix);
            // where the passage and its context stand only once there is one right answer
            prop_assume!(Needle::new(&around).places(new.as_bytes()).count() == 1);
            prop_assume!(around.chars().count() >= EVIDENCE);
            prop_assert_eq!(resolve(&new, &Offsets::new(&new), &selectors), Some(shifted));
        }

        #[test]
        fn what_is_found_reads_as_it_did(old in "[ab]{1,40}", new in "[ab]{0,80}", start in 0_usize..40) {
            let span = Span::new(start.min(old.len() - 1), old.len());
            let selectors = describe(&old, &Offsets::new(&old), span);
            if let Some(found) = resolve(&new, &Offsets::new(&new), &selectors) {
                prop_assert_eq!(found.str(&new), span.str(&old));
            }
        }
    }
}
