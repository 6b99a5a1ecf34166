//! Words as they are compared: exactly, and by their beginnings.

use crate::language::Language;
use crate::model::{Key, word};
use crate::text::{Span, TokenKind, tokenize};

/// Letters of a word by which its forms are compared, before its last vowels go: “closing”, “closed” and “close” are `clos`.
const STEM: usize = 5;

/// Letters that a word by which passages are compared has, at least.
const LEAST: usize = 3;

/// A word of the text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Compared {
    pub(super) span: Span,
    /// The word in small letters.
    pub(super) exact: Key,
    /// Its beginning; none of a word that says little by itself.
    pub(super) stem: Option<Key>,
}

/// The words and numbers in the part of `text` under `span`, in order; clitics count as words, marks do not.
pub(super) fn words(text: &str, span: Span, language: Option<&'static Language>) -> Vec<Compared> {
    let tokens = tokenize(text, span).into_iter().filter(|t| t.kind != TokenKind::Mark);
    tokens
        .map(|token| {
            let lower = token.str(text).to_lowercase().replace('’', "'");
            let light = language.is_some_and(|l| l.light_words.binary_search(&lower.as_str()).is_ok());
            let counts = token.kind != TokenKind::Clitic && lower.chars().count() >= LEAST && !light;
            Compared { span: token.span, exact: word(&lower), stem: counts.then(|| word(stem(&lower))) }
        })
        .collect()
}

/// The beginning of a word in small letters, by which its forms are alike in most languages that are written with letters.
fn stem(lower: &str) -> &str {
    let whole =
        if lower.len() > 4 && !lower.ends_with("ss") { lower.strip_suffix('s').unwrap_or(lower) } else { lower };
    let end = whole.char_indices().nth(STEM).map_or(whole.len(), |(at, _)| at);
    let cut = whole.get(..end).unwrap_or(whole);
    let bare = cut.trim_end_matches(['a', 'e', 'i', 'o', 'u', 'y']);
    if bare.len() >= LEAST { bare } else { cut }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_a_word_begin_alike() {
        for forms in [["close", "closed", "closing"], ["ferry", "ferries", "ferry"], ["price", "prices", "pricing"]] {
            assert!(forms.iter().all(|form| stem(form) == stem(forms[0])), "{forms:?}");
        }
        assert_ne!(stem("bridge"), stem("bridle"));
        assert_eq!(stem("über"), "über");
    }
}
