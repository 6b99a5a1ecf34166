//! Days, weeks, months and years counted from the article's own, and weekdays by the tense of their verb.

use super::reader::{DateReader, Grain, ParsedDate, iso_month};
use crate::date::iso_day;
use crate::entity::lexicon::LexicalClass;
use crate::entity::tokenized::Shape;
use crate::entity::value::number::number_at;
use crate::entity::value::tense::{Tense, is_past_form};
use crate::language::prose_dates::CalendarUnit;
use crate::model::List;
use time::{Date, Duration, Month};

/// Words between a date and its verb that are read, at most.
const WINDOW: usize = 10;

impl DateReader<'_, '_> {
    /// What the nearest verb says: first before the date, then after it.
    pub(super) fn tense(&self) -> Option<Tense> {
        let words = self.words();
        // “said Thursday would be colder”
        if words.ahead_after.contains(&self.lower(1)) {
            return Some(Tense::Ahead);
        }
        let stops = |i: usize| matches!(self.tokens.lower(i), ";" | ":" | "\"" | "“" | "”" | "(" | ")");
        let back = (self.start..self.at).rev().take(WINDOW).take_while(|&i| !stops(i));
        let after = (self.at + 1..self.end).take(WINDOW).take_while(|&i| !stops(i));
        let deadline = words.deadlines.contains(&self.before());
        // “asked them to stay indoors until Wednesday”
        if deadline && (self.start..self.at).rev().take(5).any(|i| self.tokens.lower(i) == words.to) {
            return Some(Tense::Ahead);
        }
        back.chain(after).find_map(|i| self.verb(i)).or(deadline.then_some(Tense::Ahead))
    }

    fn verb(&self, at: usize) -> Option<Tense> {
        let (lower, to) = (self.tokens.lower(at), self.words().to);
        self.tokens.word(at).filter(|w| matches!(w.shape, Shape::Lower | Shape::Clitic))?;
        let earlier = |n: usize| if at >= self.start + n { self.tokens.lower(at - n) } else { "" };
        if List::Ahead.has(lower) || (lower == to && List::Plans.has(earlier(1))) {
            return Some(Tense::Ahead);
        }
        let past = is_past_form(lower, self.tokens.language);
        // “will be held”, “expected to be released”
        let modal =
            (1..=3).any(|n| List::Ahead.has(earlier(n)) || (earlier(n) == to && List::Plans.has(earlier(n + 1))));
        past.then_some(if modal { Tense::Ahead } else { Tense::Past })
    }

    /// `yesterday`, `last week`, `late next year`, `two weeks ago`, `last Friday`, `the day after tomorrow`, `mid-March`.
    pub(super) fn relative(&self) -> Option<ParsedDate> {
        let words = self.words();
        if let Some(found) = self.near_day() {
            return Some(found);
        }
        let vague = words.vague.contains(&self.lower(0));
        let early = if words.vague_of.contains(&self.lower(0)) && self.lower(1) == words.of
            || vague && self.lower(1) == words.vague_in
        {
            2
        } else {
            usize::from(vague)
        };
        let word = self.lower(early);
        let Some(step) = words.step(word) else {
            if early != 1 {
                return self.counted();
            }
            // “mid-March”, “late 2018”, “early 1990s”
            let hyphen = usize::from(self.lower(1) == "-");
            let inner = self.on(1 + hyphen);
            let found = inner.month_first().filter(|f| f.grain == Grain::Month);
            return found.or_else(|| inner.period()).or_else(|| inner.year_alone()).map(|f| f.longer(1 + hyphen));
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
            return Some(ParsedDate::new(early + 1 + n, Grain::Month, value));
        }
        let unit = self.lower(early + 1);
        if let Some(value) = self.season(unit, step) {
            return Some(ParsedDate::new(early + 2, Grain::Span, value));
        }
        List::Spans.has(unit).then(|| {
            let value = words.unit(unit).and_then(|unit| self.step(unit, step));
            ParsedDate::new(early + 2, Grain::Span, value)
        })
    }

    /// `yesterday`, `last night`, `this morning`, `the day after tomorrow`.
    fn near_day(&self) -> Option<ParsedDate> {
        let words = self.words();
        let day = |length: usize, days: i64| Some(ParsedDate::new(length, Grain::Day, self.shift(days)));
        let part = |n: usize| List::DayParts.has(self.lower(n));
        if let Some((phrase, days)) = words.near_days.iter().find(|(phrase, _)| self.has_phrase(0, phrase)) {
            return day(phrase.len(), *days);
        }
        if self.lower(0) == words.this && part(1) {
            return day(2, 0);
        }
        let (_, days) = words.near_days_with_parts.iter().find(|(word, _)| *word == self.lower(0))?;
        day(1 + usize::from(part(1)), *days)
    }

    /// `two weeks ago`, `a year from now`, `in three days' time`.
    fn counted(&self) -> Option<ParsedDate> {
        let words = self.words();
        let (count, taken) = match number_at(self.tokens, self.at, self.end) {
            Some((n, taken)) => (n.count(), taken),
            None if words.one.contains(&self.lower(0)) => (Some(1), 1),
            None => return None,
        };
        let unit = self.tokens.language.inflection.in_singular(self.lower(taken));
        if !List::Steps.has(unit) {
            return None;
        }
        let (sign, more) = if self.lower(taken + 1) == words.ago {
            (-1, 1)
        } else {
            (1, words.from_now.iter().find(|phrase| self.has_phrase(taken + 1, phrase))?.len())
        };
        let by = count.and_then(|n| i32::try_from(n).ok()).and_then(|n| n.checked_mul(sign));
        let value = words.unit(unit).and_then(|unit| self.step(unit, by?));
        Some(ParsedDate::new(taken + 1 + more, Grain::Span, value))
    }

    /// The article's week, month or year, moved by `by` of them.
    fn step(&self, unit: CalendarUnit, by: i32) -> Option<String> {
        let today = self.today?;
        let week = |by: i32| today.checked_add(Duration::weeks(i64::from(by)));
        match unit {
            CalendarUnit::Day => today.checked_add(Duration::days(i64::from(by))).map(iso_day),
            CalendarUnit::Week | CalendarUnit::Fortnight => {
                let weeks = if unit == CalendarUnit::Week { 1 } else { 2 };
                let (year, week, _) = week(by.checked_mul(weeks)?)?.to_iso_week_date();
                Some(format!("{year:04}-W{week:02}"))
            }
            CalendarUnit::Weekend => {
                // on a Saturday or Sunday “this weekend” is the one that runs
                let day = week(by)?;
                let saturday =
                    day.checked_add(Duration::days(5 - i64::from(day.weekday().number_days_from_monday())))?;
                Some(format!("{}/{}", iso_day(saturday), iso_day(saturday.next_day()?)))
            }
            CalendarUnit::Month => {
                let index = (today.year() * 12 + i32::from(u8::from(today.month())) - 1).checked_add(by)?;
                let month = Month::try_from(u8::try_from(index.rem_euclid(12) + 1).ok()?).ok()?;
                Some(iso_month(index.div_euclid(12), month))
            }
            CalendarUnit::Year => {
                today.year().checked_add(by).filter(|y| (0..=9999).contains(y)).map(|y| format!("{y:04}"))
            }
            CalendarUnit::Decade => {
                let decade = by.checked_mul(10).and_then(|by| today.year().checked_add(by))?.div_euclid(10);
                (0..=999).contains(&decade).then(|| format!("{decade:03}X"))
            }
            CalendarUnit::Century => {
                let century = today.year().div_euclid(100).checked_add(by)?;
                (0..=99).contains(&century).then(|| format!("{century:02}XX"))
            }
        }
    }

    /// A weekday `n` words on; `led` is the word that leads it (“last”, “next”). The length counts from the weekday.
    pub(super) fn weekday(&self, n: usize, led: &str) -> Option<ParsedDate> {
        let at = self.at + n;
        self.tokens.word(at).filter(|w| at < self.end && w.is(LexicalClass::WEEKDAY) && w.shape != Shape::Lower)?;
        let lower = self.tokens.lower(at);
        let number = (0..).zip(self.words().names.weekdays).find(|(_, names)| names.contains(&lower))?.0;
        // “Friday, Feb. 8, 2019” is one date
        let comma = usize::from(self.lower(n + 1) == ",");
        let after = self.on(n + 1 + comma);
        let full = after.month_first().filter(|f| f.grain != Grain::Month).or_else(|| after.day_first());
        if let Some(found) = full {
            return Some(found.longer(1 + comma));
        }
        // “Sunday Times”
        let paper = self.tokens.is_capital(at + 1) && self.tokens.is(at + 1, LexicalClass::ORG_HEAD)
            || List::Papers.has(self.lower(n + 1));
        if paper && at + 1 < self.end {
            return None;
        }
        let often = List::Recurring.has(self.before());
        let value = self.today.filter(|_| !often).map(|today| self.day_of(today, number, n, led));
        let part = usize::from(List::DayParts.has(self.lower(n + 1)));
        Some(ParsedDate::new(1 + part, Grain::Weekday, value.map(iso_day)))
    }

    /// A report is about the days just past, unless its verb looks ahead.
    fn day_of(&self, today: Date, number: u8, n: usize, led: &str) -> Date {
        let ahead = self.on(n).tense() == Some(Tense::Ahead);
        let back = i64::from((7 + today.weekday().number_days_from_monday() - number) % 7);
        let words = self.words();
        let back = match words.step(led) {
            Some(1) if led == words.next => back - 7,
            Some(-1) if back == 0 => 7,
            Some(-1) => back,
            Some(_) if back > 0 => back - 7,
            _ if ahead && back > 0 => back - 7,
            _ => back,
        };
        today.saturating_sub(Duration::days(back))
    }
}
