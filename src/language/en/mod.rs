//! English.

mod amount;
mod apostrophe;
mod clause;
mod dates;
mod grammar;
mod inflection;
mod light_words;
mod name;
mod number;
mod person;
mod prose_dates;
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
    light_words: light_words::LIGHT_WORDS,
    apostrophes: &apostrophe::APOSTROPHES,
    clauses: &clause::CLAUSES,
    speech: &speech::SPEECH,
    speakers: &speaker::SPEAKERS,
    sentences: &sentences::SENTENCES,
    grammar: &grammar::GRAMMAR,
    inflection: &inflection::INFLECTION,
    name: &name::NAME,
    person: &person::PERSON,
    number: &number::NUMBER,
    amount: &amount::AMOUNT,
    prose_dates: &prose_dates::PROSE_DATES,
};
