//! What is particular to one language: data and a few rules behind one [`Language`].
//! In: what a page declares, and its words. Out: the pack that the words are read by, or none.

pub(crate) mod amount;
mod apostrophe;
mod choose;
mod clause;
mod dates;
mod en;
mod foreign;
pub(crate) mod grammar;
pub(crate) mod inflection;
pub(crate) mod name;
pub(crate) mod number;
pub(crate) mod person;
mod printed_dates;
pub(crate) mod prose_dates;
mod sentences;
mod speaker;
mod speech;

pub(crate) use self::apostrophe::Apostrophes;
pub(crate) use self::choose::language_of;
pub(crate) use self::clause::{Clauses, VerbEnding, VerbForm};
pub(crate) use self::dates::{DateWords, DayOrder, day_order};
#[cfg(test)]
pub(crate) use self::en::ENGLISH;
pub(crate) use self::printed_dates::DATE_WORDS;
pub(crate) use self::sentences::SentenceWords;
pub(crate) use self::speaker::{GenderedWords, PluralEnding, Speakers};
pub(crate) use self::speech::Speech;

use amount::AmountWords;
use grammar::Grammar;
use name::NameWords;
use number::NumberWords;
use person::PersonWords;
use prose_dates::ProseDates;

/// The pack of one language. A language without one gets extraction, marks and quotes, but no names and no speakers: no list of another
/// language is ever applied to it.
#[derive(Debug)]
pub(crate) struct Language {
    /// Primary subtag of its BCP 47 tags, in lower case.
    pub(crate) code: &'static str,
    /// Words that stand in every text of it, in lower case.
    pub(crate) commonest: &'static [&'static str],
    /// Words that say little of what a sentence is about, in lower case and in order.
    pub(crate) light_words: &'static [&'static str],
    /// Where it writes apostrophes.
    pub(crate) apostrophes: &'static Apostrophes,
    /// Its word classes and verb forms.
    pub(crate) clauses: &'static Clauses,
    /// Where sentences do and do not end.
    pub(crate) sentences: &'static SentenceWords,
    /// Its reporting words besides verbs.
    pub(crate) speech: &'static Speech,
    /// How it names speakers.
    pub(crate) speakers: &'static Speakers,
    /// Function words around names.
    pub(crate) grammar: &'static Grammar,
    /// Endings of words.
    pub(crate) inflection: &'static inflection::Inflection,
    /// Words in names and between them.
    pub(crate) name: &'static NameWords,
    /// Words about persons.
    pub(crate) person: &'static PersonWords,
    /// Number words.
    pub(crate) number: &'static NumberWords,
    /// Words of money, shares and measures.
    pub(crate) amount: &'static AmountWords,
    /// Words of dates and times in running text.
    pub(crate) prose_dates: &'static ProseDates,
}
