//! Dates, times and amounts. In: the words of a text, and the day that the article appeared. Out: which words they are, and their values in one
//! form.

mod amount;
mod currency;
mod date;
mod decimal;
mod money;
mod number;
mod openers;
mod tense;
#[expect(clippy::module_inception, reason = "the room's one type has a file of its own")]
mod value;
mod values;

pub(crate) use openers::may_open_value;
pub(crate) use tense::is_past_form;
pub(crate) use values::{values_of, words_in_values};
