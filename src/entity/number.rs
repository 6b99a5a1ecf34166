//! Numbers as digits or words, exact in decimal.

use super::tokenized::{Shape, TokenizedText};
use crate::text::listed::place;
use std::fmt;

/// A decimal number, `digits × 10^exponent`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Decimal {
    digits: u64,
    exponent: i32,
}

impl Decimal {
    pub(super) fn whole(digits: u64) -> Self {
        Self { digits, exponent: 0 }
    }

    /// Reads `1,234.5`; `None` for anything else.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let (mut digits, mut exponent, mut behind) = (0u64, 0, false);
        if !text.starts_with(|c: char| c.is_ascii_digit()) {
            return None;
        }
        for c in text.chars() {
            match c {
                '0'..='9' => {
                    digits = digits.checked_mul(10)?.checked_add(u64::from(c.to_digit(10)?))?;
                    exponent -= i32::from(behind);
                }
                ',' if !behind => {}
                '.' if !behind => behind = true,
                _ => return None,
            }
        }
        Some(Self { digits, exponent })
    }

    /// Times ten to the power of `power`.
    pub(super) fn shift(self, power: i32) -> Self {
        Self { exponent: self.exponent.saturating_add(power), ..self }
    }

    /// The number when it is whole and small enough for a count of days or years.
    pub(super) fn count(self) -> Option<i64> {
        (self.exponent == 0).then(|| i64::try_from(self.digits).ok()).flatten()
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (mut digits, mut exponent) = (self.digits, self.exponent);
        while exponent < 0 && digits % 10 == 0 {
            digits /= 10;
            exponent += 1;
        }
        let text = digits.to_string();
        let places = usize::try_from(exponent.unsigned_abs()).unwrap_or_default();
        if exponent >= 0 {
            let zeros = if digits == 0 { 0 } else { places };
            return write!(f, "{text}{}", "0".repeat(zeros));
        }
        let text = format!("{text:0>width$}", width = places + 1);
        let (whole, part) = text.split_at(text.len() - places);
        write!(f, "{whole}.{part}")
    }
}

/// One number, or the two ends of a range: `10-15`, `10 to 15`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Number {
    pub(super) low: Decimal,
    pub(super) high: Option<Decimal>,
}

impl Number {
    pub(super) fn one(low: Decimal) -> Self {
        Self { low, high: None }
    }

    /// Times ten to the power of `power`.
    pub(super) fn shift(self, power: i32) -> Self {
        Self { low: self.low.shift(power), high: self.high.map(|h| h.shift(power)) }
    }

    /// The number when it is one, whole, and small enough for a count of days or years.
    pub(super) fn count(self) -> Option<i64> {
        self.low.count().filter(|_| self.high.is_none())
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.high {
            Some(high) => write!(f, "{}/{high}", self.low),
            None => write!(f, "{}", self.low),
        }
    }
}

const SMALL: &str = "zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|\
    eighteen|nineteen";
const TENS: &str = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety";

/// The words that say a number by themselves.
pub(super) fn words() -> impl Iterator<Item = &'static str> {
    SMALL.split('|').chain(TENS.split('|'))
}

/// The number that one lower-case word says: `seven`, `twenty-five`.
pub(super) fn small(word: &str) -> Option<u64> {
    // no longer and no shorter word is one
    if !(3..=13).contains(&word.len()) {
        return None;
    }
    if let Some(n) = place(SMALL, word) {
        return Some(u64::from(n));
    }
    let (tens, rest) = word.split_once('-').unwrap_or((word, "zero"));
    Some(u64::from(place(TENS, tens)?) * 10 + 20 + u64::from(place(SMALL, rest).filter(|n| *n < 10)?))
}

/// The power of ten that a word or the tail of a number says.
pub(super) fn magnitude(word: &str) -> Option<i32> {
    Some(match word {
        "hundred" | "hundreds" => 2,
        "thousand" | "thousands" | "k" => 3,
        "lakh" | "lakhs" => 5,
        "million" | "millions" | "m" | "mn" | "mln" => 6,
        "crore" | "crores" => 7,
        "billion" | "billions" | "bn" | "bln" | "b" => 9,
        "trillion" | "trillions" | "tn" | "trn" => 12,
        _ => return None,
    })
}

/// The number or range at `at` before `end`, and how many words it takes: `62 million`, `1.5bn`, `two hundred and five`,
/// `half a million`, `two and a half`, `a dozen`, `10-15`, `5 to 10 million`.
pub(super) fn read(page: &TokenizedText, at: usize, end: usize) -> Option<(Number, usize)> {
    if let Some((low, high)) = page.lower(at).split_once('-')
        && let (Some(low), Some((high, length))) = (Decimal::parse(low), scaled(page, high, at, end))
    {
        // “5-billion” is one number, “5-10 billion” is two in billions
        return Some((Number { low: low.shift(high.1), high: Some(high.0) }, length));
    }
    let (low, power, length) = single(page, at, end)?;
    let and = at > 0 && page.lower(at - 1) == "between" && page.lower(at + length) == "and";
    let linked = and || matches!(page.lower(at + length), "to" | "–" | "-");
    if linked && let Some((high, above, more)) = single(page, at + length + 1, end) {
        let low = if power == 0 { low.shift(above) } else { low };
        return Some((Number { low, high: Some(high) }, length + 1 + more));
    }
    Some((Number::one(low), length))
}

/// `text`, the digits behind a hyphen, with the magnitude in its tail or in the words behind: the number, that power, and the words.
fn scaled(page: &TokenizedText, text: &str, at: usize, end: usize) -> Option<((Decimal, i32), usize)> {
    let tail = text.trim_start_matches(|c: char| c.is_ascii_digit() || c == ',' || c == '.');
    let number = Decimal::parse(text.get(..text.len() - tail.len())?)?;
    let own = if tail.is_empty() { 0 } else { magnitude(tail)? };
    let (behind, length) = magnitudes(page, at + 1, end);
    let power = own + behind;
    Some(((number.shift(power), power), 1 + length))
}

/// The magnitudes from `at` on, multiplied, and the words they take. One letter counts only when glued to digits.
fn magnitudes(page: &TokenizedText, at: usize, end: usize) -> (i32, usize) {
    let (mut power, mut length) = (0, 0);
    while at + length < end
        && let Some(more) = magnitude(page.lower(at + length)).filter(|_| page.lower(at + length).len() > 1)
    {
        power += more;
        length += 1;
    }
    (power, length)
}

/// The one number at `at`, the power of ten that words gave it, and the words it takes.
fn single(page: &TokenizedText, at: usize, end: usize) -> Option<(Decimal, i32, usize)> {
    let word = page.word(at).filter(|_| at < end)?;
    let lower = page.lower(at);
    let next = |n: usize| if at + n < end { page.lower(at + n) } else { "" };
    let (mut number, mut power, mut length) = match word.shape {
        Shape::Number => {
            let tail = lower.trim_start_matches(|c: char| c.is_ascii_digit() || c == ',' || c == '.');
            let number = Decimal::parse(lower.get(..lower.len() - tail.len())?)?;
            let tail = tail.strip_prefix('-').unwrap_or(tail);
            let power = if tail.is_empty() { 0 } else { magnitude(tail)? };
            (number.shift(power), power, 1)
        }
        _ if small(lower).is_some() => (Decimal::whole(small(lower)?), 0, 1),
        _ if lower == "half" && matches!(next(1), "a" | "an") && magnitude(next(2)).is_some() => {
            (Decimal::whole(5).shift(-1), 0, 2)
        }
        _ if lower == "a" && (next(1) == "dozen" || magnitude(next(1)).is_some_and(|m| m > 1 && next(1).len() > 1)) => {
            (Decimal::whole(1), 0, 1)
        }
        _ => return None,
    };
    if matches!((next(length), next(length + 1), next(length + 2)), ("and", "a", "half")) && number.exponent == 0 {
        number = Decimal { digits: number.digits.checked_mul(10)?.checked_add(5)?, exponent: -1 };
        length += 3;
    }
    if matches!(next(length), "dozen" | "score") && number.exponent == 0 {
        number = Decimal::whole(number.digits.checked_mul(if next(length) == "dozen" { 12 } else { 20 })?);
        length += 1;
    }
    if next(length) == "hundred" {
        // “two hundred and five thousand”
        let and = usize::from(next(length + 1) == "and");
        let rest = small(next(length + 1 + and)).filter(|n| *n < 100 && number.exponent == 0);
        number = number.shift(2);
        length += 1;
        if let Some(rest) = rest {
            number = Decimal::whole(number.digits.checked_mul(100)?.checked_add(rest)?);
            length += 1 + and;
        }
    }
    let (more, words) = magnitudes(page, at + length, end);
    power += more;
    Some((number.shift(more), power, length + words))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_exact_in_decimal() {
        let shown = |text: &str, power| Decimal::parse(text).map(|d| d.shift(power).to_string());
        assert_eq!(shown("1.1", 6).as_deref(), Some("1100000"));
        assert_eq!(shown("12.50", 0).as_deref(), Some("12.5"));
        assert_eq!(shown("0.05", 0).as_deref(), Some("0.05"));
        assert_eq!(shown("1,234", 0).as_deref(), Some("1234"));
        assert_eq!(shown("10-12", 0), None);
    }

    #[test]
    fn reads_number_words() {
        assert_eq!(small("twenty-five"), Some(25));
        assert_eq!(small("ninety"), Some(90));
        assert_eq!(small("ten-two"), None);
    }
}
