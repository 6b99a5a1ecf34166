//! Days as pages print them: by the month's name, by numbers, and a month alone.

use super::lex::{Item, Piece};
use super::{When, skip, skip_words, word, words};

/// Years that a page may print; others are some other number.
const YEARS: std::ops::RangeInclusive<u32> = 1900..=2100;

/// A day that begins with piece `at`, and the piece after it.
pub(super) fn read(items: &[Item], at: usize) -> Option<(When, usize)> {
    match &items.get(at)?.piece {
        Piece::Number(value, digits) => year_first(items, at)
            .or_else(|| numbers(items, at))
            .or_else(|| (*digits <= 2).then(|| day_first(items, at, *value))?),
        Piece::Word(w) => month_first(items, at, words::month(w)?),
        Piece::Mark(_) => None,
    }
}

/// `3 May 2021`, `3rd of May, 2021`, `22. Dezember 2019`, `7 de abril de 2020`, `3-May-2021`.
fn day_first(items: &[Item], at: usize, day: u32) -> Option<(When, usize)> {
    let ordinal = match word(items, at + 1) {
        Some("st" | "nd" | "rd" | "th" | "er" | "º") if !items.get(at + 1)?.spaced => at + 2,
        _ => at + 1,
    };
    let named = skip_words(items, skip(items, ordinal, &['.', '-', '/', 'º', ' ']), &["of", "de", "d'"]);
    let month = words::month(word(items, named)?)?;
    let after = skip_words(items, skip(items, named + 1, &['.', ',', '-', '/', '\'', '’']), &["de", "del"]);
    match year(items, after) {
        Some(year) => Some((whole(year, month, day)?, after + 1)),
        None => {
            whole(2000, month, day)?; // a leap year: any day that some year has
            Some((When::Yearless { clock: false }, named + 1))
        }
    }
}

/// `May 3, 2021`, `May 3`, `May 2021`.
fn month_first(items: &[Item], at: usize, month: u8) -> Option<(When, usize)> {
    let next = skip(items, at + 1, &['.', ',', '-', '/']);
    if let Some(_year) = year(items, next) {
        return Some((When::Month, next + 1));
    }
    let Piece::Number(day, digits) = items.get(next)?.piece else { return None };
    if digits > 2 {
        return None;
    }
    let mut end = next + 1;
    if matches!(word(items, end), Some("st" | "nd" | "rd" | "th")) && !items.get(end)?.spaced {
        end += 1;
    }
    let after = skip(items, end, &['.', ',', '-', '/']);
    match year(items, after) {
        Some(year) => Some((whole(year, month, day)?, after + 1)),
        None => {
            whole(2000, month, day)?;
            Some((When::Yearless { clock: false }, end))
        }
    }
}

/// `2021-05-03`, `2021/5/3`, `2021年5月3日`.
fn year_first(items: &[Item], at: usize) -> Option<(When, usize)> {
    let year = year(items, at)?;
    let first = part(items, at + 1)?;
    let second = part(items, at + 3)?;
    let (Piece::Number(month, 1..=2), Piece::Number(day, 1..=2)) =
        (&items.get(at + 2)?.piece, &items.get(at + 4)?.piece)
    else {
        return None;
    };
    let month = u8::try_from(*month).ok()?;
    let when = whole(year, month, *day)?;
    match (first, second) {
        ('年', '月') => Some((when, if part(items, at + 5) == Some('日') { at + 6 } else { at + 5 })),
        (a, b) if a == b && matches!(a, '-' | '/' | '.') => Some((when, at + 5)),
        _ => None,
    }
}

/// `25/12/2020`, `31.10.2023`, `14. 01. 2020`, `3/09/15`.
fn numbers(items: &[Item], at: usize) -> Option<(When, usize)> {
    let parting = part(items, at + 1)?;
    if !matches!(parting, '/' | '.' | '-') || part(items, at + 3)? != parting {
        return None;
    }
    let (Piece::Number(first, 1..=2), Piece::Number(second, 1..=2), Piece::Number(year, digits)) =
        (&items.get(at)?.piece, &items.get(at + 2)?.piece, &items.get(at + 4)?.piece)
    else {
        return None;
    };
    let year = match digits {
        4 if YEARS.contains(year) => *year,
        2 if parting != '-' => 2000 + *year,
        _ => return None,
    };
    let (a, b) = (u8::try_from(*first).ok()?, u8::try_from(*second).ok()?);
    let year = i32::try_from(year).ok()?;
    let when = match parting {
        // numbers parted by full stops stand day first wherever they are used
        '.' => whole(year, b, *first)?,
        _ if *first > 12 => whole(year, b, *first)?,
        _ if *second > 12 => whole(year, a, *second)?,
        _ if a == 0 || b == 0 => return None,
        _ => When::Numbers { first: a, second: b, year, clock: None },
    };
    Some((when, at + 5))
}

fn part(items: &[Item], at: usize) -> Option<char> {
    match items.get(at)?.piece {
        Piece::Mark(c) => Some(c),
        // 年, 月 and 日 are letters
        Piece::Word(ref w) => w.chars().next().filter(|c| matches!(c, '年' | '月' | '日')),
        Piece::Number(..) => None,
    }
}

fn year(items: &[Item], at: usize) -> Option<i32> {
    match items.get(at)?.piece {
        Piece::Number(value, 4) if YEARS.contains(&value) => i32::try_from(value).ok(),
        _ => None,
    }
}

/// The day, if the calendar has it.
fn whole(year: i32, month: u8, day: u32) -> Option<When> {
    let day = u8::try_from(day).ok()?;
    time::Date::from_calendar_date(year, time::Month::try_from(month).ok()?, day).ok()?;
    Some(When::Day { year, month, day, clock: None })
}
