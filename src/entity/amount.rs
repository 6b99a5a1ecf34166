//! Amounts: money, percentages and measured quantities.

use super::EntityKind;
use super::measure::Measure;
use super::money::{self, look};
use super::number::{self, Decimal, Number};
use super::tokenized::{Shape, TokenizedText};
use crate::model::List;
use std::ops::Range;

/// Words in lower case that an amount may begin with, besides numbers.
pub(super) fn openers() -> impl Iterator<Item = &'static str> {
    ["half", "minus"].into_iter().chain(money::openers())
}

/// The amount that begins at `at`, before `end`.
pub(super) fn at(page: &TokenizedText, at: usize, end: usize) -> Option<Measure> {
    if page.lower(at) == "minus" {
        let cold = counted(page, at + 1, end).filter(|m| m.value.as_ref().is_some_and(|v| v.contains('°')));
        return cold.and_then(|m| Some(measure(at..m.words.end, m.kind, format!("-{}", m.value?))));
    }
    let signed = || money::signed(page, at, end).map(|(v, n)| measure(at..at + n, EntityKind::Money, v));
    signed().or_else(|| glued(page, at, end)).or_else(|| counted(page, at, end))
}

fn measure(words: Range<usize>, kind: EntityKind, value: String) -> Measure {
    Measure { words, kind, value: Some(value) }
}

/// `40-kilometre`, `5-percent`, `five-million-euro`, `40km`, `60p`: one token; a height may go on, `6ft 2in`.
fn glued(page: &TokenizedText, at: usize, end: usize) -> Option<Measure> {
    let lower = page.lower(at);
    if let Some((head, mut tail)) = lower.split_once('-') {
        let mut number = Decimal::parse(head).or_else(|| number::small(head).map(Decimal::whole))?;
        if let Some((power, rest)) = tail.split_once('-').and_then(|(m, rest)| Some((number::magnitude(m)?, rest))) {
            (number, tail) = (number.shift(power), rest);
        }
        if matches!(tail, "percent" | "per-cent") {
            return Some(measure(at..at + 1, EntityKind::Percent, format!("{number} %")));
        }
        if let Some(symbol) = look(List::Units, tail) {
            return Some(measure(at..at + 1, EntityKind::Quantity, format!("{number} {symbol}")));
        }
        let code = money::currency(tail).filter(|_| tail != "won" && tail != "mark")?;
        return Some(match tail {
            // a “20-pound baby” weighs what a “20-pound note” is worth: the first is said more often of things
            "pound" => measure(at..at + 1, EntityKind::Quantity, format!("{number} lb")),
            _ => measure(at..at + 1, EntityKind::Money, format!("{code} {number}")),
        });
    }
    if page.word(at)?.shape != Shape::Number {
        return None;
    }
    if let Some(value) = money::pence(lower) {
        return Some(measure(at..at + 1, EntityKind::Money, value));
    }
    let tail = lower.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.' || c == ',');
    let number = Decimal::parse(lower.get(..lower.len() - tail.len())?)?;
    // “100m” may be metres or millions
    let symbol = List::Units.value(tail).filter(|_| tail.len() > 1)?;
    Some(quantity(page, at, at + 1, end, &Number::one(number), symbol))
}

/// `12.5 per cent`, `62 million euros`, `three tonnes`, `40 square kilometres`, `300,000 barrels a day`, `30°C`.
fn counted(page: &TokenizedText, at: usize, end: usize) -> Option<Measure> {
    let (number, length) = number::read(page, at, end)?;
    let next = at + length;
    if next >= end {
        return None;
    }
    let (word, behind) = (page.lower(next), if next + 1 < end { page.lower(next + 1) } else { "" });
    let percent = match (word, behind) {
        ("%" | "percent" | "pct", _) => Some((1, 0)),
        ("per", "cent") => Some((2, 0)),
        ("percentage", "point" | "points") => Some((2, 0)),
        ("basis", "point" | "points") => Some((2, -2)),
        _ => None,
    };
    if let Some((more, power)) = percent {
        return Some(measure(at..next + more, EntityKind::Percent, format!("{} %", number.shift(power))));
    }
    if let Some((value, more)) = money::counted(page, number, at, next, end) {
        return Some(measure(at..next + more, EntityKind::Money, value));
    }
    if word.starts_with("pound") {
        return Some(quantity(page, at, next + 1, end, &number, "lb"));
    }
    let (power, unit) = match word {
        "square" | "sq" => ("²", next + 1),
        "cubic" => ("³", next + 1),
        "nautical" | "light" => ("", next + 1),
        _ => ("", next),
    };
    let symbol = look(List::Units, page.lower(unit)).filter(|_| unit < end);
    let degrees = word == "°" || symbol == Some("°");
    let scale = match if degrees { page.lower(unit + 1) } else { "" } {
        "c" | "celsius" | "centigrade" => Some("°C"),
        "f" | "fahrenheit" => Some("°F"),
        _ => None,
    };
    if let Some(scale) = scale.filter(|_| unit + 1 < end) {
        return Some(measure(at..unit + 2, EntityKind::Quantity, format!("{number} {scale}")));
    }
    let symbol = match (word, symbol?) {
        ("nautical", "mi") => "nmi".to_owned(),
        ("nautical", _) => return None,
        (_, symbol) => format!("{symbol}{power}"),
    };
    Some(quantity(page, at, unit + 1, end, &number, &symbol))
}

/// The quantity at `at` whose unit ends at `next`, with what follows it: inches behind feet, and a rate.
fn quantity(page: &TokenizedText, at: usize, next: usize, end: usize, number: &Number, symbol: &str) -> Measure {
    let lower = |i: usize| if i < end { page.lower(i) } else { "" };
    if symbol == "ft" {
        let glued = lower(next).strip_suffix("in").and_then(Decimal::parse);
        let inches = glued.or_else(|| {
            Decimal::parse(lower(next))
                .or_else(|| number::small(lower(next)).map(Decimal::whole))
                .filter(|n| n.count() < Some(12))
        });
        let named = usize::from(glued.is_none() && matches!(lower(next + 1), "in" | "inches" | "inch"));
        // “six feet two” stands alone, “six feet two metres away” does not
        let ends = glued.is_some()
            || named > 0
            || page.word(next + 1).is_none_or(|w| w.shape == Shape::Mark)
            || next + 1 >= end;
        if let Some(inches) = inches.filter(|_| ends) {
            return measure(at..next + 1 + named, EntityKind::Quantity, format!("{number} ft {inches} in"));
        }
    }
    let per = matches!(lower(next), "a" | "an" | "per" | "/");
    if let Some(rate) = List::Rates.value(lower(next + 1)).filter(|_| per) {
        return measure(at..next + 2, EntityKind::Quantity, format!("{number} {symbol}/{rate}"));
    }
    measure(at..next, EntityKind::Quantity, format!("{number} {symbol}"))
}
