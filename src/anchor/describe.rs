//! A span of a text, described so that it can be found again.

use super::{Selectors, TextPosition, TextQuote};
use crate::text::{Offsets, Span};

/// Context kept on each side, in code points (Hypothesis keeps 32 UTF-16 units).
const CONTEXT: usize = 32;

/// Describes `span` of `text`; an empty span, or one that is no slice of `text`, gives selectors that nothing resolves.
///
/// The context is cut between characters as readers see them: a letter keeps its accents, an emoji its skin tone, a line
/// end its two halves; so it may be a little shorter than 32 code points.
///
/// ```
/// use postil::{Offsets, Span, describe};
/// let text = "The mayor left.";
/// let selectors = describe(text, &Offsets::new(text), Span::new(4, 9));
/// let quote = selectors.quote.unwrap();
/// assert_eq!((quote.prefix.as_str(), quote.exact.as_str(), quote.suffix.as_str()), ("The ", "mayor", " left."));
/// ```
#[must_use]
pub fn describe(text: &str, offsets: &Offsets, span: Span) -> Selectors {
    let Some(exact) = span.of(text).filter(|s| !s.is_empty()) else {
        return Selectors::default();
    };
    let (start, end) = offsets.span_points(text, span);
    let quote = TextQuote {
        exact: exact.to_owned(),
        prefix: before(text.get(..span.start).unwrap_or_default()).to_owned(),
        suffix: after(text.get(span.end..).unwrap_or_default()).to_owned(),
    };
    Selectors { quote: Some(quote), position: Some(TextPosition { start, end }) }
}

/// The end of `text` that serves as prefix.
fn before(text: &str) -> &str {
    let Some((first, _)) = text.char_indices().rev().take(CONTEXT).last() else {
        return "";
    };
    let context = text.get(first..).unwrap_or_default();
    let mut previous = text.get(..first).and_then(|t| t.chars().next_back());
    for (at, c) in context.char_indices() {
        if previous.is_none_or(|p| !joined(p, c)) {
            return context.get(at..).unwrap_or_default();
        }
        previous = Some(c);
    }
    ""
}

/// The beginning of `text` that serves as suffix.
fn after(text: &str) -> &str {
    let mut end = 0;
    let mut previous = None;
    // the character one past the context only says whether it may be cut there
    for (at, c) in text.char_indices().take(CONTEXT + 1) {
        if previous.is_some_and(|p| !joined(p, c)) {
            end = at;
        }
        previous = Some(c);
    }
    if text.chars().nth(CONTEXT).is_none() {
        return text;
    }
    text.get(..end).unwrap_or_default()
}

/// Whether readers see `a` and the `b` after it as one character: the common cases of Unicode's grapheme clusters
/// (UAX 29), since a context that is cut elsewhere still finds its passage.
fn joined(a: char, b: char) -> bool {
    const JOINER: char = '\u{200d}';
    let extends = matches!(b,
        '\u{300}'..='\u{36f}'        // combining marks
        | '\u{483}'..='\u{489}'      // Cyrillic marks
        | '\u{591}'..='\u{5c7}'      // Hebrew points
        | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' | '\u{670}' // Arabic points
        | '\u{900}'..='\u{903}' | '\u{93a}'..='\u{93c}' | '\u{93e}'..='\u{94f}' // Devanagari signs
        | '\u{e31}' | '\u{e34}'..='\u{e3a}' | '\u{e47}'..='\u{e4e}' // Thai signs
        | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}'
        | '\u{200c}' | '\u{200d}'    // joiners
        | '\u{3099}' | '\u{309a}'    // Japanese voicing
        | '\u{fe00}'..='\u{fe0f}' | '\u{fe20}'..='\u{fe2f}' // variation selectors, half marks
        | '\u{1f3fb}'..='\u{1f3ff}'  // skin tones
        | '\u{e0020}'..='\u{e007f}'  // flag tags
        | '\u{e0100}'..='\u{e01ef}');
    extends || a == JOINER || (a == '\r' && b == '\n')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quote(text: &str, part: &str) -> TextQuote {
        let start = text.find(part).unwrap();
        let selectors = describe(text, &Offsets::new(text), Span::new(start, start + part.len()));
        selectors.quote.unwrap()
    }

    #[test]
    fn keeps_32_code_points_on_each_side() {
        let text = format!("{}{}!{}{}", "x".repeat(9), "é".repeat(32), "ü".repeat(32), "y".repeat(9));
        let found = quote(&text, "!");
        assert_eq!((found.prefix, found.suffix), ("é".repeat(32), "ü".repeat(32)));
    }

    #[test]
    fn short_text_gives_all_it_has() {
        let found = quote("The mayor left.", "mayor");
        assert_eq!((found.prefix.as_str(), found.exact.as_str(), found.suffix.as_str()), ("The ", "mayor", " left."));
        let whole = quote("alone", "alone");
        assert_eq!((whole.prefix.as_str(), whole.suffix.as_str()), ("", ""));
    }

    #[test]
    fn cuts_no_character_that_readers_see() {
        // 31 letters, then a letter with an accent whose accent would be the 32nd and 33rd code point
        let text = format!("e\u{301}{}!{}e\u{301}z", "x".repeat(31), "y".repeat(31));
        let found = quote(&text, "!");
        assert_eq!((found.prefix, found.suffix), ("x".repeat(31), "y".repeat(31)));
        let family = format!("!{}👩🏽‍🚀", "y".repeat(30));
        assert_eq!(quote(&family, "!").suffix, "y".repeat(30));
        let lines = format!("!{}\r\n", "y".repeat(31));
        assert_eq!(quote(&lines, "!").suffix, "y".repeat(31));
    }

    #[test]
    fn position_counts_code_points() {
        let text = "😀é mayor";
        let selectors = describe(text, &Offsets::new(text), Span::new(7, 12));
        assert_eq!(selectors.position, Some(TextPosition { start: 3, end: 8 }));
    }

    #[test]
    fn refuses_what_is_no_passage() {
        let text = "é";
        for span in [Span::new(0, 0), Span::new(1, 2), Span::new(0, 9)] {
            assert_eq!(describe(text, &Offsets::new(text), span), Selectors::default());
        }
    }
}
