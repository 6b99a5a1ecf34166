//! Days, months, years and times of day, set against the day that the article appeared.

use super::EntityKind;
use super::lexicon::Marks;
use super::measure::Measure;
use super::number;
use super::page::{Page, Shape};
use time::{Date, Duration, Month, Weekday};

/// The day in an ISO 8601 date or time, `2019-02-08…`.
pub(super) fn day(iso: &str) -> Option<Date> {
    let number = |from: usize, to: usize| iso.get(from..to)?.parse::<u16>().ok();
    let month = Month::try_from(u8::try_from(number(5, 7)?).ok()?).ok()?;
    Date::from_calendar_date(i32::from(number(0, 4)?), month, u8::try_from(number(8, 10)?).ok()?).ok()
}

/// Whether `word` (lower case) may begin a date or time without being a number or standing in the calendar.
pub(super) fn is_relative(word: &str) -> bool {
    #[rustfmt::skip] // a word a line would take half a page
    const WORDS: &[&str] = &[
        "a", "an", "coming", "earlier", "early", "last", "late", "later", "mid",
        "midnight", "next", "noon", "previous", "this", "today", "tomorrow", "tonight", "yesterday",
    ];
    WORDS.contains(&word)
}

/// The date or time that begins at `at`, before `end`; `today` is the day the article appeared.
pub(super) fn at(page: &Page, at: usize, end: usize, start: usize, today: Option<Date>) -> Option<Measure> {
    let reader = Reader { page, at, end, start, today };
    let (length, kind, value) = reader
        .clock()
        .map(|(n, v)| (n, EntityKind::Time, Some(v)))
        .or_else(|| reader.calendar().map(|(n, v)| (n, EntityKind::Date, v)))?;
    (at + length <= end).then_some(Measure { words: at..at + length, kind, value })
}

struct Reader<'p, 't> {
    page: &'p Page<'t>,
    at: usize,
    end: usize,
    /// First word of the sentence.
    start: usize,
    today: Option<Date>,
}

type Found = Option<(usize, Option<String>)>;

impl Reader<'_, '_> {
    fn lower(&self, n: usize) -> &str {
        if self.at + n < self.end { self.page.lower(self.at + n) } else { "" }
    }

    fn before(&self) -> &str {
        if self.at > self.start { self.page.lower(self.at - 1) } else { "" }
    }

    fn calendar(&self) -> Found {
        self.numeric()
            .or_else(|| self.month_first())
            .or_else(|| self.day_first())
            .or_else(|| self.relative())
            .or_else(|| self.weekday(0, ""))
            .or_else(|| self.decade())
            .or_else(|| self.year_alone())
    }

    /// The month named `n` words on, and the words it takes with its full stop. “May” and “March” must be capitalised.
    fn month(&self, n: usize) -> Option<(Month, usize)> {
        let at = self.at + n;
        let word = self.page.word(at).filter(|w| at < self.end && w.is(Marks::MONTH))?;
        if !word.is_capital() {
            return None;
        }
        let key = self.page.lower(at).get(..3)?;
        let names = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
        let number = names.iter().position(|m| *m == key)?;
        let month = Month::try_from(u8::try_from(number + 1).ok()?).ok()?;
        let stop = word.text.len() <= 4 && self.lower(n + 1) == ".";
        let stop = stop && self.page.word(at + 1).is_some_and(|w| w.span.start == word.span.end);
        Some((month, if stop { 2 } else { 1 }))
    }

    /// A day of the month `n` words on: `8`, `8th`.
    fn day(&self, n: usize) -> Option<u8> {
        let text = self.lower(n);
        let digits = text.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        let tail = text.get(digits.len()..)?;
        let day = digits.parse().ok()?;
        (matches!(tail, "" | "st" | "nd" | "rd" | "th") && (1..=31).contains(&day)).then_some(day)
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

    /// `Feb. 8, 2019`, `February 2019`, `May 5`, `in March`.
    fn month_first(&self) -> Found {
        let (month, taken) = self.month(0)?;
        if let Some(day) = self.day(taken) {
            // “May 5 percent …” is none, and a range gives its first day
            return Some(match self.year_behind(taken + 1) {
                Some((year, more)) => (taken + 1 + more, iso_day(year, month, day)),
                None => (taken + 1, self.nearest(month, day)),
            });
        }
        if let Some((year, more)) = self.year_behind(taken) {
            return Some((taken + more, Some(iso_month(year, month))));
        }
        let word = self.lower(0);
        let led = matches!(
            self.before(),
            "in" | "since"
                | "until"
                | "till"
                | "by"
                | "of"
                | "during"
                | "from"
                | "through"
                | "before"
                | "after"
                | "to"
                | "mid"
                | "early"
                | "late"
                | "between"
                | "and"
                | "for"
        );
        (led || !matches!(word, "may" | "march" | "mar" | "jan" | "jun" | "august" | "april" | "june"))
            .then(|| (taken, self.near_month(month)))
    }

    /// `8 February 2019`, `the 8th of February`.
    fn day_first(&self) -> Found {
        let day = self.day(0)?;
        let of = usize::from(self.lower(1) == "of");
        let (month, taken) = self.month(1 + of)?;
        let length = 1 + of + taken;
        Some(match self.year_behind(length) {
            Some((year, more)) => (length + more, iso_day(year, month, day)),
            None => (length, self.nearest(month, day)),
        })
    }

    /// The day closest to the article's among this year's, last year's and next year's; without it no value.
    fn nearest(&self, month: Month, day: u8) -> Option<String> {
        let today = self.today?;
        let years = [today.year() - 1, today.year(), today.year() + 1];
        let days = years.into_iter().filter_map(|y| Date::from_calendar_date(y, month, day).ok());
        days.min_by_key(|d| (*d - today).whole_days().abs()).map(show)
    }

    fn near_month(&self, month: Month) -> Option<String> {
        let today = self.today?;
        let index = |y: i32, m: Month| y * 12 + i32::from(u8::from(m));
        let here = index(today.year(), today.month());
        let year = [today.year(), today.year() - 1, today.year() + 1]
            .into_iter()
            .min_by_key(|y| (index(*y, month) - here).abs())?;
        Some(iso_month(year, month))
    }

    /// `2019-02-08`, `13/2/2019`, `2015-16`.
    fn numeric(&self) -> Found {
        let text = self.lower(0);
        if text.len() == 10 && text.as_bytes().get(4) == Some(&b'-') && day(text).is_some() {
            return Some((1, Some(text.to_owned())));
        }
        let pair = text.split_once('-').or_else(|| text.split_once('–'));
        if let Some((from, to)) = pair {
            let years = (from.parse::<i32>().ok()?, to.parse::<i32>().ok()?);
            let to = match to.len() {
                2 => years.0 / 100 * 100 + years.1,
                4 => years.1,
                _ => return None,
            };
            let plausible = from.len() == 4 && (1000..2100).contains(&years.0) && years.0 < to && to < years.0 + 300;
            return plausible.then(|| (1, Some(format!("{}/{to}", years.0))));
        }
        if self.lower(1) == "/" && self.lower(3) == "/" {
            let (a, b) = (self.day(0)?, self.day(2)?);
            let year = self.year(4)?;
            // only a number above twelve tells the day from the month
            let value = match (a, b) {
                (13.., _) => Month::try_from(b).ok().and_then(|m| iso_day(year, m, a)),
                (_, 13..) => Month::try_from(a).ok().and_then(|m| iso_day(year, m, b)),
                _ => None,
            };
            return Some((5, value));
        }
        None
    }

    /// `yesterday`, `last week`, `late next year`, `two weeks ago`, `last Friday`.
    fn relative(&self) -> Found {
        let shift = |days: i64| self.today.and_then(|d| d.checked_add(Duration::days(days))).map(show);
        match self.lower(0) {
            "today" | "tonight" => return Some((1, shift(0))),
            "yesterday" => return Some((1, shift(-1))),
            "tomorrow" => return Some((1, shift(1))),
            _ => {}
        }
        let early = usize::from(matches!(self.lower(0), "early" | "late" | "mid" | "earlier" | "later"));
        let word = self.lower(early);
        let step = match word {
            "last" | "previous" => Some(-1),
            "this" => Some(0),
            "next" | "coming" => Some(1),
            _ => None,
        };
        if let Some(step) = step {
            if let Some((n, value)) = self.weekday(early + 1, word) {
                return Some((early + 1 + n, value));
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
                return Some((early + 1 + n, value));
            }
            let unit = self.lower(early + 1);
            return matches!(unit, "week" | "month" | "year" | "weekend" | "decade" | "century")
                .then(|| (early + 2, self.step(unit, step)));
        }
        let (count, taken) = match number::read(self.page, self.at, self.end) {
            Some((n, taken)) => (n.count(), taken),
            None if matches!(self.lower(0), "a" | "an") => (Some(1), 1),
            None => return None,
        };
        let unit = self.lower(taken);
        let unit = unit.strip_suffix('s').unwrap_or(unit);
        let known = matches!(unit, "day" | "week" | "month" | "year" | "decade" | "hour" | "minute");
        (known && self.lower(taken + 1) == "ago")
            .then(|| (taken + 2, count.and_then(|n| self.step(unit, -i32::try_from(n).ok()?))))
    }

    /// The article's week, month or year, moved by `by` of them.
    fn step(&self, unit: &str, by: i32) -> Option<String> {
        let today = self.today?;
        match unit {
            "day" => today.checked_add(Duration::days(i64::from(by))).map(show),
            "week" => {
                let (year, week, _) = today.checked_add(Duration::weeks(i64::from(by)))?.to_iso_week_date();
                Some(format!("{year:04}-W{week:02}"))
            }
            "month" => {
                let index = (today.year() * 12 + i32::from(u8::from(today.month())) - 1).checked_add(by)?;
                let month = Month::try_from(u8::try_from(index.rem_euclid(12) + 1).ok()?).ok()?;
                Some(iso_month(index.div_euclid(12), month))
            }
            "year" => today.year().checked_add(by).filter(|y| (0..=9999).contains(y)).map(|y| format!("{y:04}")),
            _ => None,
        }
    }

    /// A weekday `n` words on; `led` is the word that leads it (“last”, “next”).
    fn weekday(&self, n: usize, led: &str) -> Found {
        let at = self.at + n;
        let word = self.page.word(at).filter(|w| at < self.end && w.is(Marks::WEEKDAY) && w.shape != Shape::Lower)?;
        let names = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
        let number = u8::try_from(names.iter().position(|d| word.text.eq_ignore_ascii_case(d))?).ok()?;
        let day = Weekday::Monday.nth_next(number);
        // a report tells of the days just past, unless its verb looks ahead
        let ahead = (self.start..at).rev().take(8).any(|i| {
            matches!(
                self.page.lower(i),
                "will" | "due" | "upcoming" | "scheduled" | "plans" | "coming" | "set" | "shall"
            )
        });
        let value = self.today.map(|today| {
            let back = i64::from((7 + today.weekday().number_days_from_monday() - number) % 7);
            let back = match led {
                "next" => back - 7,
                "last" if back == 0 => 7,
                "this" | "coming" if back > 0 => back - 7,
                _ if ahead && back > 0 => back - 7,
                _ => back,
            };
            today.saturating_sub(Duration::days(back))
        });
        debug_assert!(value.is_none_or(|v| v.weekday() == day || v == Date::MIN));
        // “Friday, Feb. 8, 2019” is one date
        let comma = usize::from(self.lower(n + 1) == ",");
        let behind = Reader { at: at + 1 + comma, ..*self };
        if let Some((more, value)) = behind.month_first().or_else(|| behind.day_first()).filter(|(m, _)| *m > 1) {
            return Some((1 + comma + more, value));
        }
        Some((1, value.map(show)))
    }

    /// `1990s`, `'90s`.
    fn decade(&self) -> Found {
        let text = self.lower(0);
        let digits = text.strip_suffix('s')?;
        let decade = digits.len() == 4 && digits.ends_with('0') && digits.parse::<u16>().is_ok();
        decade.then(|| (1, digits.get(..3).map(|d| format!("{d}X"))))
    }

    /// A year that its neighbours show to be one.
    fn year_alone(&self) -> Found {
        let year = self.year(0)?;
        let next = self.lower(1);
        let led = matches!(
            self.before(),
            "in" | "since"
                | "by"
                | "during"
                | "until"
                | "till"
                | "from"
                | "of"
                | "year"
                | "before"
                | "after"
                | "late"
                | "early"
                | "mid"
                | "through"
                | "between"
                | "and"
                | "to"
                | "the"
                | "around"
                | "circa"
        );
        let bracketed = matches!(self.before(), "(" | "–" | "-") && matches!(next, ")" | "–" | "-" | ",");
        let counted = matches!(next, "people" | "dollars" | "euros" | "pounds" | "men" | "women" | "children" | "%");
        ((led && !counted && (1500..2100).contains(&year)) || bracketed).then(|| (1, Some(format!("{year:04}"))))
    }

    /// `10:30 a.m.`, `3pm`, `noon GMT`.
    fn clock(&self) -> Option<(usize, String)> {
        let text = self.lower(0);
        if matches!(text, "noon" | "midnight") {
            return Some((1, if text == "noon" { "12:00" } else { "00:00" }.to_owned()));
        }
        let digits = text.trim_end_matches(|c: char| c.is_ascii_alphabetic() || c == '.');
        let tail = text.get(digits.len()..)?;
        let split = digits.split_once(':').or_else(|| digits.split_once('.'));
        let (hours, minutes) = split.unwrap_or((digits, "0"));
        let (hours, minutes): (u8, u8) = (hours.parse().ok()?, minutes.parse().ok()?);
        if hours > 24 || minutes > 59 {
            return None;
        }
        let half = |word: &str| match word {
            "am" | "a.m." | "a.m" => Some(0),
            "pm" | "p.m." | "p.m" => Some(12),
            _ => None,
        };
        let (shift, mut length) = match (half(tail), half(self.lower(1))) {
            (Some(shift), _) => (Some(shift), 1),
            (None, Some(shift)) if tail.is_empty() => (Some(shift), 2),
            // a bare “10:30” is a time, a bare “10.30” or “10” is not
            _ if tail.is_empty() && text.contains(':') && digits.len() >= 4 => (None, 1),
            _ => return None,
        };
        if shift.is_some() && hours > 12 {
            return None;
        }
        let hours = shift.map_or(hours, |s| hours % 12 + s);
        let zone = matches!(self.lower(length), "gmt" | "utc");
        length += usize::from(zone || matches!(self.lower(length), "est" | "edt" | "et" | "pst" | "cet" | "bst"));
        Some((length, format!("{hours:02}:{minutes:02}{}", if zone { "Z" } else { "" })))
    }
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
