//! Days, months, years and times of day, set against the day that the article appeared.

use crate::model::List;
mod calendar;
mod clock;
mod period;
mod relative;

pub(super) use relative::is_past;

use super::EntityKind;
use super::lexicon::Marks;
use super::measure::Measure;
use super::tokenized::TokenizedText;
use crate::text::listed::{listed, place};
use time::{Date, Duration, Month};

/// The day in an ISO 8601 date or time, `2019-02-08…`.
pub(super) fn day(iso: &str) -> Option<Date> {
    let number = |from: usize, to: usize| iso.get(from..to)?.parse::<u16>().ok();
    let month = Month::try_from(u8::try_from(number(5, 7)?).ok()?).ok()?;
    Date::from_calendar_date(i32::from(number(0, 4)?), month, u8::try_from(number(8, 10)?).ok()?).ok()
}

/// Words in lower case that a date may begin with, besides numbers and the calendar's own.
pub(super) fn openers() -> impl Iterator<Item = &'static str> {
    List::DateOpeners.keys().chain(period::openers())
}

/// The date or time that begins at `at`, before `end`; `today` is the day the article appeared.
pub(super) fn at(page: &TokenizedText, at: usize, end: usize, start: usize, today: Option<Date>) -> Option<Measure> {
    let reader = Reader { page, at, end, start, today, year: None };
    let (length, kind, value) = reader
        .clock()
        .map(|(n, v)| (n, EntityKind::Time, v))
        .or_else(|| reader.range().map(|f| (f.length, EntityKind::Date, f.value)))?;
    (at + length <= end).then_some(Measure { words: at..at + length, kind, value })
}

/// How exact a date is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Grain {
    Weekday,
    Day,
    Month,
    Year,
    /// A span of time that begins no other.
    Span,
}

/// A date in the text.
#[derive(Clone, Debug)]
struct Found {
    /// Its words.
    length: usize,
    value: Option<String>,
    grain: Grain,
    /// Whether its year is printed.
    dated: bool,
}

impl Found {
    fn new(length: usize, grain: Grain, value: Option<String>) -> Self {
        Self { length, value, grain, dated: false }
    }

    fn dated(length: usize, grain: Grain, value: Option<String>) -> Self {
        Self { dated: true, ..Self::new(length, grain, value) }
    }

    /// The same with `more` words.
    fn longer(self, more: usize) -> Self {
        Self { length: self.length + more, ..self }
    }
}

/// Words of a text from one on that may be a date.
#[derive(Clone, Copy)]
struct Reader<'p, 't> {
    page: &'p TokenizedText<'t>,
    at: usize,
    end: usize,
    /// First word of the sentence.
    start: usize,
    today: Option<Date>,
    /// The year of days and months without one, where the words behind tell.
    year: Option<i32>,
}

impl Reader<'_, '_> {
    fn lower(&self, n: usize) -> &str {
        if self.at + n < self.end { self.page.lower(self.at + n) } else { "" }
    }

    fn before(&self) -> &str {
        if self.at > self.start { self.page.lower(self.at - 1) } else { "" }
    }

    /// The reader that begins `n` words on.
    fn on(&self, n: usize) -> Self {
        Self { at: self.at + n, ..*self }
    }

    /// A date, or two that make a span: “Monday to Wednesday”, “between 2014 and 2016”.
    fn range(&self) -> Option<Found> {
        let first = self.calendar()?;
        let joined = match self.lower(first.length) {
            "to" | "through" | "until" | "till" | "–" | "-" | "—" => true,
            "and" => self.before() == "between",
            _ => false,
        };
        let spans = first.value.as_ref().is_some_and(|v| v.contains('/')) || first.grain == Grain::Span;
        if !joined || spans {
            return Some(first);
        }
        let Some(second) = self.on(first.length + 1).calendar() else { return Some(first) };
        if second.grain != first.grain || second.value.as_ref().is_some_and(|v| v.contains('/')) {
            return Some(first);
        }
        let year = |v: &Option<String>| v.as_ref().and_then(|v| v.get(..4)).and_then(|y| y.parse::<i32>().ok());
        let again = |on: usize, year: i32| Self { year: Some(year), ..self.on(on) }.calendar().and_then(|f| f.value);
        let (mut from, mut to) = (first.value, second.value);
        if second.dated && !first.dated {
            // “May 5 to June 3, 2018”, “December 30 to January 2, 2018”
            from = year(&to).and_then(|y| again(0, y).filter(|f| Some(f) <= to.as_ref()).or_else(|| again(0, y - 1)));
        } else if !second.dated && to < from {
            to = match second.grain {
                Grain::Weekday => to.as_deref().and_then(day).and_then(|d| d.checked_add(Duration::weeks(1))).map(show),
                _ => year(&to).and_then(|y| again(first.length + 1, y + 1)),
            };
        }
        let value = from.zip(to).filter(|(from, to)| from <= to).map(|(from, to)| format!("{from}/{to}"));
        Some(Found::dated(first.length + 1 + second.length, Grain::Span, value))
    }

    fn calendar(&self) -> Option<Found> {
        self.numeric()
            .or_else(|| self.month_first())
            .or_else(|| self.day_first())
            .or_else(|| self.relative())
            .or_else(|| self.weekday(0, ""))
            .or_else(|| self.period())
            .or_else(|| self.year_alone())
            .or_else(|| self.day_alone())
    }

    /// The month named `n` words on, and the words it takes with its full stop. “May” and “March” must be capitalised.
    fn month(&self, n: usize) -> Option<(Month, usize)> {
        let at = self.at + n;
        let word = self.page.word(at).filter(|w| at < self.end && w.is(Marks::MONTH))?;
        if !word.is_capital() {
            return None;
        }
        let number = place("jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec", self.page.lower(at).get(..3)?)?;
        let month = Month::try_from(number + 1).ok()?;
        let short = word.text.len() <= 4 && !listed("july|june|may", self.page.lower(at));
        let stop = short && self.lower(n + 1) == ".";
        let stop = stop && self.page.word(at + 1).is_some_and(|w| w.span.start == word.span.end);
        Some((month, if stop { 2 } else { 1 }))
    }

    /// A day of the month `n` words on: `8`, `8th`.
    fn day(&self, n: usize) -> Option<u8> {
        nth(self.lower(n)).map(|(day, _)| day).filter(|day| (1..=31).contains(day))
    }

    /// A year `n` words on.
    fn year(&self, n: usize) -> Option<i32> {
        let text = self.lower(n);
        let year = text.parse().ok().filter(|_| text.len() == 4)?;
        (1000..2100).contains(&year).then_some(year)
    }

    /// The year `n` words on or behind a comma there, and the words both take.
    fn year_behind(&self, n: usize) -> Option<(i32, usize)> {
        let comma = usize::from(matches!(self.lower(n), "," | "of"));
        self.year(n + comma).map(|y| (y, comma + 1))
    }

    /// Today moved by so many days.
    fn shift(&self, days: i64) -> Option<String> {
        self.today.and_then(|d| d.checked_add(Duration::days(days))).map(show)
    }
}

/// A small number in digits, and whether it is written as an ordinal: `8`, `8th`.
fn nth(text: &str) -> Option<(u8, bool)> {
    let digits = text.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let tail = text.get(digits.len()..)?;
    let number = digits.parse().ok()?;
    matches!(tail, "" | "st" | "nd" | "rd" | "th").then_some((number, !tail.is_empty()))
}

fn show(day: Date) -> String {
    format!("{:04}-{:02}-{:02}", day.year(), u8::from(day.month()), day.day())
}

fn iso_month(year: i32, month: Month) -> String {
    format!("{year:04}-{:02}", u8::from(month))
}

fn iso_day(year: i32, month: Month, day: u8) -> Option<String> {
    Date::from_calendar_date(year, month, day).ok().map(show)
}
