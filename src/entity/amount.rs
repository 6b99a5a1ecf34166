//! Amounts: money, percentages and measured quantities.

use super::EntityKind;
use super::measure::Measure;
use super::number::{self, Decimal};
use super::page::{Page, Shape};
use std::ops::Range;

/// Signs before a number, with ISO 4217 codes.
const SIGNS: &[(&str, &str)] = &[
    ("$", "USD"),
    ("€", "EUR"),
    ("£", "GBP"),
    ("¥", "JPY"),
    ("₹", "INR"),
    ("₽", "RUB"),
    ("₩", "KRW"),
    ("₺", "TRY"),
    ("₪", "ILS"),
    ("₴", "UAH"),
    ("₦", "NGN"),
];

/// Letters before a dollar sign.
const DOLLARS: &[(&str, &str)] = &[
    ("us", "USD"),
    ("u.s.", "USD"),
    ("c", "CAD"),
    ("a", "AUD"),
    ("au", "AUD"),
    ("ca", "CAD"),
    ("nz", "NZD"),
    ("hk", "HKD"),
    ("s", "SGD"),
    ("nt", "TWD"),
    ("r", "BRL"),
];

/// Currencies named behind a number; where a name is used by several countries, the one meant most often in news.
const CURRENCIES: &[(&str, &str)] = &[
    ("dollar", "USD"),
    ("buck", "USD"),
    ("euro", "EUR"),
    ("pound", "GBP"),
    ("sterling", "GBP"),
    ("yen", "JPY"),
    ("yuan", "CNY"),
    ("renminbi", "CNY"),
    ("rupee", "INR"),
    ("rouble", "RUB"),
    ("ruble", "RUB"),
    ("franc", "CHF"),
    ("krona", "SEK"),
    ("kronor", "SEK"),
    ("krone", "DKK"),
    ("kroner", "DKK"),
    ("zloty", "PLN"),
    ("forint", "HUF"),
    ("lira", "TRY"),
    ("shekel", "ILS"),
    ("rand", "ZAR"),
    ("won", "KRW"),
    ("peso", "MXN"),
    ("baht", "THB"),
    ("ringgit", "MYR"),
    ("riyal", "SAR"),
    ("dirham", "AED"),
    ("hryvnia", "UAH"),
    ("naira", "NGN"),
    ("mark", "DEM"),
    ("usd", "USD"),
    ("eur", "EUR"),
    ("gbp", "GBP"),
    ("chf", "CHF"),
    ("jpy", "JPY"),
    ("cny", "CNY"),
    ("inr", "INR"),
    ("aud", "AUD"),
    ("cad", "CAD"),
    ("dm", "DEM"),
];

/// Units of measure and their symbols.
const UNITS: &[(&str, &str)] = &[
    ("kilometre", "km"),
    ("kilometer", "km"),
    ("km", "km"),
    ("metre", "m"),
    ("meter", "m"),
    ("centimetre", "cm"),
    ("centimeter", "cm"),
    ("cm", "cm"),
    ("millimetre", "mm"),
    ("millimeter", "mm"),
    ("mm", "mm"),
    ("mile", "mi"),
    ("yard", "yd"),
    ("foot", "ft"),
    ("feet", "ft"),
    ("ft", "ft"),
    ("inch", "in"),
    ("inche", "in"),
    ("kilogram", "kg"),
    ("kilo", "kg"),
    ("kg", "kg"),
    ("gram", "g"),
    ("milligram", "mg"),
    ("tonne", "t"),
    ("ton", "ton"),
    ("ounce", "oz"),
    ("stone", "st"),
    ("litre", "l"),
    ("liter", "l"),
    ("gallon", "gal"),
    ("barrel", "bbl"),
    ("hectare", "ha"),
    ("acre", "acre"),
    ("mph", "mph"),
    ("kph", "km/h"),
    ("km/h", "km/h"),
    ("knot", "kn"),
    ("watt", "W"),
    ("kilowatt", "kW"),
    ("megawatt", "MW"),
    ("gigawatt", "GW"),
    ("mw", "MW"),
    ("gw", "GW"),
    ("megabyte", "MB"),
    ("gigabyte", "GB"),
    ("terabyte", "TB"),
    ("mb", "MB"),
    ("gb", "GB"),
    ("degree", "°"),
    ("celsius", "°C"),
    ("hertz", "Hz"),
    ("bushel", "bu"),
    ("carat", "ct"),
];

/// The symbol that stands for `word` or its singular in `list`.
fn look(list: &[(&str, &'static str)], word: &str) -> Option<&'static str> {
    let singular = word.strip_suffix('s').unwrap_or(word);
    list.iter().find(|(w, _)| *w == word || *w == singular).map(|(_, symbol)| *symbol)
}

/// Whether `word` (lower case) may stand before an amount as its currency: `us`, `eur`.
pub(super) fn is_currency(word: &str) -> bool {
    look(DOLLARS, word).is_some() || (word.len() == 3 && look(CURRENCIES, word).is_some())
}

/// The amount that begins at `at`, before `end`.
pub(super) fn at(page: &Page, at: usize, end: usize) -> Option<Measure> {
    signed(page, at, end).or_else(|| hyphenated(page, at)).or_else(|| counted(page, at, end))
}

fn measure(words: Range<usize>, kind: EntityKind, value: String) -> Measure {
    Measure { words, kind, value: Some(value) }
}

/// `€62 million`, `US$ 5`, `EUR 40`.
fn signed(page: &Page, at: usize, end: usize) -> Option<Measure> {
    let lower = page.lower(at);
    let (code, from) = match SIGNS.iter().find(|(s, _)| *s == lower) {
        Some((_, code)) => (*code, at + 1),
        None if page.lower(at + 1) == "$" => (look(DOLLARS, lower).filter(|_| page.is_capital(at))?, at + 2),
        None if lower.len() == 3 && page.word(at)?.shape == Shape::Upper => {
            (look(CURRENCIES, lower).filter(|code| code.eq_ignore_ascii_case(lower))?, at + 1)
        }
        None => return None,
    };
    page.word(from).filter(|w| w.shape == Shape::Number && from < end)?;
    let (number, length) = number::read(page, from, end)?;
    Some(measure(at..from + length, EntityKind::Money, format!("{code} {number}")))
}

/// `40-kilometre`, `5-percent`: one token.
fn hyphenated(page: &Page, at: usize) -> Option<Measure> {
    let (head, tail) = page.lower(at).split_once('-')?;
    let number = Decimal::parse(head).or_else(|| number::small(head).map(Decimal::whole))?;
    if matches!(tail, "percent" | "per-cent") {
        return Some(measure(at..at + 1, EntityKind::Percent, format!("{number} %")));
    }
    let symbol = look(UNITS, tail)?;
    Some(measure(at..at + 1, EntityKind::Quantity, format!("{number} {symbol}")))
}

/// `12.5 per cent`, `62 million euros`, `three tonnes`, `40 square kilometres`.
fn counted(page: &Page, at: usize, end: usize) -> Option<Measure> {
    let (number, length) = number::read(page, at, end)?;
    let next = at + length;
    if next >= end {
        return None;
    }
    let word = page.lower(next);
    let percent = match word {
        "%" | "percent" | "pct" => Some(1),
        "per" if page.lower(next + 1) == "cent" => Some(2),
        "percentage" if page.lower(next + 1).starts_with("point") => Some(2),
        _ => None,
    };
    if let Some(more) = percent {
        return Some(measure(at..next + more, EntityKind::Percent, format!("{number} %")));
    }
    if word == "cents" || word == "pence" {
        let code = if word == "cents" { "USD" } else { "GBP" };
        return Some(measure(at..next + 1, EntityKind::Money, format!("{code} {}", number.shift(-2))));
    }
    // “won” and “mark” are verbs and names as well
    let plain = !matches!(word, "won" | "mark" | "rand") || length > 1;
    if let Some(code) = look(CURRENCIES, word).filter(|_| plain) {
        return Some(measure(at..next + 1, EntityKind::Money, format!("{code} {number}")));
    }
    let national = page.word(next).filter(|w| w.is_capital()).and(look(CURRENCIES, page.lower(next + 1)));
    if let (Some(code), true) = (national, next + 1 < end) {
        let code = match (word, page.lower(next + 1)) {
            ("australian", "dollars") => "AUD",
            ("canadian", "dollars") => "CAD",
            ("french", "francs") => "FRF",
            ("norwegian", _) => "NOK",
            ("egyptian", "pounds") => "EGP",
            ("pakistani", _) => "PKR",
            _ => code,
        };
        return Some(measure(at..next + 2, EntityKind::Money, format!("{code} {number}")));
    }
    let (power, unit) = match word {
        "square" => ("²", next + 1),
        "cubic" => ("³", next + 1),
        _ => ("", next),
    };
    let symbol = look(UNITS, page.lower(unit)).filter(|_| unit < end)?;
    Some(measure(at..unit + 1, EntityKind::Quantity, format!("{number} {symbol}{power}")))
}
