//! Dates, times of day and ages as pages print them (`3 May 2021 at 10:15`, `vor 2 Tagen`, `7 months`).

mod clock;
mod day;
mod lex;
mod words;

use crate::text::Span;
use lex::{Item, Piece, lex};
use words::Unit;

pub(crate) use clock::Clock;

/// What a printed date says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum When {
    /// A day; the time of day, if printed, is in the page's own zone unless it says otherwise.
    Day { year: i32, month: u8, day: u8, clock: Option<Clock> },
    /// Three numbers whose order the line does not give (`03/05/2021`): first, second, year.
    Numbers { first: u8, second: u8, year: i32, clock: Option<Clock> },
    /// A day without its year (`3 May at 10:15`).
    Yearless { clock: bool },
    /// A month and a year.
    Month,
    /// A time of day alone.
    Clock(Clock),
    /// So long ago. `said` when a word says that it is an age (`ago`, `vor`); else it is a mere length of time.
    Age { said: bool },
}

/// A date found in a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Printed {
    /// Where, in bytes of the line.
    pub(crate) span: Span,
    pub(crate) when: When,
}

impl Printed {
    /// How sure it is to be a date: 3 a whole day or an age, 2 a day without its year or a mere length of time, 1 less.
    pub(crate) fn weight(&self) -> u8 {
        match self.when {
            When::Day { .. } | When::Numbers { .. } | When::Age { said: true } => 3,
            When::Yearless { clock: true } => 3,
            When::Yearless { .. } | When::Age { said: false } => 2,
            When::Month | When::Clock(_) => 1,
        }
    }
}

/// Bytes of a line that are read: dates stand in short lines.
const LONGEST: usize = 400;

/// The surest date in `line`, the first of equals.
pub(crate) fn find(line: &str) -> Option<Printed> {
    let mut cut = line.len().min(LONGEST);
    while !line.is_char_boundary(cut) {
        cut -= 1;
    }
    let line = line.get(..cut)?;
    if !words::may_date(line) {
        return None;
    }
    let items = lex(line);
    let mut best: Option<Printed> = None;
    let mut at = 0;
    while at < items.len() {
        match read(&items, at) {
            Some((printed, next)) => {
                if best.is_none_or(|b| printed.weight() > b.weight()) {
                    best = Some(printed);
                }
                at = next.max(at + 1);
            }
            None => at += 1,
        }
    }
    best
}

/// A date that begins with piece `at`, and the piece after it.
fn read(items: &[Item], at: usize) -> Option<(Printed, usize)> {
    let first = items.get(at)?;
    let (core, weekday) = match &first.piece {
        Piece::Word(w) if words::is_weekday(w) => (skip(items, at + 1, &[',', '.']), true),
        _ => (at, false),
    };
    let found = day::read(items, core).map(|(day, next)| {
        let (clock, next) = clock::after(items, next);
        (with_clock(day, clock), next)
    });
    let found = found.or_else(|| if weekday { None } else { age(items, core) });
    let found = found.or_else(|| {
        let (clock, next) = clock::read(items, core)?;
        // 10:22 on 3 May 2021
        let joined =
            skip(items, skip_words(items, next, &["on", "am", "le", "el", "il", "uhr"]), &[',', '-', '–', '·', '|']);
        match day::read(items, skip_words(items, joined, &["on", "am", "le", "el", "il"])) {
            Some((day, next)) => Some((with_clock(day, Some(clock)), next)),
            None => Some((When::Clock(clock), next)),
        }
    });
    let (when, next) = found?;
    let end = items.get(next.checked_sub(1)?)?.span.end;
    Some((Printed { span: Span::new(first.span.start, end), when }, next))
}

fn with_clock(when: When, clock: Option<Clock>) -> When {
    match when {
        When::Day { year, month, day, clock: own } => When::Day { year, month, day, clock: own.or(clock) },
        When::Numbers { first, second, year, clock: own } => {
            When::Numbers { first, second, year, clock: own.or(clock) }
        }
        When::Yearless { .. } => When::Yearless { clock: clock.is_some() },
        other => other,
    }
}

fn skip(items: &[Item], mut at: usize, marks: &[char]) -> usize {
    while let Some(Item { piece: Piece::Mark(c), .. }) = items.get(at) {
        if !marks.contains(c) {
            break;
        }
        at += 1;
    }
    at
}

fn skip_words(items: &[Item], at: usize, wanted: &[&str]) -> usize {
    match items.get(at) {
        Some(Item { piece: Piece::Word(w), .. }) if wanted.contains(&w.as_str()) => at + 1,
        _ => at,
    }
}

fn word(items: &[Item], at: usize) -> Option<&str> {
    match items.get(at)? {
        Item { piece: Piece::Word(w), .. } => Some(w),
        _ => None,
    }
}

/// `3 hours ago`, `an hour ago`, `vor 2 Tagen`, `il y a 3 jours`, `yesterday at 10:15`, `3h`, `7 months`.
fn age(items: &[Item], at: usize) -> Option<(When, usize)> {
    let first = word(items, at);
    if first.is_some_and(words::is_near_day) {
        // “heute” and “hier” stand in sentences too (and in German “hier” is here)
        let (clock, next) = clock::after(items, at + 1);
        let sure = clock.is_some();
        return (sure || first != Some("hier")).then_some((When::Age { said: sure }, next));
    }
    let second = word(items, at + 1);
    if matches!(
        (first, second),
        (Some("just"), Some("now")) | (Some("moments" | "moment"), Some("ago")) | (Some("gerade"), Some("eben"))
    ) {
        return Some((When::Age { said: true }, at + 2));
    }
    if first == Some("last") && second.is_some_and(|w| matches!(w, "week" | "month" | "year" | "night")) {
        return Some((When::Age { said: true }, at + 2));
    }
    let before = match (first, second) {
        (Some("vor" | "hace" | "há" | "fa"), _) => Some(at + 1),
        (Some("il"), Some("y")) if word(items, at + 2) == Some("a") => Some(at + 3),
        _ => None,
    };
    let about = ["about", "over", "almost", "around", "etwa", "ca", "fast", "über", "environ", "circa", "unos", "more"];
    let counted = skip(items, skip_words(items, before.unwrap_or(at), &about), &['.', '~']);
    let (_, mut next) = length(items, counted)?;
    // 1 year, 2 months ago; 2 hours and 5 minutes ago
    let more = skip(items, skip_words(items, next, &["and", "und", "et", "y", "e"]), &[',']);
    if let Some((_, after)) = length(items, more) {
        next = after;
    }
    let said = word(items, next).is_some_and(words::is_ago);
    let one = matches!(items.get(counted)?.piece, Piece::Word(_));
    if one && !said && before.is_none() {
        return None; // “a day” is no age
    }
    next += usize::from(said);
    Some((When::Age { said: said || before.is_some() }, next))
}

/// A count and a unit.
fn length(items: &[Item], at: usize) -> Option<(Unit, usize)> {
    match &items.get(at)?.piece {
        Piece::Number(count, _) if *count < 1000 => {}
        Piece::Word(w) if words::is_one(w) => {}
        _ => return None,
    }
    let next = items.get(at + 1)?;
    let unit = words::unit(word(items, at + 1)?, !next.spaced)?;
    Some((unit, at + 2))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(line: &str) -> &str {
        find(line).map_or("", |p| p.span.str(line))
    }

    #[test]
    fn finds_days_in_several_languages() {
        assert_eq!(found("Ann says: March 3, 2024 at 4:05 pm"), "March 3, 2024 at 4:05 pm");
        assert_eq!(found("Dirk, 22. Dezember 2019 um 11:16 Uhr"), "22. Dezember 2019 um 11:16 Uhr");
        assert_eq!(found("par Léa le mercredi 15 mai 2019 à 08h07"), "mercredi 15 mai 2019 à 08h07");
        assert_eq!(found("Eva · 7 de abril de 2020"), "7 de abril de 2020");
        assert_eq!(found("31.10.2023, 19.18 Uhr"), "31.10.2023, 19.18 Uhr");
        assert_eq!(found("14. 01. 2020, 13:47"), "14. 01. 2020, 13:47");
        assert_eq!(found("#4 2021-05-03 10:15 Bo"), "2021-05-03 10:15");
        assert_eq!(found("Posted by Bo at 10:22 on 3 May 2021"), "10:22 on 3 May 2021");
        assert_eq!(found("Jun 20th at 2:41 am"), "Jun 20th at 2:41 am");
        assert_eq!(found("3/09/15 8:12am"), "3/09/15 8:12am");
    }

    #[test]
    fn finds_ages() {
        assert_eq!(found("Thumb ann 7 months"), "7 months");
        assert_eq!(found("Bo • 3 days ago • edited"), "3 days ago");
        assert_eq!(found("Bo vor 2 Tagen"), "vor 2 Tagen");
        assert_eq!(found("Bo il y a 3 jours"), "il y a 3 jours");
        assert_eq!(found("yesterday at 10:15"), "yesterday at 10:15");
        assert_eq!(found("Bo 3h"), "3h");
        assert_eq!(found("about an hour ago"), "about an hour ago");
    }

    #[test]
    fn takes_no_other_number_for_a_date() {
        for line in
            ["12 apples", "Top 10 of 300", "a day at sea", "vor dem Haus", "He is 12", "may I", "1-0 to Leeds", ""]
        {
            assert_eq!(found(line), "", "{line}");
        }
    }

    #[test]
    fn reads_what_a_date_says() {
        let clock = |hour, minute| Some(Clock { hour, minute, second: 0, offset: None });
        let when = |line| find(line).map(|p| p.when);
        assert_eq!(when("3 May 2021 4:05 pm"), Some(When::Day { year: 2021, month: 5, day: 3, clock: clock(16, 5) }));
        assert_eq!(when("25/12/2020"), Some(When::Day { year: 2020, month: 12, day: 25, clock: None }));
        assert_eq!(when("12/09/2025"), Some(When::Numbers { first: 12, second: 9, year: 2025, clock: None }));
        assert_eq!(when("12.09.2025"), Some(When::Day { year: 2025, month: 9, day: 12, clock: None }));
        assert_eq!(when("31 February 2020"), Some(When::Month));
    }
}
