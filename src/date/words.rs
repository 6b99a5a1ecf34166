//! The words of dates of all languages together, since a line says a date before anybody knows its language.

use crate::language::{DATE_WORDS, DateWords};
use crate::order::{distinct, sort_by};
use std::sync::LazyLock;

/// A list of words of each language.
pub(super) type List = fn(&'static DateWords) -> &'static [&'static str];

/// Words that are looked up often, sorted.
struct Table {
    months: Vec<(&'static str, u8)>,
    weekdays: Vec<&'static str>,
    units: Vec<&'static str>,
    /// Words without one of which, or a digit, no line has a date or an age.
    needed: Vec<&'static str>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let sorted = |words: Vec<&'static str>| distinct(words.into_iter());
    let flat = |lists: fn(&'static DateWords) -> &'static [&'static [&'static str]]| {
        sorted(DATE_WORDS.iter().flat_map(|w| lists(w).iter().copied().flatten().copied()).collect())
    };
    let mut months: Vec<(&str, u8)> = DATE_WORDS
        .iter()
        .flat_map(|w| (1..).zip(w.months))
        .flat_map(|(n, names)| names.iter().map(move |m| (*m, n)))
        .collect();
    sort_by(&mut months, Ord::cmp);
    let needed = DATE_WORDS.iter().flat_map(|w| [w.near_days, w.ago, w.since].into_iter().flatten().copied());
    let recently = DATE_WORDS.iter().flat_map(|w| w.recently.iter().map(|pair| pair.0));
    Table {
        months,
        weekdays: flat(|w| &w.weekdays),
        units: flat(|w| &w.units),
        needed: sorted(needed.chain(recently).collect()),
    }
});

/// Whether `word` (lower case) stands in one language's `list`.
pub(super) fn is_in(word: &str, list: List) -> bool {
    DATE_WORDS.iter().any(|words| list(words).contains(&word))
}

/// The month that `word` (lower case) names or abbreviates, 1 to 12.
pub(super) fn month(word: &str) -> Option<u8> {
    if word.chars().count() < 3 {
        return None;
    }
    let months = &TABLE.months;
    let from = months.partition_point(|m| m.0 < word);
    // “jui” may be short for two of them: the earlier
    months.get(from..)?.iter().take_while(|m| m.0.starts_with(word)).map(|m| m.1).min()
}

/// Whether `word` (lower case) names or abbreviates a day of the week.
pub(super) fn is_weekday(word: &str) -> bool {
    let length = word.chars().count();
    let weekdays = &TABLE.weekdays;
    let first = weekdays.get(weekdays.partition_point(|d| *d < word)).copied().unwrap_or_default();
    length >= 2 && (first == word || (length <= 4 && first.starts_with(word)))
}

/// Whether `word` (lower case) is a unit of age; `attached` to its number it may be one letter, as in `3h`.
pub(super) fn is_unit(word: &str, attached: bool) -> bool {
    attached && matches!(word, "s" | "m" | "h" | "d" | "t" | "j" | "w" | "y")
        || TABLE.units.binary_search(&word).is_ok()
}

/// Whether two words (lower case) say how long ago in no numbers.
pub(super) fn is_recently(first: &str, second: &str) -> bool {
    DATE_WORDS.iter().any(|words| words.recently.contains(&(first, second)))
}

/// Longest of the words that a line without digits needs, in bytes.
const LONGEST: usize = 13;

/// Whether `line` may have a date or an age in it: what most lines are turned away by.
pub(super) fn may_date(line: &str) -> bool {
    let mut buffer = [0; LONGEST];
    line.bytes().any(|b| b.is_ascii_digit())
        || line.split(|c: char| !(c.is_alphabetic() || matches!(c, '\'' | '’' | '\u{300}'..='\u{36f}'))).any(|word| {
            let Some(lower) = buffer.get_mut(..word.len()).filter(|_| word.len() > 1) else { return false };
            lower.copy_from_slice(word.as_bytes());
            lower.make_ascii_lowercase();
            let known = |lower: &[u8]| TABLE.needed.binary_search_by(|w| w.as_bytes().cmp(lower)).is_ok();
            known(lower) || (!word.is_ascii() && known(word.to_lowercase().as_bytes()))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_without_digits_need_a_word_to_be_dated() {
        assert!(may_date("HÁ um dia") && may_date("Posted Yesterday.") && may_date("x1"));
        assert!(!may_date("May the best man win") && !may_date("’") && !may_date(""));
        assert!(TABLE.needed.iter().all(|w| w.len() <= LONGEST));
    }

    #[test]
    fn months_and_days_are_known_by_their_beginnings() {
        assert_eq!([month("sept"), month("mär"), month("jui"), month("mist")], [Some(9), Some(3), Some(6), None]);
        assert!(is_weekday("mo") && is_weekday("jeudi") && !is_weekday("mondays") && !is_weekday("m"));
    }
}
