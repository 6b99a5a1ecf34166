//! Words of dates and times in running text; others are lists of the model file.

use super::dates::DateWords;

/// A unit of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CalendarUnit {
    Day,
    Week,
    Fortnight,
    Weekend,
    Month,
    Year,
    Decade,
    Century,
}

/// A day that has a name of its own every year.
#[derive(Debug)]
pub(crate) struct Feast {
    /// Its words; `'s` stands for whatever makes a possessive.
    pub(crate) words: &'static [&'static str],
    /// From 1.
    pub(crate) month: u8,
    pub(crate) day: u8,
    /// Whether it is none where a capital follows: Christmas Island.
    pub(crate) alone: bool,
    /// Whether it is one only with a capital.
    pub(crate) capital: bool,
}

/// Words of dates and times, in lower case.
#[derive(Debug)]
pub(crate) struct ProseDates {
    /// The names of months and weekdays: the same that are read where a page prints a date.
    pub(crate) names: &'static DateWords,
    /// Seasons and their numbers, from spring.
    pub(crate) seasons: &'static [(&'static str, u8)],
    /// From the first.
    pub(crate) ordinals: &'static [&'static str],
    /// What makes an ordinal of digits: `th`.
    pub(crate) ordinal_tails: &'static [&'static str],
    /// Decades of the last century by name, from the twenties.
    pub(crate) decades: &'static [&'static str],
    /// Words before those.
    pub(crate) decade_leads: &'static [&'static str],
    /// What makes a decade of a year: `s`.
    pub(crate) decade_tail: &'static str,
    /// Words before a decade of two digits.
    pub(crate) short_decade_leads: &'static [&'static str],
    /// Phrases for days, and how many days they are from today.
    pub(crate) near_days: &'static [(&'static [&'static str], i64)],
    /// The same of words that a part of the day may follow.
    pub(crate) near_days_with_parts: &'static [(&'static str, i64)],
    /// `this`, before a part of the day.
    pub(crate) this: &'static str,
    /// Words before a day, month or unit that say which it is, counted from the one that runs.
    pub(crate) steps: &'static [(&'static str, i32)],
    /// The one of those that skips a week: `next` Friday is not the coming one.
    pub(crate) next: &'static str,
    /// Words that leave a date vague: `early`, `mid`.
    pub(crate) vague: &'static [&'static str],
    /// What may follow those: `in`.
    pub(crate) vague_in: &'static str,
    /// Words that do it with `of`: `beginning`.
    pub(crate) vague_of: &'static [&'static str],
    pub(crate) units: &'static [(&'static str, CalendarUnit)],
    /// What follows a number of units in the past.
    pub(crate) ago: &'static str,
    /// What follows a number of units in the future.
    pub(crate) from_now: &'static [&'static [&'static str]],
    /// Articles that count as one before a unit.
    pub(crate) one: &'static [&'static str],
    /// Words after a date that set it in the future: `said Thursday would be colder`.
    pub(crate) ahead_after: &'static [&'static str],
    /// Words before a date up to which something lasts.
    pub(crate) deadlines: &'static [&'static str],
    /// The word before an infinitive.
    pub(crate) to: &'static str,
    /// What stands between two dates that make a span.
    pub(crate) range_joiners: &'static [&'static str],
    /// What stands before a span of two dates, and between them.
    pub(crate) between: [&'static str; 2],
    /// What stands between two days of a month.
    pub(crate) day_joiners: &'static [&'static str],
    pub(crate) of: &'static str,
    /// Words before a year that is reckoned otherwise, and a short one; `fiscal`, `fy`.
    pub(crate) fiscal: &'static [&'static str],
    pub(crate) fiscal_short: &'static str,
    pub(crate) year: &'static str,
    pub(crate) quarter: &'static str,
    /// The letter before a quarter's number.
    pub(crate) quarter_letter: &'static str,
    /// Words before a quarter of a business.
    pub(crate) quarter_leads: &'static [&'static str],
    pub(crate) half: &'static str,
    pub(crate) century: &'static [&'static str],
    /// The tail of a century as one word with its number.
    pub(crate) century_tail: &'static str,
    pub(crate) feasts: &'static [Feast],
    /// Days known by their numbers, `9/11`, with their date.
    pub(crate) known_days: &'static [([&'static str; 2], &'static str)],
    /// Words before a day of the month that stands alone.
    pub(crate) day_leads: [&'static str; 2],
    /// Words after it.
    pub(crate) day_ends: &'static [&'static str],
    /// Times of day by name, and their hours.
    pub(crate) named_hours: &'static [(&'static str, u8)],
    /// What follows an hour in full.
    pub(crate) oclock: &'static [&'static str],
    /// Phrases after an hour, and the hours that they add to those before noon.
    pub(crate) hour_phrases: &'static [(&'static [&'static str], u8)],
    /// The same of abbreviations.
    pub(crate) hour_halves: &'static [(&'static str, u8)],
    /// What follows the time of a place.
    pub(crate) local_time: [&'static str; 2],
}

impl ProseDates {
    /// How far the day, month or unit after `word` is from the one that runs.
    pub(crate) fn step(&self, word: &str) -> Option<i32> {
        self.steps.iter().find(|(name, _)| *name == word).map(|s| s.1)
    }

    /// The number of a season, from spring.
    pub(crate) fn season(&self, word: &str) -> Option<u8> {
        self.seasons.iter().find(|(name, _)| *name == word).map(|s| s.1)
    }

    pub(crate) fn unit(&self, word: &str) -> Option<CalendarUnit> {
        self.units.iter().find(|(name, _)| *name == word).map(|u| u.1)
    }

    /// The number that an ordinal says, from 1.
    pub(crate) fn ordinal(&self, word: &str) -> Option<u8> {
        (1..).zip(self.ordinals).find(|(_, name)| **name == word).map(|o| o.0)
    }

    /// The number of a decade in its century.
    pub(crate) fn decade(&self, word: &str) -> Option<u8> {
        (2..).zip(self.decades).find(|(_, name)| **name == word).map(|d| d.0)
    }
}
