//! What a date says, and how ISO 8601 writes it.

use super::clock::Clock;
use crate::language::DayOrder;
use crate::text::Span;
use time::Date;

/// What a printed date says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum When {
    /// A day; the time of day, if printed, is in the page's own zone unless it says otherwise.
    Day { date: Date, clock: Option<Clock> },
    /// Three numbers whose order the line does not give (`03/05/2021`): first, second, year.
    Numbers { first: u8, second: u8, year: i32, clock: Option<Clock> },
    /// A day without its year (`3 May at 10:15`).
    Yearless { clock: bool },
    /// A month and a year.
    Month,
    /// A time of day alone.
    Clock,
    /// So long ago. `said` when a word says that it is an age (`ago`, `vor`); else it is a mere length of time.
    Age { said: bool },
}

impl When {
    /// The same with a time of day, where it has none.
    pub(super) fn with_clock(self, clock: Option<Clock>) -> Self {
        match self {
            Self::Day { date, clock: own } => Self::Day { date, clock: own.or(clock) },
            Self::Numbers { first, second, year, clock: own } => {
                Self::Numbers { first, second, year, clock: own.or(clock) }
            }
            Self::Yearless { .. } => Self::Yearless { clock: clock.is_some() },
            other => other,
        }
    }

    /// The day that it names, and the time of day if it has one; `order` says which of two numbers is the day.
    fn day(self, order: Option<DayOrder>) -> Option<(Date, Option<Clock>)> {
        match self {
            Self::Day { date, clock } => Some((date, clock)),
            Self::Numbers { first, second, year, clock } => {
                let (month, day) = match order {
                    Some(DayOrder::DayFirst) => (second, first),
                    Some(DayOrder::MonthFirst) => (first, second),
                    None if first == second => (first, second),
                    None => return None,
                };
                Some((calendar_date(year, month, day)?, clock))
            }
            Self::Yearless { .. } | Self::Month | Self::Clock | Self::Age { .. } => None,
        }
    }

    /// As ISO 8601 writes it: a day, or a time, with its offset where that is known. An age has none: nobody knows when the page was read.
    pub(crate) fn iso(self, order: Option<DayOrder>) -> Option<String> {
        let (date, clock) = self.day(order)?;
        Some(iso_day(date) + &clock.map(Clock::iso).unwrap_or_default())
    }

    /// The same, with a time of day only where its offset is known: without, it says no instant.
    pub(crate) fn iso_instant(self, order: Option<DayOrder>) -> Option<String> {
        let (date, clock) = self.day(order)?;
        Self::Day { date, clock: clock.filter(|c| c.offset.is_some()) }.iso(None)
    }

    /// The day alone.
    pub(crate) fn iso_day(self, order: Option<DayOrder>) -> Option<String> {
        self.day(order).map(|(date, _)| iso_day(date))
    }
}

/// A date found in a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct PrintedDate {
    /// Where, in bytes of the line.
    pub(crate) span: Span,
    pub(crate) when: When,
}

impl PrintedDate {
    /// How sure it is to be a date: 3 a whole day or an age, 2 a day without its year or a mere length of time, 1 less.
    pub(crate) fn weight(&self) -> u8 {
        match self.when {
            When::Day { .. } | When::Numbers { .. } | When::Age { said: true } => 3,
            When::Yearless { clock: true } => 3,
            When::Yearless { .. } | When::Age { said: false } => 2,
            When::Month | When::Clock => 1,
        }
    }
}

/// The day, if the calendar has it.
pub(crate) fn calendar_date(year: i32, month: u8, day: u8) -> Option<Date> {
    Date::from_calendar_date(year, time::Month::try_from(month).ok()?, day).ok()
}

/// `2019-02-08`.
pub(crate) fn iso_day(date: Date) -> String {
    format!("{:04}-{:02}-{:02}", date.year(), u8::from(date.month()), date.day())
}
