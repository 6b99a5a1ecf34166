//! On which side of the article's day verbs set what they say.

use crate::language::Language;
use crate::model::List;

/// On which side of the article's day the verb beside a date sets it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tense {
    Past,
    Ahead,
}

/// Whether the lower-case `word` may be the past form of a verb.
pub(crate) fn is_past_form(word: &str, language: &Language) -> bool {
    let past = language.inflection.past;
    List::Past.has(word) || (word.ends_with(past) && word.len() > past.len() + 2 && !List::NoPast.has(word))
}
