//! English.

mod apostrophe;
mod clause;
mod dates;
mod sentences;
mod speaker;
mod speech;

pub(super) use dates::DATES;

use super::Language;

/// English, as news and their readers write it.
pub(crate) static ENGLISH: Language = Language {
    code: "en",
    commonest: &[
        "and", "are", "at", "be", "for", "have", "he", "her", "his", "i", "is", "it", "my", "not", "of", "said", "she",
        "that", "the", "they", "this", "to", "was", "we", "with", "you",
    ],
    apostrophes: &apostrophe::APOSTROPHES,
    clauses: &clause::CLAUSES,
    speech: &speech::SPEECH,
    speakers: &speaker::SPEAKERS,
    sentences: &sentences::SENTENCES,
};
