//! Days as pages print them: by the month's name, by numbers, and a month alone.

use super::lex::{Item, Piece, skip, skip_word, word};
use super::when::{When, calendar_date};
use super::words;

/// Years that a date may be of: newspapers' archives reach back, nothing is of the far future.
const YEARS: std::ops::RangeInclusive<i32> = 1700..=2100;

/// Whether a number of four digits may be a year; others are some other number.
pub(super) fn is_year(number: i32) -> bool {
    YEARS.contains(&number)
}

/// A day that begins with piece `at`, and the piece after it.
pub(super) fn day_at(items: &[Item], at: usize) -> Option<(When, usize)> {
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
        Some(w) if words::is_in(w, |l| l.ordinals) && !items.get(at + 1)?.spaced => at + 2,
        _ => at + 1,
    };
    let named = skip_word(items, skip(items, ordinal, &['.', '-', '/', 'º', ' ']), |w| w.of_month);
    let month = words::month(word(items, named)?)?;
    let after = skip_word(items, skip(items, named + 1, &['.', ',', '-', '/', '\'', '’']), |w| w.of_year);
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
    if word(items, end).is_some_and(|w| words::is_in(w, |l| l.ordinals)) && !items.get(end)?.spaced {
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
pub(super) fn year_first(items: &[Item], at: usize) -> Option<(When, usize)> {
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
    let separator = part(items, at + 1)?;
    if !matches!(separator, '/' | '.' | '-') || part(items, at + 3)? != separator {
        return None;
    }
    let (Piece::Number(first, 1..=2), Piece::Number(second, 1..=2), Piece::Number(year, digits)) =
        (&items.get(at)?.piece, &items.get(at + 2)?.piece, &items.get(at + 4)?.piece)
    else {
        return None;
    };
    let year = match digits {
        4 => *year,
        // two digits are of this century
        2 if separator != '-' => 2000 + *year,
        _ => return None,
    };
    let (a, b) = (u8::try_from(*first).ok()?, u8::try_from(*second).ok()?);
    let year = i32::try_from(year).ok().filter(|y| is_year(*y))?;
    let when = match separator {
        // numbers with full stops between them stand day first wherever they are used
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
        Piece::Number(value, 4) => i32::try_from(value).ok().filter(|y| is_year(*y)),
        _ => None,
    }
}

/// The day, if the calendar has it.
fn whole(year: i32, month: u8, day: u32) -> Option<When> {
    Some(When::Day { date: calendar_date(year, month, u8::try_from(day).ok()?)?, clock: None })
}
