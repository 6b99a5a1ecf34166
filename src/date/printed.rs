//! Finds dates, times of day and ages as pages print them (`3 May 2021 at 10:15`, `vor 2 Tagen`, `7 months`).

use super::lex::{Item, Piece, lex, skip, skip_word};
use super::when::{PrintedDate, When};
use super::{age, clock, day, words};
use crate::language::DayOrder;
use crate::text::Span;

/// Bytes of a line that are read: dates stand in short lines.
const LONGEST: usize = 400;

/// The beginning of `line` that is read.
fn beginning(line: &str) -> &str {
    line.get(..line.floor_char_boundary(LONGEST)).unwrap_or_default()
}

/// The surest date in `line`, the first of equals.
pub(crate) fn date_in(line: &str) -> Option<PrintedDate> {
    let line = beginning(line);
    if !words::may_date(line) {
        return None;
    }
    let items = lex(line);
    let mut best: Option<PrintedDate> = None;
    let mut at = 0;
    while at < items.len() {
        match date_at(&items, at) {
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

/// The first whole day in `text`, ISO 8601; `order` says which of two numbers is the day.
pub(crate) fn first_day(text: &str, order: DayOrder) -> Option<String> {
    let items = lex(beginning(text));
    (0..items.len()).find_map(|at| day::day_at(&items, at)?.0.iso_day(Some(order)))
}

/// A date that begins with piece `at`, and the piece after it.
fn date_at(items: &[Item], at: usize) -> Option<(PrintedDate, usize)> {
    let first = items.get(at)?;
    let (core, weekday) = match &first.piece {
        Piece::Word(w) if words::is_weekday(w) => (skip(items, at + 1, &[',', '.']), true),
        _ => (at, false),
    };
    // “mar” is Tuesday and March
    let day = day::day_at(items, core).or_else(|| if weekday { day::day_at(items, at) } else { None });
    let found = day.map(|(day, next)| {
        let (clock, next) = clock::after(items, next);
        (day.with_clock(clock), next)
    });
    let found = found.or_else(|| if weekday { None } else { age::age_at(items, core) });
    let found = found.or_else(|| {
        let (clock, next) = clock::clock_at(items, core)?;
        // 10:22 on 3 May 2021
        let joined = skip_word(items, skip_word(items, next, |w| w.on), |w| w.hour);
        let joined = skip(items, joined, &[',', '-', '–', '·', '|']);
        match day::day_at(items, skip_word(items, joined, |w| w.on)) {
            Some((day, next)) => Some((day.with_clock(Some(clock)), next)),
            None => Some((When::Clock, next)),
        }
    });
    let (when, next) = found?;
    let end = items.get(next.checked_sub(1)?)?.span.end;
    Some((PrintedDate { span: Span::new(first.span.start, end), when }, next))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::clock::Clock;
    use crate::date::when::calendar_date;

    fn found(line: &str) -> &str {
        date_in(line).map_or("", |p| p.span.str(line))
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
        assert_eq!(found("Posted Mar 3, 2026 14:02 UTC by zoe"), "Mar 3, 2026 14:02 UTC");
        assert_eq!(found("mar. 3 mars 2026"), "mar. 3 mars 2026");
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
        let when = |line| date_in(line).map(|p| p.when);
        let day = |year, month, day, clock| calendar_date(year, month, day).map(|date| When::Day { date, clock });
        assert_eq!(when("3 May 2021 4:05 pm"), day(2021, 5, 3, clock(16, 5)));
        assert_eq!(when("25/12/2020"), day(2020, 12, 25, None));
        assert_eq!(when("12/09/2025"), Some(When::Numbers { first: 12, second: 9, year: 2025, clock: None }));
        assert_eq!(when("12.09.2025"), day(2025, 9, 12, None));
        assert_eq!(when("31 February 2020"), Some(When::Month));
    }

    #[test]
    fn finds_the_first_whole_day() {
        for text in [
            "Published February 8, 2019 at noon",
            "Fri 8th Feb. 2019",
            "8. Februar 2019, 10 Uhr",
            "Le 8 février 2019 à 10h",
            "8 de febrero de 2019",
            "Stand: 8.2.2019",
            "08/02/2019",
            "8 fevereiro 2019",
            "Feb 8 2019",
            "Fri, 08 Feb 2019 10:30:00 +0100",
        ] {
            assert_eq!(first_day(text, DayOrder::DayFirst).as_deref(), Some("2019-02-08"), "{text}");
        }
        assert_eq!(first_day("02/08/2019", DayOrder::MonthFirst).as_deref(), Some("2019-02-08"));
        assert_eq!(first_day("Updated 02/18/2019", DayOrder::DayFirst).as_deref(), Some("2019-02-18"));
        assert_eq!(first_day("1er août 2021", DayOrder::DayFirst).as_deref(), Some("2021-08-01"));
        for text in ["", "2019", "30.2.2019", "They marched 8 2019", "12345", "call 555-01-2019", "version 1.2.3", "é"]
        {
            assert_eq!(first_day(text, DayOrder::DayFirst), None, "{text}");
        }
    }
}
