//! Amounts of money and their currencies, by ISO 4217 codes.

use super::number::{self, Decimal, Number};
use super::tokenized::{Shape, TokenizedText};
use crate::model::List;

/// What `word` or its singular means in `list`.
pub(super) fn look(list: List, word: &str) -> Option<&'static str> {
    list.value(word).or_else(|| list.value(word.strip_suffix('s')?))
}

/// The code of a currency named behind its number.
pub(super) fn currency(word: &str) -> Option<&'static str> {
    look(List::Currencies, word)
}

/// Words in lower case that may stand before an amount as its currency (`us`, `rs`), besides codes.
pub(super) fn openers() -> impl Iterator<Item = &'static str> {
    List::Dollars.keys().chain(List::MoneySigns.keys())
}

/// Whether the lower-case `word` is a currency's code: `eur`.
pub(super) fn is_code(word: &str) -> bool {
    word.len() == 3 && currency(word).is_some()
}

/// `€62 million`, `US$ 5`, `EUR 40`, `Rs 500 crore`: the value, and how many words.
pub(super) fn signed(page: &TokenizedText, at: usize, end: usize) -> Option<(String, usize)> {
    let lower = page.lower(at);
    let letters = lower.len() == 3 && page.word(at)?.shape == Shape::Upper;
    let (code, mut from) = match List::MoneySigns.value(lower) {
        Some(code) => (code, at + 1),
        // “A$15” is Australian, “A $15 wage” need not be
        None if page.lower(at + 1) == "$" && (lower != "a" || is_glued(page, at)) => {
            (List::Dollars.value(lower).filter(|_| page.is_capital(at))?, at + 2)
        }
        None if letters => (currency(lower).filter(|code| code.eq_ignore_ascii_case(lower))?, at + 1),
        None => return None,
    };
    from += usize::from(lower == "rs" && page.lower(from) == ".");
    page.word(from).filter(|w| w.shape == Shape::Number && from < end)?;
    let (mut number, mut length) = number::read(page, from, end)?;
    // “$10 to 15 people”, “$5 - 3 more”: only a magnitude behind it makes the second a price
    if length >= 3 && number.high.is_some() && number::magnitude(page.lower(from + length - 1)).is_none() {
        let dash = page.lower(from + 1) == "–";
        if !dash {
            (number, length) = (Number::one(number.low), 1);
        }
    }
    Some((format!("{code} {number}"), from + length - at))
}

/// Whether nothing stands between the word at `at` and the next.
fn is_glued(page: &TokenizedText, at: usize) -> bool {
    page.word(at).zip(page.word(at + 1)).is_some_and(|(word, next)| word.span.end == next.span.start)
}

/// The value of `number` with the currency at `next`, and how many words the currency takes: `euros`, `Hong Kong dollars`, `pence`.
pub(super) fn counted(
    page: &TokenizedText,
    number: Number,
    at: usize,
    next: usize,
    end: usize,
) -> Option<(String, usize)> {
    let word = page.lower(next);
    let behind = if next + 1 < end { page.lower(next + 1) } else { "" };
    let cents = |code: &str, words: usize| Some((format!("{code} {}", number.shift(-2)), words));
    match (word, behind) {
        ("cents", _) => return cents("USD", 1),
        ("pence", _) => return cents("GBP", 1),
        ("euro" | "euros", "cents" | "cent") => return cents("EUR", 2),
        _ => {}
    }
    // “won” and “mark” are verbs and names as well; “real” is no currency here at all
    let plain = !matches!(word, "won" | "mark" | "rand" | "marks") || next > at + 1;
    if let Some(code) = currency(word).filter(|_| plain) {
        let weight = word.starts_with("pound") && (behind == "of" || (at > 1 && weighs(page, at)));
        return (!weight).then(|| (format!("{code} {number}"), 1));
    }
    // “Swiss francs”, “US dollars”, “Hong Kong dollars”
    page.word(next).filter(|w| w.is_capital() && next + 1 < end)?;
    let two = page.is_capital(next + 1) && next + 2 < end;
    let (nation, unit, words) = if two { (behind, page.lower(next + 2), 3) } else { (word, behind, 2) };
    let singular = unit.strip_suffix('s').unwrap_or(unit);
    let code = List::NationalCurrencies.value(&format!("{nation} {singular}")).or_else(|| currency(unit))?;
    Some((format!("{code} {number}"), words))
}

/// Whether the words before a number of pounds speak of a weight.
pub(super) fn weighs(page: &TokenizedText, at: usize) -> bool {
    let verb = |i: usize| page.lower(i).starts_with("weigh") || page.lower(i) == "lost";
    let led = |i: usize| List::Weighing.has(page.lower(i));
    // “42 kg (92 pounds)”
    let mass =
        page.lower(at - 1) == "(" && matches!(page.lower(at - 2), "kg" | "kilograms" | "kilos" | "grams" | "tonnes");
    mass || verb(at - 1) || (led(at - 1) && verb(at - 2))
}

/// `60p`: pence glued to their number.
pub(super) fn pence(lower: &str) -> Option<String> {
    let number = Decimal::parse(lower.strip_suffix('p')?)?;
    Some(format!("GBP {}", number.shift(-2)))
}
