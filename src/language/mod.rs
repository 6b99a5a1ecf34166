//! What is particular to one language: data and a few rules behind one [`Language`].
//! In: what a page declares, and its words. Out: the pack that the words are read by, or none.

mod apostrophe;
mod choose;
mod clause;
mod dates;
mod en;
mod foreign;
mod printed_dates;
mod sentences;
mod speaker;
mod speech;

pub(crate) use self::apostrophe::Apostrophes;
pub(crate) use self::choose::language_of;
pub(crate) use self::clause::{Clauses, Inflection, VerbForm};
pub(crate) use self::dates::{DateWords, DayOrder, day_order};
#[cfg(any(test, feature = "train"))]
pub(crate) use self::en::ENGLISH;
pub(crate) use self::printed_dates::DATE_WORDS;
pub(crate) use self::sentences::SentenceWords;
pub(crate) use self::speaker::{GenderedWords, PluralEnding, Speakers};
pub(crate) use self::speech::Speech;

/// The pack of one language. A language without one gets extraction, marks and quotes, but no names and no speakers: no list of another
/// language is ever applied to it.
#[derive(Debug)]
pub(crate) struct Language {
    /// Primary subtag of its BCP 47 tags, in lower case.
    pub(crate) code: &'static str,
    /// Words that stand in every text of it, in lower case.
    pub(crate) commonest: &'static [&'static str],
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
}
