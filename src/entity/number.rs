//! Numbers as digits or words, exact in decimal.

use super::page::{Page, Shape};
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

const SMALL: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

/// The number that one lower-case word says: `seven`, `twenty-five`.
pub(super) fn small(word: &str) -> Option<u64> {
    let place = |list: &[&str], w: &str| list.iter().position(|x| *x == w).and_then(|i| u64::try_from(i).ok());
    if let Some(n) = place(&SMALL, word) {
        return Some(n);
    }
    let (tens, rest) = word.split_once('-').unwrap_or((word, "zero"));
    Some(place(&TENS, tens)? * 10 + 20 + place(&SMALL, rest).filter(|n| *n < 10)?)
}

/// The power of ten that a word or the tail of a number says.
pub(super) fn magnitude(word: &str) -> Option<i32> {
    Some(match word {
        "hundred" => 2,
        "thousand" | "k" => 3,
        "million" | "millions" | "m" | "mn" | "mln" => 6,
        "billion" | "billions" | "bn" | "bln" | "b" => 9,
        "trillion" | "trillions" | "tn" | "trn" => 12,
        _ => return None,
    })
}

/// The number at `at` before `end`, and how many words it takes: `62 million`, `1.5bn`, `two hundred`, `a dozen`.
pub(super) fn read(page: &Page, at: usize, end: usize) -> Option<(Decimal, usize)> {
    let word = page.word(at).filter(|_| at < end)?;
    let lower = page.lower(at);
    let (mut number, mut length) = match word.shape {
        Shape::Number => {
            let tail = lower.trim_start_matches(|c: char| c.is_ascii_digit() || c == ',' || c == '.');
            let head = lower.get(..lower.len() - tail.len())?;
            let number = Decimal::parse(head)?;
            let power = if tail.is_empty() { Some(0) } else { magnitude(tail) };
            (number.shift(power?), 1)
        }
        _ if small(lower).is_some() => (Decimal::whole(small(lower)?), 1),
        _ if lower == "a" && magnitude(page.lower(at + 1)).is_some_and(|m| m > 1) && at + 1 < end => {
            (Decimal::whole(1), 1)
        }
        _ => return None,
    };
    while at + length < end {
        let next = page.lower(at + length);
        // one letter counts only when glued to the digits
        let Some(power) = magnitude(next).filter(|_| next.len() > 1) else { break };
        number = number.shift(power);
        length += 1;
    }
    Some((number, length))
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
