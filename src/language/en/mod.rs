//! English.

mod amount;
mod grammar;
mod inflection;
mod name;
mod number;
mod person;
mod prose_dates;

use super::Language;

/// English, as news and their readers write it.
pub(super) static ENGLISH: Language = Language {
    code: "en",
    commonest: &[
        "and", "are", "at", "be", "for", "have", "he", "her", "his", "i", "is", "it", "my", "not", "of", "said", "she",
        "that", "the", "they", "this", "to", "was", "we", "with", "you",
    ],
    grammar: &grammar::GRAMMAR,
    inflection: &inflection::INFLECTION,
    name: &name::NAME,
    person: &person::PERSON,
    number: &number::NUMBER,
    amount: &amount::AMOUNT,
    prose_dates: &prose_dates::PROSE_DATES,
};
