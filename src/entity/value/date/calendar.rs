//! Dates by number and by month, and years.

use super::reader::{DateReader, Grain, ParsedDate, iso_calendar_day, iso_month, nth};
use crate::date::{iso_day, machine_day};
use crate::entity::value::tense::Tense;
use crate::model::List;
use time::{Date, Month};

/// Days after which the year of a date without one is in doubt, and the tense of its verb decides.
const NEAR: i64 = 31;

impl DateReader<'_, '_> {
    /// `Feb. 8, 2019`, `February 2019`, `May 5`, `March 3-5`, `in March`.
    pub(super) fn month_first(&self) -> Option<ParsedDate> {
        let (month, taken) = self.month(0)?;
        if let Some((first, last, more)) = self.days(taken) {
            let length = taken + more;
            let found = match self.year_after(length) {
                Some((year, more)) => self.in_year(length + more, Some(year), month, first, last),
                // the day of 2001 that needs no year
                None if month == Month::September && first == 11 && List::Attacks.has(self.lower(length)) => {
                    self.in_year(length, Some(2001), month, first, last)
                }
                None => self.in_year(length, None, month, first, last),
            };
            return Some(found);
        }
        if let Some((year, more)) = self.year_after(taken) {
            return Some(ParsedDate::dated(taken + more, Grain::Month, Some(iso_month(year, month))));
        }
        let sure = List::MonthLeads.has(self.before()) || !List::DoubtfulMonths.has(self.lower(0));
        sure.then(|| ParsedDate::new(taken, Grain::Month, self.near_month(month)))
    }

    /// `8 February 2019`, `3-5 March`, `the 8th of February`.
    pub(super) fn day_first(&self) -> Option<ParsedDate> {
        let (first, last, more) = self.days(0)?;
        let of = usize::from(self.lower(more) == self.words().of);
        let (month, taken) = self.month(more + of)?;
        let length = more + of + taken;
        Some(match self.year_after(length) {
            Some((year, more)) => self.in_year(length + more, Some(year), month, first, last),
            None => self.in_year(length, None, month, first, last),
        })
    }

    /// One day or two, `8`, `3-5`, `3 – 5`, and the words they take.
    fn days(&self, n: usize) -> Option<(u8, Option<u8>, usize)> {
        if let Some((from, to)) = self.lower(n).split_once('-') {
            let (from, to) = (nth(from, self.words())?.0, nth(to, self.words())?.0);
            return (0 < from && from < to && to <= 31).then_some((from, Some(to), 1));
        }
        let first = self.day(n)?;
        let dash = self.words().day_joiners.contains(&self.lower(n + 1));
        let last = self.day(n + 2).filter(|last| dash && *last > first);
        // “March 3 to 5 percent” is none, nor is “April 5 to 8 March”
        let lone = !List::Counted.has(self.lower(n + 3)) && (self.month(n + 3).is_none() || n == 0);
        match last.filter(|_| lone) {
            Some(last) => Some((first, Some(last), 3)),
            None => Some((first, None, 1)),
        }
    }

    fn in_year(&self, length: usize, year: Option<i32>, month: Month, first: u8, last: Option<u8>) -> ParsedDate {
        let from = match year {
            Some(year) => iso_calendar_day(year, month, first),
            None => self.nearest(month, first),
        };
        let Some(last) = last else {
            return ParsedDate { dated: year.is_some(), ..ParsedDate::new(length, Grain::Day, from) };
        };
        let year = from.as_ref().and_then(|f| f.get(..4)).and_then(|y| y.parse().ok());
        let value =
            from.zip(year.and_then(|y| iso_calendar_day(y, month, last))).map(|(from, to)| format!("{from}/{to}"));
        ParsedDate::dated(length, Grain::Span, value)
    }

    /// The day closest to the article's among this year's, last year's and next year's; where none is near, the one on the side
    /// that the verb gives. Without the article's day no value.
    pub(super) fn nearest(&self, month: Month, day: u8) -> Option<String> {
        if let Some(year) = self.year {
            return iso_calendar_day(year, month, day);
        }
        let today = self.today?;
        let away = |d: Date| (d - today).whole_days();
        let years = [today.year() - 1, today.year(), today.year() + 1];
        let days = || years.into_iter().filter_map(|y| Date::from_calendar_date(y, month, day).ok());
        let nearest = days().min_by_key(|d| away(*d).abs())?;
        let side = match self.tense().filter(|_| away(nearest).abs() > NEAR) {
            Some(Tense::Past) => days().filter(|d| away(*d) <= 0).max(),
            Some(Tense::Ahead) => days().find(|d| away(*d) >= 0),
            None => None,
        };
        Some(iso_day(side.unwrap_or(nearest)))
    }

    fn near_month(&self, month: Month) -> Option<String> {
        if let Some(year) = self.year {
            return Some(iso_month(year, month));
        }
        let today = self.today?;
        let away =
            |year: i32| (year - today.year()) * 12 + i32::from(u8::from(month)) - i32::from(u8::from(today.month()));
        let years = || [today.year(), today.year() - 1, today.year() + 1].into_iter();
        let nearest = years().min_by_key(|y| away(*y).abs())?;
        let side = match self.tense() {
            Some(Tense::Past) => years().filter(|y| away(*y) <= 0).max(),
            Some(Tense::Ahead) => years().filter(|y| away(*y) >= 0).min(),
            None => None,
        };
        Some(iso_month(side.unwrap_or(nearest), month))
    }

    /// `2019-02-08`, `13/2/2019`, `8.2.2019`, `2015-16`, `2015/16`, `9/11`.
    pub(super) fn numeric(&self) -> Option<ParsedDate> {
        let text = self.lower(0);
        if text.len() == 10 && text.as_bytes().get(4) == Some(&b'-') && machine_day(text).is_some() {
            return Some(ParsedDate::dated(1, Grain::Day, Some(text.to_owned())));
        }
        let mut parts = text.split('.');
        if let (Some(day), Some(month), Some(year), None) = (parts.next(), parts.next(), parts.next(), parts.next()) {
            let month = Month::try_from(month.parse::<u8>().ok()?).ok()?;
            let value = iso_calendar_day(year.parse().ok().filter(|_| year.len() == 4)?, month, day.parse().ok()?)?;
            return Some(ParsedDate::dated(1, Grain::Day, Some(value)));
        }
        if let Some((from, to)) = text.split_once('-').or_else(|| text.split_once('–')) {
            return years(from, to).map(|v| ParsedDate::dated(1, Grain::Span, Some(v)));
        }
        if self.lower(1) != "/" {
            return None;
        }
        if self.lower(3) == "/" {
            let (a, b) = (self.day(0)?, self.day(2)?);
            let year = self.year(4)?;
            // only a number above twelve says which is the day
            let value = match (a, b) {
                (13.., _) => Month::try_from(b).ok().and_then(|m| iso_calendar_day(year, m, a)),
                (_, 13..) => Month::try_from(a).ok().and_then(|m| iso_calendar_day(year, m, b)),
                _ => None,
            };
            return Some(ParsedDate::dated(5, Grain::Day, value));
        }
        if let Some((_, day)) = self.words().known_days.iter().find(|(day, _)| *day == [text, self.lower(2)]) {
            return Some(ParsedDate::dated(3, Grain::Day, Some((*day).to_owned())));
        }
        years(text, self.lower(2)).map(|v| ParsedDate::dated(3, Grain::Span, Some(v)))
    }

    /// A year that its neighbours show to be one.
    pub(super) fn year_alone(&self) -> Option<ParsedDate> {
        let year = self.year(0)?;
        let next = self.lower(1);
        let bracketed = matches!(self.before(), "(" | "–" | "-") && matches!(next, ")" | "–" | "-" | ",");
        let led = List::YearLeads.has(self.before()) && (1500..2100).contains(&year) && !List::Counted.has(next);
        (led || bracketed).then(|| ParsedDate::dated(1, Grain::Year, Some(format!("{year:04}"))))
    }

    /// `on the 5th`: of the month that is nearest, or on the side that the verb gives.
    pub(super) fn day_alone(&self) -> Option<ParsedDate> {
        let (day, true) = nth(self.lower(0), self.words())? else { return None };
        let led =
            self.at >= self.start + 2 && [self.tokens.lower(self.at - 2), self.before()] == self.words().day_leads;
        let ends = matches!(self.lower(1), "" | "." | "," | ";") || self.words().day_ends.contains(&self.lower(1));
        if !led || !ends {
            return None;
        }
        let value = self.today.and_then(|today| {
            let months = [today.month().previous(), today.month(), today.month().next()];
            let years = [
                today.year() - i32::from(today.month() == Month::January),
                today.year(),
                today.year() + i32::from(today.month() == Month::December),
            ];
            let days = months.into_iter().zip(years).filter_map(|(m, y)| Date::from_calendar_date(y, m, day).ok());
            let tense = self.tense();
            days.min_by_key(|d| {
                let away = (*d - today).whole_days();
                let wrong = match tense {
                    Some(Tense::Past) => away > 0,
                    Some(Tense::Ahead) => away < 0,
                    None => false,
                };
                (wrong, away.abs())
            })
        });
        Some(ParsedDate::new(1, Grain::Day, value.map(iso_day)))
    }
}

/// Two years, the second perhaps by its last digits: `2015`, `16`.
fn years(from: &str, to: &str) -> Option<String> {
    let (first, last) = (from.parse::<i32>().ok()?, to.parse::<i32>().ok()?);
    let last = match to.len() {
        2 => first / 100 * 100 + last,
        4 => last,
        _ => return None,
    };
    let plausible = from.len() == 4 && (1000..2100).contains(&first) && first < last && last < first + 300;
    plausible.then(|| format!("{first}/{last}"))
}
