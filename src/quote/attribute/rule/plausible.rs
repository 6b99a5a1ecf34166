//! Whether a phrase can be somebody who speaks: asked where its place in the sentence says little.

use crate::language::Language;
use crate::model::List;
use crate::quote::clause::{Head, Phrase, is_somebody};

/// From this confidence on, the sentence itself says that the phrase speaks (“the report warned: …”).
const CLEAR: f32 = 0.75;

/// Whether `phrase` merely points at something.
pub(crate) fn is_pointer(text: &str, phrase: &Phrase) -> bool {
    phrase.span.str(text).split_whitespace().all(|w| List::Pointers.has_folded(w))
}

/// Whether `phrase`, found by the rules with `confidence`, may be shown as the speaker.
pub(crate) fn can_speak(text: &str, phrase: &Phrase, confidence: f32, language: &Language) -> bool {
    match phrase.kind {
        Head::Name => true,
        Head::Pronoun => confidence >= CLEAR || !phrase.head.str(text).eq_ignore_ascii_case(language.clauses.expletive),
        Head::Noun => confidence >= CLEAR || is_somebody(phrase.head.str(text), language.speakers),
    }
}
