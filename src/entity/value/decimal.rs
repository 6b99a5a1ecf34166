//! Numbers, exact in decimal.

use std::fmt;

/// A decimal number, `digits × 10^exponent`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Decimal {
    pub(super) digits: u64,
    pub(super) exponent: i32,
}

impl Decimal {
    pub(crate) fn whole(digits: u64) -> Self {
        Self { digits, exponent: 0 }
    }

    /// Reads `1,234.5`; `None` for anything else.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let (mut digits, mut exponent, mut fraction) = (0u64, 0, false);
        if !text.starts_with(|c: char| c.is_ascii_digit()) {
            return None;
        }
        for c in text.chars() {
            match c {
                '0'..='9' => {
                    digits = digits.checked_mul(10)?.checked_add(u64::from(c.to_digit(10)?))?;
                    exponent -= i32::from(fraction);
                }
                ',' if !fraction => {}
                '.' if !fraction => fraction = true,
                _ => return None,
            }
        }
        Some(Self { digits, exponent })
    }

    /// Times ten to the power of `power`.
    pub(crate) fn shift(self, power: i32) -> Self {
        Self { exponent: self.exponent.saturating_add(power), ..self }
    }

    /// The number when it is whole and small enough for a count of days or years.
    pub(crate) fn count(self) -> Option<i64> {
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
pub(crate) struct Number {
    pub(crate) low: Decimal,
    pub(crate) high: Option<Decimal>,
}

impl Number {
    pub(crate) fn one(low: Decimal) -> Self {
        Self { low, high: None }
    }

    /// Times ten to the power of `power`.
    pub(crate) fn shift(self, power: i32) -> Self {
        Self { low: self.low.shift(power), high: self.high.map(|h| h.shift(power)) }
    }

    /// The number when it is one, whole, and small enough for a count of days or years.
    pub(crate) fn count(self) -> Option<i64> {
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
}
