//! What is particular to one language: data and a few rules behind one [`Language`].
//! In: what a page declares, and its words. Out: the pack that the words are read by, or none.

mod choose;
mod dates;
mod en;
mod foreign;
mod printed_dates;
mod sentences;

pub(crate) use choose::language_of;
pub(crate) use dates::{DateWords, DayOrder, day_order};
#[cfg(any(test, feature = "train"))]
pub(crate) use en::ENGLISH;
pub(crate) use printed_dates::DATE_WORDS;
pub(crate) use sentences::SentenceWords;

/// The pack of one language. A language without one gets extraction, marks and quotes, but no names and no speakers: no list of another
/// language is ever applied to it.
#[derive(Debug)]
pub(crate) struct Language {
    /// Primary subtag of its BCP 47 tags, in lower case.
    pub(crate) code: &'static str,
    /// Words that stand in every text of it, in lower case.
    pub(crate) commonest: &'static [&'static str],
    /// Where sentences do and do not end.
    pub(crate) sentences: &'static SentenceWords,
}
