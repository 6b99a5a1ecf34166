//! Numbers as digits or words.

use super::decimal::{Decimal, Number};
use crate::entity::tokenized::{Shape, TokenizedText};
use crate::language::Language;
use crate::language::number::NumberWords;

/// The number that one lower-case word says: `seven`, `twenty-five`.
pub(super) fn small_number(word: &str, language: &Language) -> Option<u64> {
    let NumberWords { small, tens, .. } = language.number;
    let below_twenty = |word: &str| (0u64..).zip(*small).find(|(_, name)| **name == word).map(|n| n.0);
    let by_tens = |word: &str| (2u64..).zip(*tens).find(|(_, name)| **name == word).map(|n| n.0 * 10);
    below_twenty(word).or_else(|| by_tens(word)).or_else(|| {
        let (tens, rest) = word.split_once('-')?;
        Some(by_tens(tens)? + below_twenty(rest).filter(|n| *n < 10)?)
    })
}

/// The number or range at `at` before `end`, and how many words it takes: `62 million`, `1.5bn`, `two hundred and five`,
/// `half a million`, `two and a half`, `a dozen`, `10-15`, `5 to 10 million`.
pub(super) fn number_at(tokens: &TokenizedText, at: usize, end: usize) -> Option<(Number, usize)> {
    if let Some((low, high)) = tokens.lower(at).split_once('-')
        && let (Some(low), Some((high, length))) = (Decimal::parse(low), scaled(tokens, high, at, end))
    {
        // “5-billion” is one number, “5-10 billion” is two in billions
        return Some((Number { low: low.shift(high.1), high: Some(high.0) }, length));
    }
    let (low, power, length) = single(tokens, at, end)?;
    let words = tokens.language.number;
    let joiner = tokens.lower(at + length);
    let between = at > 0 && [tokens.lower(at - 1), joiner] == words.between;
    let linked = between || joiner == words.to || matches!(joiner, "–" | "-");
    if linked && let Some((high, above, more)) = single(tokens, at + length + 1, end) {
        let low = if power == 0 { low.shift(above) } else { low };
        return Some((Number { low, high: Some(high) }, length + 1 + more));
    }
    Some((Number::one(low), length))
}

/// `text`, the digits after a hyphen, with the magnitude in its tail or in the words after: the number, that power, and the words.
fn scaled(tokens: &TokenizedText, text: &str, at: usize, end: usize) -> Option<((Decimal, i32), usize)> {
    let tail = text.trim_start_matches(|c: char| c.is_ascii_digit() || c == ',' || c == '.');
    let number = Decimal::parse(text.get(..text.len() - tail.len())?)?;
    let own = if tail.is_empty() { 0 } else { tokens.language.number.magnitude(tail)? };
    let (more, length) = magnitudes(tokens, at + 1, end);
    let power = own + more;
    Some(((number.shift(power), power), 1 + length))
}

/// The magnitudes from `at` on, multiplied, and the words they take. One letter counts only when glued to digits.
fn magnitudes(tokens: &TokenizedText, at: usize, end: usize) -> (i32, usize) {
    let (mut power, mut length) = (0, 0);
    while at + length < end
        && let Some(more) =
            tokens.language.number.magnitude(tokens.lower(at + length)).filter(|_| tokens.lower(at + length).len() > 1)
    {
        power += more;
        length += 1;
    }
    (power, length)
}

/// The one number at `at`, the power of ten that words gave it, and the words it takes.
fn single(tokens: &TokenizedText, at: usize, end: usize) -> Option<(Decimal, i32, usize)> {
    let word = tokens.word(at).filter(|_| at < end)?;
    let lower = tokens.lower(at);
    let words = tokens.language.number;
    let magnitude = |word: &str| words.magnitude(word);
    let next = |n: usize| if at + n < end { tokens.lower(at + n) } else { "" };
    let (mut number, mut power, mut length) = match word.shape {
        Shape::Number => {
            let tail = lower.trim_start_matches(|c: char| c.is_ascii_digit() || c == ',' || c == '.');
            let number = Decimal::parse(lower.get(..lower.len() - tail.len())?)?;
            let tail = tail.strip_prefix('-').unwrap_or(tail);
            let power = if tail.is_empty() { 0 } else { tokens.language.number.magnitude(tail)? };
            (number.shift(power), power, 1)
        }
        _ if let Some(small) = small_number(lower, tokens.language) => (Decimal::whole(small), 0, 1),
        _ if lower == words.half
            && tokens.language.grammar.indefinite_articles.contains(&next(1))
            && magnitude(next(2)).is_some() =>
        {
            (Decimal::whole(5).shift(-1), 0, 2)
        }
        _ if lower == words.one
            && (next(1) == words.dozen || magnitude(next(1)).is_some_and(|m| m > 1 && next(1).len() > 1)) =>
        {
            (Decimal::whole(1), 0, 1)
        }
        _ => return None,
    };
    if [next(length), next(length + 1), next(length + 2)] == words.and_a_half && number.exponent == 0 {
        number = Decimal { digits: number.digits.checked_mul(10)?.checked_add(5)?, exponent: -1 };
        length += 3;
    }
    if let Some(group) = words.group(next(length)).filter(|_| number.exponent == 0) {
        number = Decimal::whole(number.digits.checked_mul(group)?);
        length += 1;
    }
    if next(length) == words.hundred {
        // “two hundred and five thousand”
        let and = usize::from(next(length + 1) == tokens.language.grammar.and);
        let rest = small_number(next(length + 1 + and), tokens.language).filter(|n| *n < 100 && number.exponent == 0);
        number = number.shift(2);
        length += 1;
        if let Some(rest) = rest {
            number = Decimal::whole(number.digits.checked_mul(100)?.checked_add(rest)?);
            length += 1 + and;
        }
    }
    let (more, taken) = magnitudes(tokens, at + length, end);
    power += more;
    Some((number.shift(more), power, length + taken))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::language_of;

    #[test]
    fn reads_number_words() {
        let small_number = |word| small_number(word, language_of(None, "").unwrap());
        assert_eq!(small_number("twenty-five"), Some(25));
        assert_eq!(small_number("ninety"), Some(90));
        assert_eq!(small_number("ten-two"), None);
    }
}
