//! Currencies by ISO 4217 codes, and units by their symbols: lists of the model file.

use crate::language::Language;
use crate::model::List;

/// What `word` or its singular means in `list`.
pub(super) fn value_in(list: List, word: &str, language: &Language) -> Option<&'static str> {
    list.value(word).or_else(|| list.value(language.inflection.singular(word)?))
}

/// The code of a currency named after its number.
pub(super) fn currency_code(word: &str, language: &Language) -> Option<&'static str> {
    value_in(List::Currencies, word, language)
}

/// Whether the lower-case `word` is a currency's code: `eur`.
pub(super) fn is_currency_code(word: &str, language: &Language) -> bool {
    word.len() == 3 && currency_code(word, language).is_some()
}

/// Whether the lower-case `word` may stand before an amount as its currency (`us`, `rs`), besides codes.
pub(super) fn is_money_sign(word: &str) -> bool {
    List::Dollars.has(word) || List::MoneySigns.has(word)
}
