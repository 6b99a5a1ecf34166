//! Words that dates and amounts may begin with.

use super::currency::{is_currency_code, is_money_sign};
use crate::language::Language;
use crate::model::List;

/// Whether a date or amount may begin with the lower-case `word`, days and months of the calendar apart: what most words are turned away by.
pub(crate) fn may_open_value(word: &str, language: &Language) -> bool {
    let mut letters = word.chars();
    let (first, second) = (letters.next(), letters.next());
    // “,” and “(” begin none, nor do “'” and “'s”; “'80s” and “-5” may
    let mark = first.is_some_and(|c| !c.is_alphanumeric());
    let lone_mark = mark && second.map_or(!matches!(first, Some('-' | '−')), char::is_alphabetic);
    !lone_mark && (!first.is_some_and(char::is_alphabetic) || word.contains('-'))
        || is_currency_code(word, language)
        || is_opener(word, language)
}

fn is_opener(word: &str, language: &Language) -> bool {
    let (number, dates) = (language.number, language.prose_dates);
    number.small.contains(&word)
        || number.tens.contains(&word)
        || word == number.half
        || word == language.amount.minus
        || is_money_sign(word)
        || List::DateOpeners.has(word)
        || dates.season(word).is_some()
        || dates.ordinals.contains(&word)
        || dates.decades.contains(&word)
}
