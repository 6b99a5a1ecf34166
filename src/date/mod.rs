//! Dates, times of day and ages. In: a line as people print it, or a value as a machine writes it.
//! Out: what it says, and where.

mod age;
mod clock;
mod day;
mod lex;
mod machine;
mod printed;
mod when;
mod words;

pub use machine::iso_date;
pub(crate) use machine::{day_in_address, machine_date, machine_day};
pub(crate) use printed::{date_in, first_day};
pub(crate) use when::{PrintedDate, When, iso_day};
