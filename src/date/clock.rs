//! Times of day as pages print them: `4:05 pm`, `11.16 Uhr`, `08h07`, `10:30:00+01:00`.

use super::lex::{Item, Piece, digits, number, skip, skip_word, word};
use super::words::is_in;

/// A time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Clock {
    pub(crate) hour: u8,
    pub(crate) minute: u8,
    pub(crate) second: u8,
    /// Where printed.
    pub(crate) offset: Option<Offset>,
}

/// How a time of day stands to UTC, in the form that was written: `Z` and `+00:00` say the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Offset {
    Utc,
    /// Minutes east of it.
    East(i16),
}

impl Clock {
    /// The time of day as ISO 8601 writes it after a day: `T10:30:00`, `T10:30:00+01:00`.
    pub(crate) fn iso(self) -> String {
        let Self { hour, minute, second, offset } = self;
        let zone = match offset {
            Some(Offset::Utc) => "Z".to_owned(),
            Some(Offset::East(m)) => {
                format!("{}{:02}:{:02}", if m < 0 { '-' } else { '+' }, m.unsigned_abs() / 60, m.unsigned_abs() % 60)
            }
            None => String::new(),
        };
        format!("T{hour:02}:{minute:02}:{second:02}{zone}")
    }
}

/// A time of day after a date, with the words between; the piece after the date when there is none.
pub(super) fn after(items: &[Item], at: usize) -> (Option<Clock>, usize) {
    let mut next = skip(items, at, &[',', '-', '–', '—', '@', '·', '•', '|', '/', '(', '.', ';']);
    // the “T” of ISO 8601, the “kl.” of Scandinavian pages
    next += usize::from(matches!(word(items, next), Some("t" | "kl")));
    next = skip_word(items, next, |w| w.at);
    next = skip_word(items, next, |w| w.at_article);
    next = skip(items, next, &['.', ':']);
    match clock_at(items, next) {
        Some((clock, end)) => (Some(clock), end),
        None => (None, at),
    }
}

/// A time of day that begins with piece `at`, and the piece after it.
pub(super) fn clock_at(items: &[Item], at: usize) -> Option<(Clock, usize)> {
    let hour = number(items, at, 2)?;
    let mut next = at + 1;
    let half = |at: usize| match (word(items, at), items.get(at + 1).map(|i| &i.piece), word(items, at + 2)) {
        (Some("am" | "pm"), _, _) => Some((word(items, at) == Some("pm"), at + 1)),
        // a.m., p. m.
        (Some(letter @ ("a" | "p")), Some(Piece::Mark('.')), Some("m")) => {
            Some((letter == "p", skip(items, at + 3, &['.']).min(at + 4)))
        }
        _ => None,
    };
    let separator = items.get(next).filter(|i| !i.spaced).map(|i| &i.piece);
    let minute = match separator {
        Some(Piece::Mark(':')) => number(items, next + 1, 2).filter(|_| digits(items, next + 1) == 2),
        Some(Piece::Word(h)) if matches!(h.as_str(), "h" | "u") => number(items, next + 1, 2).or(Some(0)),
        // 19.18 Uhr, 4.05 pm, or after a date
        Some(Piece::Mark('.')) if digits(items, next + 1) == 2 => {
            let dotted = word(items, next + 2).is_some_and(|w| is_in(w, |l| l.hour))
                || half(next + 2).is_some()
                || items.get(next + 2).is_none_or(|i| i.piece != Piece::Mark('.'));
            number(items, next + 1, 2).filter(|_| dotted && items.get(next + 1).is_some_and(|i| !i.spaced))
        }
        _ => None,
    };
    let mut second = 0;
    if let Some(m) = minute {
        next += if digits(items, next + 1) > 0 { 2 } else { 1 };
        if m > 59 {
            return None;
        }
        if items.get(next).is_some_and(|i| i.piece == Piece::Mark(':')) && digits(items, next + 1) == 2 {
            second = number(items, next + 1, 2)?.min(59);
            next += 2;
            // fractions of a second
            if items.get(next).is_some_and(|i| matches!(i.piece, Piece::Mark('.' | ',')) && !i.spaced)
                && digits(items, next + 1) > 0
            {
                next += 2;
            }
        }
    }
    let mut hour = hour;
    let said = match half(next) {
        Some((afternoon, end)) if (1..=12).contains(&hour) => {
            hour = hour % 12 + if afternoon { 12 } else { 0 };
            next = end;
            true
        }
        _ => match word(items, next) {
            Some(w) if is_in(w, |l| l.hour) => {
                next += 1;
                true
            }
            _ => false,
        },
    };
    if hour > 23 || (minute.is_none() && !said) {
        return None;
    }
    let (offset, next) = zone(items, next);
    Some((Clock { hour, minute: minute.unwrap_or(0), second, offset }, next))
}

/// A zone after a time of day: `Z`, `UTC`, `GMT`, `+01:00`; other names are passed over.
fn zone(items: &[Item], at: usize) -> (Option<Offset>, usize) {
    match items.get(at).map(|i| (&i.piece, i.spaced)) {
        Some((Piece::Word(w), _)) if matches!(w.as_str(), "z" | "utc" | "gmt") => (Some(Offset::Utc), at + 1),
        Some((Piece::Word(w), _))
            if matches!(
                w.as_str(),
                "est" | "edt" | "cst" | "cdt" | "mst" | "mdt" | "pst" | "pdt" | "bst" | "cet" | "cest" | "mez" | "mesz"
            ) =>
        {
            (None, at + 1)
        }
        Some((Piece::Mark(sign @ ('+' | '-')), spaced))
            if !spaced || digits(items, at + 1) == 4 && items.get(at + 1).is_some_and(|i| !i.spaced) =>
        {
            let (hours, minutes, next) = match (digits(items, at + 1), items.get(at + 2).map(|i| &i.piece)) {
                (4, _) => match items.get(at + 1).map(|i| &i.piece) {
                    Some(Piece::Number(n, _)) => (u8::try_from(n / 100).ok(), u8::try_from(n % 100).ok(), at + 2),
                    _ => (None, None, at),
                },
                (2, Some(Piece::Mark(':'))) => (number(items, at + 1, 2), number(items, at + 3, 2), at + 4),
                (2, _) => (number(items, at + 1, 2), Some(0), at + 2),
                _ => (None, None, at),
            };
            match (hours, minutes) {
                (Some(h), Some(m)) if h < 15 && m < 60 => {
                    let east = i16::from(h) * 60 + i16::from(m);
                    (Some(Offset::East(if *sign == '-' { -east } else { east })), next)
                }
                _ => (None, at),
            }
        }
        _ => (None, at),
    }
}
