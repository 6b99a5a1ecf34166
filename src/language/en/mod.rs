//! English.

mod apostrophe;
mod clause;
mod speaker;
mod speech;

use super::Language;

/// English, as news and their readers write it.
pub(super) static ENGLISH: Language = Language {
    code: "en",
    commonest: &[
        "and", "are", "at", "be", "for", "have", "he", "her", "his", "i", "is", "it", "my", "not", "of", "said", "she",
        "that", "the", "they", "this", "to", "was", "we", "with", "you",
    ],
    apostrophes: &apostrophe::APOSTROPHES,
    clauses: &clause::CLAUSES,
    speech: &speech::SPEECH,
    speakers: &speaker::SPEAKERS,
};
