//! Days, weeks, months and years counted from the article's own, and weekdays by the tense of their verb.

use super::{Found, Grain, Reader, iso_month, show};
use crate::entity::lexicon::Marks;
use crate::entity::number;
use crate::entity::tokenized::Shape;
use crate::model::List;
use crate::text::listed::place;
use time::{Date, Duration, Month};

/// On which side of the article's day the verb beside a date sets it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tense {
    Past,
    Ahead,
}

/// Words between a date and its verb that are read, at most.
const WINDOW: usize = 10;

const WEEKDAYS: &str = "monday|tuesday|wednesday|thursday|friday|saturday|sunday";

/// Whether the lower-case `word` may be the past form of a verb.
pub(in crate::entity) fn is_past(word: &str) -> bool {
    List::Past.has(word) || (word.ends_with("ed") && word.len() > 4 && !List::NoPast.has(word))
}

impl Reader<'_, '_> {
    /// What the nearest verb tells: first before the date, then behind it.
    pub(super) fn tense(&self) -> Option<Tense> {
        // “said Thursday would be colder”
        if matches!(self.lower(1), "will" | "would" | "'ll" | "’ll" | "may" | "could") {
            return Some(Tense::Ahead);
        }
        let stops = |i: usize| matches!(self.page.lower(i), ";" | ":" | "\"" | "“" | "”" | "(" | ")");
        let back = (self.start..self.at).rev().take(WINDOW).take_while(|&i| !stops(i));
        let behind = (self.at + 1..self.end).take(WINDOW).take_while(|&i| !stops(i));
        let deadline = matches!(self.before(), "until" | "till" | "by");
        // “asked them to stay indoors until Wednesday”
        if deadline && (self.start..self.at).rev().take(5).any(|i| self.page.lower(i) == "to") {
            return Some(Tense::Ahead);
        }
        back.chain(behind).find_map(|i| self.verb(i)).or(deadline.then_some(Tense::Ahead))
    }

    fn verb(&self, at: usize) -> Option<Tense> {
        let lower = self.page.lower(at);
        self.page.word(at).filter(|w| matches!(w.shape, Shape::Lower | Shape::Clitic))?;
        let earlier = |n: usize| if at >= self.start + n { self.page.lower(at - n) } else { "" };
        if List::Ahead.has(lower) || (lower == "to" && List::Plans.has(earlier(1))) {
            return Some(Tense::Ahead);
        }
        let past = is_past(lower);
        // “will be held”, “expected to be released”
        let modal =
            (1..=3).any(|n| List::Ahead.has(earlier(n)) || (earlier(n) == "to" && List::Plans.has(earlier(n + 1))));
        past.then_some(if modal { Tense::Ahead } else { Tense::Past })
    }

    /// `yesterday`, `last week`, `late next year`, `two weeks ago`, `last Friday`, `the day after tomorrow`, `mid-March`.
    pub(super) fn relative(&self) -> Option<Found> {
        let near = match (self.lower(0), self.lower(1), self.lower(2)) {
            ("day", "after", "tomorrow") => Some((3, 2)),
            ("day", "before", "yesterday") => Some((3, -2)),
            ("last", "night", _) => Some((2, -1)),
            ("this", part, _) if List::DayParts.has(part) => Some((2, 0)),
            ("today" | "tonight", ..) => Some((1, 0)),
            ("yesterday", part, _) => Some((1 + usize::from(List::DayParts.has(part)), -1)),
            ("tomorrow", part, _) => Some((1 + usize::from(List::DayParts.has(part)), 1)),
            _ => None,
        };
        if let Some((length, days)) = near {
            return Some(Found::new(length, Grain::Day, self.shift(days)));
        }
        let early = match (self.lower(0), self.lower(1)) {
            ("beginning" | "middle", "of") => 2,
            ("early" | "late" | "mid" | "earlier" | "later", "in") => 2,
            ("early" | "late" | "mid" | "earlier" | "later", _) => 1,
            _ => 0,
        };
        let word = self.lower(early);
        let step = match word {
            "last" | "previous" | "past" => -1,
            "this" => 0,
            "next" | "coming" => 1,
            _ if early == 1 => {
                // “mid-March”, “late 2018”, “early 1990s”
                let hyphen = usize::from(self.lower(1) == "-");
                let inner = self.on(1 + hyphen);
                let found = inner.month_first().filter(|f| f.grain == Grain::Month);
                return found.or_else(|| inner.period()).or_else(|| inner.year_alone()).map(|f| f.longer(1 + hyphen));
            }
            _ => return self.counted(),
        };
        if let Some(found) = self.weekday(early + 1, word) {
            return Some(found.longer(early + 1));
        }
        if let Some((month, n)) = self.month(early + 1) {
            let value = self.today.map(|d| {
                let here = u8::from(d.month());
                let later = u8::from(month) > here || (u8::from(month) == here && step > 0);
                let year = match step {
                    -1 => d.year() - i32::from(u8::from(month) >= here),
                    0 => d.year(),
                    _ => d.year() + i32::from(!later),
                };
                iso_month(year, month)
            });
            return Some(Found::new(early + 1 + n, Grain::Month, value));
        }
        let unit = self.lower(early + 1);
        if let Some(value) = self.season(unit, step) {
            return Some(Found::new(early + 2, Grain::Span, value));
        }
        List::Spans.has(unit).then(|| Found::new(early + 2, Grain::Span, self.step(unit, step)))
    }

    /// `two weeks ago`, `a year from now`, `in three days' time`.
    fn counted(&self) -> Option<Found> {
        let (count, taken) = match number::read(self.page, self.at, self.end) {
            Some((n, taken)) => (n.count(), taken),
            None if matches!(self.lower(0), "a" | "an") => (Some(1), 1),
            None => return None,
        };
        let unit = self.lower(taken);
        let unit = unit.strip_suffix('s').unwrap_or(unit);
        if !List::Steps.has(unit) {
            return None;
        }
        let (sign, more) = match (self.lower(taken + 1), self.lower(taken + 2)) {
            ("ago", _) => (-1, 1),
            ("from", "now" | "today") => (1, 2),
            ("'" | "’" | "'s" | "’s", "time") => (1, 2),
            _ => return None,
        };
        let by = count.and_then(|n| i32::try_from(n).ok()).and_then(|n| n.checked_mul(sign));
        Some(Found::new(taken + 1 + more, Grain::Span, by.and_then(|by| self.step(unit, by))))
    }

    /// The article's week, month or year, moved by `by` of them.
    fn step(&self, unit: &str, by: i32) -> Option<String> {
        let today = self.today?;
        let week = |by: i32| today.checked_add(Duration::weeks(i64::from(by)));
        match unit {
            "day" => today.checked_add(Duration::days(i64::from(by))).map(show),
            "week" | "fortnight" => {
                let (year, week, _) = week(by.checked_mul(if unit == "week" { 1 } else { 2 })?)?.to_iso_week_date();
                Some(format!("{year:04}-W{week:02}"))
            }
            "weekend" => {
                // on a Saturday or Sunday “this weekend” is the one that runs
                let day = week(by)?;
                let saturday =
                    day.checked_add(Duration::days(5 - i64::from(day.weekday().number_days_from_monday())))?;
                Some(format!("{}/{}", show(saturday), show(saturday.next_day()?)))
            }
            "month" => {
                let index = (today.year() * 12 + i32::from(u8::from(today.month())) - 1).checked_add(by)?;
                let month = Month::try_from(u8::try_from(index.rem_euclid(12) + 1).ok()?).ok()?;
                Some(iso_month(index.div_euclid(12), month))
            }
            "year" => today.year().checked_add(by).filter(|y| (0..=9999).contains(y)).map(|y| format!("{y:04}")),
            "decade" => {
                let decade = by.checked_mul(10).and_then(|by| today.year().checked_add(by))?.div_euclid(10);
                (0..=999).contains(&decade).then(|| format!("{decade:03}X"))
            }
            "century" => {
                let century = today.year().div_euclid(100).checked_add(by)?;
                (0..=99).contains(&century).then(|| format!("{century:02}XX"))
            }
            _ => None,
        }
    }

    /// A weekday `n` words on; `led` is the word that leads it (“last”, “next”). The length counts from the weekday.
    pub(super) fn weekday(&self, n: usize, led: &str) -> Option<Found> {
        let at = self.at + n;
        let word = self.page.word(at).filter(|w| at < self.end && w.is(Marks::WEEKDAY) && w.shape != Shape::Lower)?;
        let number = place(WEEKDAYS, &word.text.to_ascii_lowercase())?;
        // “Friday, Feb. 8, 2019” is one date
        let comma = usize::from(self.lower(n + 1) == ",");
        let behind = self.on(n + 1 + comma);
        let full = behind.month_first().filter(|f| f.grain != Grain::Month).or_else(|| behind.day_first());
        if let Some(found) = full {
            return Some(found.longer(1 + comma));
        }
        // “Sunday Times”
        let paper = self.page.is_capital(at + 1) && self.page.is(at + 1, Marks::ORG_HEAD)
            || List::Papers.has(self.lower(n + 1));
        if paper && at + 1 < self.end {
            return None;
        }
        let often = List::Recurring.has(self.before());
        let value = self.today.filter(|_| !often).map(|today| self.day_of(today, number, n, led));
        let part = usize::from(List::DayParts.has(self.lower(n + 1)));
        Some(Found::new(1 + part, Grain::Weekday, value.map(show)))
    }

    /// A report tells of the days just past, unless its verb looks ahead.
    fn day_of(&self, today: Date, number: u8, n: usize, led: &str) -> Date {
        let ahead = self.on(n).tense() == Some(Tense::Ahead);
        let back = i64::from((7 + today.weekday().number_days_from_monday() - number) % 7);
        let back = match led {
            "next" => back - 7,
            "last" | "past" | "previous" if back == 0 => 7,
            "last" | "past" | "previous" => back,
            "this" | "coming" if back > 0 => back - 7,
            _ if ahead && back > 0 => back - 7,
            _ => back,
        };
        today.saturating_sub(Duration::days(back))
    }
}
