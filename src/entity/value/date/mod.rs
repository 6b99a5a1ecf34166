//! Days, months, years and times of day. In: the words of a text, and the day that the article appeared. Out: the date or time that begins at
//! a word.

mod calendar;
mod clock;
mod period;
mod range;
mod reader;
mod relative;

pub(crate) use range::date_at;
