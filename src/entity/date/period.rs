//! Seasons, quarters, decades, centuries and feasts. Seasons and quarters are written as in ISO 8601-2: `2019-21` is its spring.

use super::relative::Tense;
use super::{Found, Grain, Reader, nth};
use crate::model::List;
use crate::text::listed::{listed, place};
use time::Month;

const SEASONS: &str = "spring|summer|autumn|winter|fall";
const ORDINALS: &str = "|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|\
    fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|twenty-first";
const TENS: &str = "||twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties";

/// Codes of ISO 8601-2 for parts of a year: spring is 21, the first quarter 33, the first half 40.
const SPRING: u8 = 21;
const QUARTER: u8 = 33;
const HALF: u8 = 40;

/// Words that a part of a year or century may begin with.
pub(super) fn openers() -> impl Iterator<Item = &'static str> {
    [SEASONS, ORDINALS, TENS].into_iter().flat_map(|list| list.split('|'))
}

/// The number of a season, from spring.
fn season(word: &str) -> Option<u8> {
    place(SEASONS, word).map(|n| if n == 4 { 2 } else { n })
}

impl Reader<'_, '_> {
    pub(super) fn period(&self) -> Option<Found> {
        self.decade()
            .or_else(|| self.season_of())
            .or_else(|| self.part())
            .or_else(|| self.century())
            .or_else(|| self.feast())
    }

    /// `1990s`, `the '90s`, `the nineties`.
    fn decade(&self) -> Option<Found> {
        let text = self.lower(0);
        let found = |value: String| Some(Found::dated(1, Grain::Span, Some(value)));
        let led = |words: &str| listed(words, self.before());
        if let Some(tens) = place(TENS, text).filter(|n| *n > 1 && led("-|early|late|mid|the")) {
            return found(format!("19{tens}X"));
        }
        let digits = text.strip_suffix('s').filter(|d| d.ends_with('0') && d.bytes().all(|b| b.is_ascii_digit()))?;
        match digits.len() {
            4 => found(format!("{}X", digits.get(..3)?)),
            2 if digits > "10" && led("'|the|’") => found(format!("19{}X", digits.get(..1)?)),
            _ => None,
        }
    }

    /// `spring 2019`, `the summer of 2016`.
    fn season_of(&self) -> Option<Found> {
        let season = season(self.lower(0))?;
        let (year, more) = self.year_behind(1).filter(|(_, more)| *more == 1 || self.lower(1) == "of")?;
        Some(Found::dated(1 + more, Grain::Span, Some(format!("{year:04}-{}", SPRING + season))))
    }

    /// The season that `word` names, `step` of them from the article's day: “last summer”. `None` for another word.
    #[expect(clippy::option_option, reason = "a season without a value is one still")]
    pub(super) fn season(&self, word: &str, step: i32) -> Option<Option<String>> {
        let season = season(word)?;
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
    fn part(&self) -> Option<Found> {
        let (word, next) = (self.lower(0), self.lower(1));
        let fiscal = match (word, next) {
            ("fiscal" | "financial", "year") => 2,
            ("fiscal" | "fy", _) => 1,
            _ => 0,
        };
        if fiscal > 0 {
            let inner = self.on(fiscal);
            let year = inner.year(0).map(|y| Found::dated(1, Grain::Span, Some(format!("{y:04}"))));
            return inner.numeric().filter(|f| f.grain == Grain::Span).or(year).map(|f| f.longer(fiscal));
        }
        let quarter = word.strip_prefix('q').filter(|_| word.len() == 2).and_then(|q| q.parse::<u8>().ok());
        let counted = place(ORDINALS, word).or_else(|| nth(word).filter(|n| n.1).map(|n| n.0));
        let (number, length, code) = match (quarter, counted, next) {
            (Some(q), ..) => (q, 1, QUARTER),
            (None, Some(q), "quarter") => (q, 2, QUARTER),
            (None, Some(half @ 1..=2), "half") => (half, 2, HALF),
            _ => return None,
        };
        if !(1..=4).contains(&number) {
            return None;
        }
        let value = |year: i32| Some(format!("{year:04}-{}", code + number - 1));
        if let Some((year, more)) = self.year_behind(length) {
            return Some(Found::dated(length + more, Grain::Span, value(year)));
        }
        let this = match (self.lower(length), self.lower(length + 1), self.lower(length + 2)) {
            ("of", "this", "year") => Some(0),
            ("of", "last", "year") => Some(-1),
            ("of", "next", "year") => Some(1),
            _ => None,
        };
        if let Some(step) = this {
            return Some(Found::new(length + 3, Grain::Span, self.today.and_then(|d| value(d.year() + step))));
        }
        // a match has halves and quarters too: a company's are reported behind it
        let business =
            code == QUARTER && (quarter.is_some() || listed("fiscal|for|in|the", self.before()) && self.reports());
        let year = self.today.map(|today| {
            let here = u8::from(today.month()).div_ceil(3);
            match self.tense() {
                Some(Tense::Ahead) => today.year() + i32::from(number < here),
                _ => today.year() - i32::from(number > here),
            }
        });
        business.then(|| Found::new(length, Grain::Span, year.and_then(value)))
    }

    /// Whether the sentence speaks of a business.
    fn reports(&self) -> bool {
        (self.start..self.end).any(|i| List::Business.has(self.page.lower(i)))
    }

    /// `the 19th century`, `the nineteenth century`.
    fn century(&self) -> Option<Found> {
        let word = self.lower(0);
        let (word, tail) = match word.strip_suffix("-century") {
            Some(number) => (number, 1),
            None => (word, 2),
        };
        if tail == 2 && !matches!(self.lower(1), "century" | "centuries") {
            return None;
        }
        let number = place(ORDINALS, word).or_else(|| nth(word).filter(|n| n.1).map(|n| n.0))?;
        let value = number.checked_sub(1).filter(|n| *n < 21).map(|n| format!("{n:02}XX"));
        value.map(|v| Found::dated(tail, Grain::Span, Some(v)))
    }

    /// Feasts that have the same day every year.
    fn feast(&self) -> Option<Found> {
        let (a, b, c) = (self.lower(0), self.lower(1), self.lower(2));
        let clitic = matches!(b, "'s" | "’s");
        let (length, month, day) = match (a, b, c) {
            ("christmas", "eve", _) => (2, Month::December, 24),
            ("christmas", "day", _) => (2, Month::December, 25),
            // “Christmas Island”
            ("christmas", ..) if !self.page.is_capital(self.at + 1) => (1, Month::December, 25),
            ("boxing", "day", _) => (2, Month::December, 26),
            ("new", "year", _) => return self.new_year(),
            ("valentine", _, "day") if clitic => (3, Month::February, 14),
            ("halloween", ..) => (1, Month::October, 31),
            _ => return None,
        };
        let capital = self.page.is_capital(self.at);
        capital.then(|| Found::new(length, Grain::Day, self.nearest(month, day)))
    }

    /// `New Year's Eve`, `New Year's Day`.
    fn new_year(&self) -> Option<Found> {
        let (month, day) = match (self.lower(2), self.lower(3)) {
            ("'s" | "’s", "eve") => (Month::December, 31),
            ("'s" | "’s", "day") => (Month::January, 1),
            _ => return None,
        };
        Some(Found::new(4, Grain::Day, self.nearest(month, day)))
    }
}
