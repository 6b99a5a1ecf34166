//! Words of a text that may be a date, and what they are read as.

use crate::date::iso_day;
use crate::entity::lexicon::LexicalClass;
use crate::entity::tokenized::TokenizedText;
use crate::language::prose_dates::ProseDates;
use time::{Date, Duration, Month};

/// How exact a date is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Grain {
    Weekday,
    Day,
    Month,
    Year,
    /// A span of time that begins no other.
    Span,
}

/// A date in the text.
#[derive(Clone, Debug)]
pub(super) struct ParsedDate {
    /// Its words.
    pub(super) length: usize,
    pub(super) value: Option<String>,
    pub(super) grain: Grain,
    /// Whether its year is printed.
    pub(super) dated: bool,
}

impl ParsedDate {
    pub(super) fn new(length: usize, grain: Grain, value: Option<String>) -> Self {
        Self { length, value, grain, dated: false }
    }

    pub(super) fn dated(length: usize, grain: Grain, value: Option<String>) -> Self {
        Self { dated: true, ..Self::new(length, grain, value) }
    }

    /// The same with `more` words.
    pub(super) fn longer(self, more: usize) -> Self {
        Self { length: self.length + more, ..self }
    }
}

/// Words of a text from one on that may be a date.
#[derive(Clone, Copy)]
pub(super) struct DateReader<'p, 't> {
    pub(super) tokens: &'p TokenizedText<'t>,
    pub(super) at: usize,
    pub(super) end: usize,
    /// First word of the sentence.
    pub(super) start: usize,
    pub(super) today: Option<Date>,
    /// The year of days and months without one, where the words after it give one.
    pub(super) year: Option<i32>,
}

impl DateReader<'_, '_> {
    pub(super) fn words(&self) -> &'static ProseDates {
        self.tokens.language.prose_dates
    }

    pub(super) fn lower(&self, n: usize) -> &str {
        if self.at + n < self.end { self.tokens.lower(self.at + n) } else { "" }
    }

    /// Whether the words from the `n`th on are those of `phrase`.
    pub(super) fn has_phrase(&self, n: usize, phrase: &[&str]) -> bool {
        phrase.iter().zip(n..).all(|(word, at)| self.lower(at) == *word)
    }

    pub(super) fn before(&self) -> &str {
        if self.at > self.start { self.tokens.lower(self.at - 1) } else { "" }
    }

    /// The reader that begins `n` words on.
    pub(super) fn on(&self, n: usize) -> Self {
        Self { at: self.at + n, ..*self }
    }

    /// The month named `n` words on, and the words it takes with its full stop. “May” and “March” must be capitalised.
    pub(super) fn month(&self, n: usize) -> Option<(Month, usize)> {
        let at = self.at + n;
        let word = self.tokens.word(at).filter(|w| at < self.end && w.is(LexicalClass::MONTH))?;
        if !word.is_capital() {
            return None;
        }
        let lower = self.tokens.lower(at);
        let mut named = (1..).zip(self.words().names.months);
        let (number, names) = named.find(|(_, names)| names.iter().any(|name| name.starts_with(lower)))?;
        let month = Month::try_from(number).ok()?;
        let short = word.text.len() <= 4 && names.first() != Some(&lower);
        let stop = short && self.lower(n + 1) == ".";
        let stop = stop && self.tokens.word(at + 1).is_some_and(|w| w.span.start == word.span.end);
        Some((month, if stop { 2 } else { 1 }))
    }

    /// A day of the month `n` words on: `8`, `8th`.
    pub(super) fn day(&self, n: usize) -> Option<u8> {
        nth(self.lower(n), self.words()).map(|(day, _)| day).filter(|day| (1..=31).contains(day))
    }

    /// A year `n` words on.
    pub(super) fn year(&self, n: usize) -> Option<i32> {
        let text = self.lower(n);
        let year = text.parse().ok().filter(|_| text.len() == 4)?;
        (1000..2100).contains(&year).then_some(year)
    }

    /// The year `n` words on or after a comma there, and the words both take.
    pub(super) fn year_after(&self, n: usize) -> Option<(i32, usize)> {
        let comma = usize::from(self.lower(n) == "," || self.lower(n) == self.words().of);
        self.year(n + comma).map(|y| (y, comma + 1))
    }

    /// Today moved by so many days.
    pub(super) fn shift(&self, days: i64) -> Option<String> {
        self.today.and_then(|d| d.checked_add(Duration::days(days))).map(iso_day)
    }
}

/// A small number in digits, and whether it is written as an ordinal: `8`, `8th`.
pub(super) fn nth(text: &str, words: &ProseDates) -> Option<(u8, bool)> {
    let digits = text.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let tail = text.get(digits.len()..)?;
    let number = digits.parse().ok()?;
    (tail.is_empty() || words.ordinal_tails.contains(&tail)).then_some((number, !tail.is_empty()))
}

pub(super) fn iso_month(year: i32, month: Month) -> String {
    format!("{year:04}-{:02}", u8::from(month))
}

pub(super) fn iso_calendar_day(year: i32, month: Month, day: u8) -> Option<String> {
    Date::from_calendar_date(year, month, day).ok().map(iso_day)
}
