//! Amounts: money, percentages and measured quantities.

use super::currency::{currency_code, value_in};
use super::decimal::{Decimal, Number};
use super::money::{counted_money, glued_money, signed_money};
use super::number::{number_at, small_number};
use super::value::Value;
use crate::entity::kind::EntityKind;
use crate::entity::tokenized::{Shape, TokenizedText};
use crate::model::List;
use std::ops::Range;

/// The amount that begins at `at`, before `end`.
pub(super) fn amount_at(tokens: &TokenizedText, at: usize, end: usize) -> Option<Value> {
    if tokens.lower(at) == tokens.language.amount.minus {
        let cold = counted(tokens, at + 1, end).filter(|v| v.normalised.as_ref().is_some_and(|v| v.contains('°')));
        return cold.and_then(|v| Some(amount(at..v.words.end, v.kind, format!("-{}", v.normalised?))));
    }
    let signed = || signed_money(tokens, at, end).map(|(v, n)| amount(at..at + n, EntityKind::Money, v));
    signed().or_else(|| glued(tokens, at, end)).or_else(|| counted(tokens, at, end))
}

fn amount(words: Range<usize>, kind: EntityKind, value: String) -> Value {
    Value { words, kind, normalised: Some(value) }
}

/// `40-kilometre`, `5-percent`, `five-million-euro`, `40km`, `60p`: one token; a height may go on, `6ft 2in`.
fn glued(tokens: &TokenizedText, at: usize, end: usize) -> Option<Value> {
    let (lower, language) = (tokens.lower(at), tokens.language);
    if let Some((head, mut tail)) = lower.split_once('-') {
        let mut number = Decimal::parse(head).or_else(|| small_number(head, language).map(Decimal::whole))?;
        if let Some((power, rest)) =
            tail.split_once('-').and_then(|(m, rest)| Some((language.number.magnitude(m)?, rest)))
        {
            (number, tail) = (number.shift(power), rest);
        }
        if language.amount.share_tails.contains(&tail) {
            return Some(amount(at..at + 1, EntityKind::Percent, format!("{number} %")));
        }
        if let Some(symbol) = value_in(List::Units, tail, language) {
            return Some(amount(at..at + 1, EntityKind::Quantity, format!("{number} {symbol}")));
        }
        let code = currency_code(tail, language).filter(|_| !language.amount.never_compound.contains(&tail))?;
        let (pound, symbol) = language.amount.pound;
        // a “20-pound baby” weighs what a “20-pound note” is worth: the first is said more often of things
        return Some(if tail == pound {
            amount(at..at + 1, EntityKind::Quantity, format!("{number} {symbol}"))
        } else {
            amount(at..at + 1, EntityKind::Money, format!("{code} {number}"))
        });
    }
    if tokens.word(at)?.shape != Shape::Number {
        return None;
    }
    if let Some(value) = glued_money(lower, language) {
        return Some(amount(at..at + 1, EntityKind::Money, value));
    }
    let tail = lower.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.' || c == ',');
    let number = Decimal::parse(lower.get(..lower.len() - tail.len())?)?;
    // “100m” may be metres or millions
    let symbol = List::Units.value(tail).filter(|_| tail.len() > 1)?;
    Some(quantity(tokens, at, at + 1, end, &Number::one(number), symbol))
}

/// `12.5 per cent`, `62 million euros`, `three tonnes`, `40 square kilometres`, `300,000 barrels a day`, `30°C`.
fn counted(tokens: &TokenizedText, at: usize, end: usize) -> Option<Value> {
    let words = tokens.language.amount;
    let (number, length) = number_at(tokens, at, end)?;
    let next = at + length;
    if next >= end {
        return None;
    }
    let word = tokens.lower(next);
    let lower = |at: usize| if at < end { tokens.lower(at) } else { "" };
    let is_phrase = |phrase: &[&str]| phrase.iter().zip(next..).all(|(word, at)| lower(at) == *word);
    if let Some((phrase, power)) = words.shares.iter().find(|(phrase, _)| is_phrase(phrase)) {
        let span = at..next + phrase.len();
        return Some(amount(span, EntityKind::Percent, format!("{} %", number.shift(*power))));
    }
    if let Some((value, more)) = counted_money(tokens, number, at, next, end) {
        return Some(amount(at..next + more, EntityKind::Money, value));
    }
    let (pound, weight) = words.pound;
    if word.starts_with(pound) {
        return Some(quantity(tokens, at, next + 1, end, &number, weight));
    }
    let power = words.powers.iter().find(|(name, _)| *name == word).map(|p| p.1);
    let special = words.special_units.iter().find(|(name, ..)| *name == word);
    let unit = next + usize::from(power.is_some() || special.is_some() || words.passed_units.contains(&word));
    let symbol = value_in(List::Units, tokens.lower(unit), tokens.language).filter(|_| unit < end);
    let degrees = word == "°" || symbol == Some("°");
    let scale = if degrees { lower(unit + 1) } else { "" };
    if let Some((_, scale)) = words.temperatures.iter().find(|(name, _)| *name == scale) {
        return Some(amount(at..unit + 2, EntityKind::Quantity, format!("{number} {scale}")));
    }
    let symbol = match special {
        Some((_, plain, changed)) if symbol == Some(plain) => (*changed).to_owned(),
        Some(_) => return None,
        None => format!("{}{}", symbol?, power.unwrap_or_default()),
    };
    Some(quantity(tokens, at, unit + 1, end, &number, &symbol))
}

/// The quantity at `at` whose unit ends at `next`, with what follows it: inches after feet, and a rate.
fn quantity(tokens: &TokenizedText, at: usize, next: usize, end: usize, number: &Number, symbol: &str) -> Value {
    let language = tokens.language;
    let lower = |i: usize| if i < end { tokens.lower(i) } else { "" };
    if symbol == "ft" {
        let (names, tail) = language.amount.inches;
        let glued = lower(next).strip_suffix(tail).and_then(Decimal::parse);
        let inches = glued.or_else(|| {
            Decimal::parse(lower(next))
                .or_else(|| small_number(lower(next), language).map(Decimal::whole))
                .filter(|n| n.count() < Some(12))
        });
        let named = usize::from(glued.is_none() && names.contains(&lower(next + 1)));
        // “six feet two” stands alone, “six feet two metres away” does not
        let ends = glued.is_some()
            || named > 0
            || tokens.word(next + 1).is_none_or(|w| w.shape == Shape::Mark)
            || next + 1 >= end;
        if let Some(inches) = inches.filter(|_| ends) {
            return amount(at..next + 1 + named, EntityKind::Quantity, format!("{number} ft {inches} in"));
        }
    }
    let per = language.amount.per.contains(&lower(next));
    if let Some(rate) = List::Rates.value(lower(next + 1)).filter(|_| per) {
        return amount(at..next + 2, EntityKind::Quantity, format!("{number} {symbol}/{rate}"));
    }
    amount(at..next, EntityKind::Quantity, format!("{number} {symbol}"))
}
