//! Amounts of money and their currencies, by ISO 4217 codes.

use super::currency::currency_code;
use super::decimal::{Decimal, Number};
use super::number::number_at;
use crate::entity::tokenized::{Shape, TokenizedText};
use crate::language::Language;
use crate::model::List;

/// `€62 million`, `US$ 5`, `EUR 40`, `Rs 500 crore`: the value, and how many words.
pub(super) fn signed_money(tokens: &TokenizedText, at: usize, end: usize) -> Option<(String, usize)> {
    let (lower, words) = (tokens.lower(at), tokens.language.amount);
    let letters = lower.len() == 3 && tokens.word(at)?.shape == Shape::Upper;
    let (code, mut from) = match List::MoneySigns.value(lower) {
        Some(code) => (code, at + 1),
        // “A$15” is Australian, “A $15 wage” need not be
        None if tokens.lower(at + 1) == "$" && (lower != words.article_before_sign || is_glued(tokens, at)) => {
            (List::Dollars.value(lower).filter(|_| tokens.is_capital(at))?, at + 2)
        }
        None if letters => {
            (currency_code(lower, tokens.language).filter(|code| code.eq_ignore_ascii_case(lower))?, at + 1)
        }
        None => return None,
    };
    from += usize::from(lower == words.stopped_sign && tokens.lower(from) == ".");
    tokens.word(from).filter(|w| w.shape == Shape::Number && from < end)?;
    let (mut number, mut length) = number_at(tokens, from, end)?;
    // “$10 to 15 people”, “$5 - 3 more”: only a magnitude after it makes the second a price
    if length >= 3
        && number.high.is_some()
        && tokens.language.number.magnitude(tokens.lower(from + length - 1)).is_none()
    {
        let dash = tokens.lower(from + 1) == "–";
        if !dash {
            (number, length) = (Number::one(number.low), 1);
        }
    }
    Some((format!("{code} {number}"), from + length - at))
}

/// Whether nothing stands between the word at `at` and the next.
fn is_glued(tokens: &TokenizedText, at: usize) -> bool {
    tokens.word(at).zip(tokens.word(at + 1)).is_some_and(|(word, next)| word.span.end == next.span.start)
}

/// The value of `number` with the currency at `next`, and how many words the currency takes: `euros`, `Hong Kong dollars`, `pence`.
pub(super) fn counted_money(
    tokens: &TokenizedText,
    number: Number,
    at: usize,
    next: usize,
    end: usize,
) -> Option<(String, usize)> {
    let words = tokens.language.amount;
    let lower = |at: usize| if at < end { tokens.lower(at) } else { "" };
    let (word, following) = (tokens.lower(next), lower(next + 1));
    let is_phrase = |phrase: &[&str]| phrase.iter().zip(next..).all(|(word, at)| lower(at) == *word);
    if let Some((phrase, code, power)) = words.small_money.iter().find(|(phrase, ..)| is_phrase(phrase)) {
        return Some((format!("{code} {}", number.shift(*power)), phrase.len()));
    }
    // “won” and “mark” are verbs and names as well; “real” is no currency here at all
    let plain = !words.doubtful_currencies.contains(&word) || next > at + 1;
    if let Some(code) = currency_code(word, tokens.language).filter(|_| plain) {
        let weight = word.starts_with(words.pound.0) && (following == words.of || (at > 1 && weighs(tokens, at)));
        return (!weight).then(|| (format!("{code} {number}"), 1));
    }
    // “Swiss francs”, “US dollars”, “Hong Kong dollars”
    tokens.word(next).filter(|w| w.is_capital() && next + 1 < end)?;
    let two = tokens.is_capital(next + 1) && next + 2 < end;
    let (nation, unit, taken) = if two { (following, tokens.lower(next + 2), 3) } else { (word, following, 2) };
    let singular = tokens.language.inflection.in_singular(unit);
    let code = List::NationalCurrencies
        .value(&format!("{nation} {singular}"))
        .or_else(|| currency_code(unit, tokens.language))?;
    Some((format!("{code} {number}"), taken))
}

/// Whether the words before a number of pounds speak of a weight.
fn weighs(tokens: &TokenizedText, at: usize) -> bool {
    let words = tokens.language.amount;
    let verb = |i: usize| tokens.lower(i).starts_with(words.weighing.0) || tokens.lower(i) == words.weighing.1;
    let led = |i: usize| List::Weighing.has(tokens.lower(i));
    // “42 kg (92 pounds)”
    let mass = tokens.lower(at - 1) == "(" && words.masses.contains(&tokens.lower(at - 2));
    mass || verb(at - 1) || (led(at - 1) && verb(at - 2))
}

/// `60p`: money glued to its number.
pub(super) fn glued_money(lower: &str, language: &Language) -> Option<String> {
    let (number, code, power) = language
        .amount
        .money_tails
        .iter()
        .find_map(|(tail, code, power)| Some((Decimal::parse(lower.strip_suffix(tail)?)?, code, power)))?;
    Some(format!("{code} {}", number.shift(*power)))
}
