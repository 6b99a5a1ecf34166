//! Seasons, quarters, decades, centuries and feasts. Seasons and quarters are written as in ISO 8601-2: `2019-21` is its spring.

use super::reader::{DateReader, Grain, ParsedDate, nth};
use crate::entity::value::tense::Tense;
use crate::model::List;
use time::Month;

/// Codes of ISO 8601-2 for parts of a year: spring is 21, the first quarter 33, the first half 40.
const SPRING: u8 = 21;
const QUARTER: u8 = 33;
const HALF: u8 = 40;

impl DateReader<'_, '_> {
    pub(super) fn period(&self) -> Option<ParsedDate> {
        self.decade()
            .or_else(|| self.season_of())
            .or_else(|| self.part())
            .or_else(|| self.century())
            .or_else(|| self.feast())
    }

    /// `1990s`, `the '90s`, `the nineties`.
    fn decade(&self) -> Option<ParsedDate> {
        let text = self.lower(0);
        let found = |value: String| Some(ParsedDate::dated(1, Grain::Span, Some(value)));
        let words = self.words();
        if let Some(tens) = words.decade(text).filter(|_| words.decade_leads.contains(&self.before())) {
            return found(format!("19{tens}X"));
        }
        let digits = text
            .strip_suffix(words.decade_tail)
            .filter(|d| d.ends_with('0') && d.bytes().all(|b| b.is_ascii_digit()))?;
        match digits.len() {
            4 => found(format!("{}X", digits.get(..3)?)),
            2 if digits > "10" && words.short_decade_leads.contains(&self.before()) => {
                found(format!("19{}X", digits.get(..1)?))
            }
            _ => None,
        }
    }

    /// `spring 2019`, `the summer of 2016`.
    fn season_of(&self) -> Option<ParsedDate> {
        let season = self.words().season(self.lower(0))?;
        let (year, more) = self.year_after(1).filter(|(_, more)| *more == 1 || self.lower(1) == self.words().of)?;
        Some(ParsedDate::dated(1 + more, Grain::Span, Some(format!("{year:04}-{}", SPRING + season))))
    }

    /// The season that `word` names, `step` of them from the article's day: “last summer”. `None` for another word.
    #[expect(clippy::option_option, reason = "a season without a value is one still")]
    pub(super) fn season(&self, word: &str, step: i32) -> Option<Option<String>> {
        let season = self.words().season(word)?;
        Some(self.today.map(|today| {
            // a winter is its first month's: January's began the year before
            let months = i32::from(u8::from(today.month())) + today.year() * 12 - 3;
            let (year, here) = (months.div_euclid(12), months.rem_euclid(12) / 3);
            let year = match step {
                0 if season == 3 => year,
                0 => today.year(),
                1 => year + i32::from(here >= i32::from(season)),
                _ => year - i32::from(here <= i32::from(season)),
            };
            format!("{year:04}-{}", SPRING + season)
        }))
    }

    /// `Q3`, `the third quarter of 2018`, `the first half of 2018`, `fiscal 2016`.
    fn part(&self) -> Option<ParsedDate> {
        let (word, next) = (self.lower(0), self.lower(1));
        let words = self.words();
        let fiscal = if words.fiscal.contains(&word) && next == words.year {
            2
        } else {
            usize::from(words.fiscal.first() == Some(&word) || word == words.fiscal_short)
        };
        if fiscal > 0 {
            let inner = self.on(fiscal);
            let year = inner.year(0).map(|y| ParsedDate::dated(1, Grain::Span, Some(format!("{y:04}"))));
            return inner.numeric().filter(|f| f.grain == Grain::Span).or(year).map(|f| f.longer(fiscal));
        }
        let quarter =
            word.strip_prefix(words.quarter_letter).filter(|rest| rest.len() == 1).and_then(|q| q.parse::<u8>().ok());
        let counted = self.ordinal(word);
        let (number, length, code) = match (quarter, counted, next) {
            (Some(q), ..) => (q, 1, QUARTER),
            (None, Some(q), unit) if unit == words.quarter => (q, 2, QUARTER),
            (None, Some(half @ 1..=2), unit) if unit == words.half => (half, 2, HALF),
            _ => return None,
        };
        if !(1..=4).contains(&number) {
            return None;
        }
        let value = |year: i32| Some(format!("{year:04}-{}", code + number - 1));
        if let Some((year, more)) = self.year_after(length) {
            return Some(ParsedDate::dated(length + more, Grain::Span, value(year)));
        }
        let of_year = self.lower(length) == words.of && self.lower(length + 2) == words.year;
        let this = words.step(self.lower(length + 1)).filter(|_| of_year);
        if let Some(step) = this {
            return Some(ParsedDate::new(length + 3, Grain::Span, self.today.and_then(|d| value(d.year() + step))));
        }
        // a match has halves and quarters too: a company's are reported after it
        let business =
            code == QUARTER && (quarter.is_some() || words.quarter_leads.contains(&self.before()) && self.reports());
        let year = self.today.map(|today| {
            let here = u8::from(today.month()).div_ceil(3);
            match self.tense() {
                Some(Tense::Ahead) => today.year() + i32::from(number < here),
                _ => today.year() - i32::from(number > here),
            }
        });
        business.then(|| ParsedDate::new(length, Grain::Span, year.and_then(value)))
    }

    /// Whether the sentence speaks of a business.
    fn reports(&self) -> bool {
        (self.start..self.end).any(|i| List::Business.has(self.tokens.lower(i)))
    }

    /// `the 19th century`, `the nineteenth century`.
    fn century(&self) -> Option<ParsedDate> {
        let word = self.lower(0);
        let (word, tail) = match word.strip_suffix(self.words().century_tail) {
            Some(number) => (number, 1),
            None => (word, 2),
        };
        if tail == 2 && !self.words().century.contains(&self.lower(1)) {
            return None;
        }
        let number = self.ordinal(word)?;
        let value = number.checked_sub(1).filter(|n| *n < 21).map(|n| format!("{n:02}XX"));
        value.map(|v| ParsedDate::dated(tail, Grain::Span, Some(v)))
    }

    /// The number of an ordinal in letters or digits.
    fn ordinal(&self, word: &str) -> Option<u8> {
        self.words().ordinal(word).or_else(|| nth(word, self.words()).filter(|n| n.1).map(|n| n.0))
    }

    /// Feasts that have the same day every year.
    fn feast(&self) -> Option<ParsedDate> {
        let possessive = self.tokens.language.grammar.possessive_clitics;
        let is_word = |(word, at): (&&str, usize)| {
            let lower = self.lower(at);
            lower == *word || possessive.contains(word) && possessive.contains(&lower)
        };
        let capital = |at: usize| self.tokens.is_capital(self.at + at);
        let feast = self.words().feasts.iter().find(|feast| {
            let length = feast.words.len();
            // “Christmas Island”
            feast.words.iter().zip(0..).all(is_word) && !(feast.alone && capital(length))
        })?;
        let month = Month::try_from(feast.month).ok()?;
        (capital(0) || !feast.capital)
            .then(|| ParsedDate::new(feast.words.len(), Grain::Day, self.nearest(month, feast.day)))
    }
}
