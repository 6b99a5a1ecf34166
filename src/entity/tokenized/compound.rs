//! Words with a hyphen, some of which are two words.

use crate::entity::lexicon::{LexicalClass, Lexicon};
use crate::language::Language;

/// Where the hyphen stands between the parts of a word that stand for themselves: `anti-IS` is `IS`, `Paris-based` is `Paris`.
pub(super) fn separating_hyphen(word: &str, language: &Language) -> Option<usize> {
    word.find('-').filter(|&at| {
        let (head, tail) = (word.get(..at).unwrap_or_default(), word.get(at + 1..).unwrap_or_default());
        let small = |s: &str| s.chars().next().is_some_and(char::is_lowercase);
        let class = |word: &str| Lexicon::get().class_of(word, language);
        match (small(head), small(tail)) {
            // “al-Rashid” is one name
            (true, false) => !class(head).any(LexicalClass::PARTICLE),
            // and so are “Yeung-tat”, whose tail is no common word, and “Jae-in”, with whose tail no compound ends
            (false, true) => {
                let common = tail.len() > 2 && class(tail).any(LexicalClass::WORD.with(LexicalClass::FUNCTION));
                common || tail.ends_with(language.inflection.past)
            }
            _ => false,
        }
    })
}
