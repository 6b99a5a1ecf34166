//! Dates, times and amounts of an article, which no name may reach into.

use super::EntityKind;
use super::lexicon::Marks;
use super::page::{Page, Shape};
use super::{amount, date, number};
use std::ops::Range;
use time::Date;

/// A date, time or amount: its words, kind and normalised value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Measure {
    pub(super) words: Range<usize>,
    pub(super) kind: EntityKind,
    pub(super) value: Option<String>,
}

/// Finds the measures of `page` in order; relative dates count from `today`, the day the article appeared.
pub(super) fn find(page: &Page, today: Option<Date>) -> Vec<Measure> {
    let mut out = Vec::new();
    for line in &page.lines {
        let (start, end) = (line.words.start, line.words.end);
        let mut at = start;
        while at < end {
            if !page.entry(at).is_some_and(|e| e.measures) {
                at += 1;
                continue;
            }
            let found = amount::at(page, at, end).or_else(|| date::at(page, at, end, start, today));
            let found = found.filter(|m| m.words.end <= end);
            at = found.as_ref().map_or(at + 1, |m| m.words.end);
            out.extend(found);
        }
    }
    out
}

/// Whether a date or amount may begin with the lower-case `word`: what most words are turned away by, once for all their places.
pub(super) fn may_open(word: &str, marks: Marks) -> bool {
    !word.starts_with(char::is_alphabetic)
        || word.contains('-')
        || marks.any(Marks::CALENDAR)
        || number::small(word).is_some()
        || amount::is_currency(word)
        || date::is_relative(word)
}

/// Tells of each word whether it belongs to one of `measures`.
pub(super) fn taken(page: &Page, measures: &[Measure]) -> Vec<bool> {
    let mut taken = vec![false; page.words.len()];
    for measure in measures {
        // a lone “May” is left to the names when a capital follows: Theresa's namesake, not the month
        let lone = measure.words.len() == 1 && page.is(measure.words.start, Marks::MONTH);
        let named = lone && page.word(measure.words.end).is_some_and(|w| w.shape == Shape::Capital);
        if !named {
            taken.get_mut(measure.words.clone()).unwrap_or_default().fill(true);
        }
    }
    taken
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Span, sentences};

    /// What is measured in `text` and its value, as of Friday, 8 February 2019.
    fn read(text: &str) -> Vec<(String, String)> {
        let page = Page::read(text, &sentences(text, Span::new(0, text.len())));
        let shown =
            |m: Measure| (page.span(&m.words).unwrap_or_default().str(text).to_owned(), m.value.unwrap_or_default());
        find(&page, date::day("2019-02-08T10:30:00+01:00")).into_iter().map(shown).collect()
    }

    fn values(text: &str) -> Vec<String> {
        read(text).into_iter().map(|(_, value)| value).collect()
    }

    fn words(text: &str) -> Vec<String> {
        read(text).into_iter().map(|(words, _)| words).collect()
    }

    #[test]
    fn full_dates_stand_by_themselves() {
        let text = "On Feb. 8, 2019, on 8 February 2019, on March 3rd, in May 1945, on 2019-01-31, on 13/2/2019.";
        let days = ["2019-02-08", "2019-02-08", "2019-03-03", "1945-05", "2019-01-31", "2019-02-13"];
        assert_eq!(values(text), days);
    }

    #[test]
    fn weekdays_lie_just_behind_unless_the_verb_looks_ahead() {
        assert_eq!(values("He spoke Friday and on Monday."), ["2019-02-08", "2019-02-04"]);
        assert_eq!(values("They will meet on Monday."), ["2019-02-11"]);
        assert_eq!(values("He left last Friday and returns next Friday."), ["2019-02-01", "2019-02-15"]);
        assert_eq!(words("It opened Friday, Feb. 8, 2019."), ["Friday, Feb. 8, 2019"]);
    }

    #[test]
    fn weeks_months_and_years_count_from_the_article() {
        let text = "late last year, next week, last month, two weeks ago, a year ago, yesterday";
        assert_eq!(values(text), ["2018", "2019-W07", "2019-01", "2019-W04", "2018", "2019-02-07"]);
        assert_eq!(values("in December, in March, last May"), ["2018-12", "2019-03", "2018-05"]);
        assert_eq!(values("in the 1990s and in 2017, from 2015-16"), ["199X", "2017", "2015/2016"]);
    }

    #[test]
    fn numbers_and_verbs_are_no_dates() {
        assert!(words("About 2000 people may march in the second week.").is_empty());
    }

    #[test]
    fn clocks_are_read() {
        assert_eq!(
            values("at 10:30 a.m., 3pm, 12 a.m. and noon, 09:00 GMT"),
            ["10:30", "15:00", "00:00", "12:00", "09:00Z"]
        );
    }

    #[test]
    fn money_has_a_currency_and_an_exact_amount() {
        let text = "€62 million, $1.5bn, US$ 40, 5 million pounds, HK$3,000, 20 cents, 30 Swiss francs";
        let amounts = ["EUR 62000000", "USD 1500000000", "USD 40", "GBP 5000000", "HKD 3000", "USD 0.2", "CHF 30"];
        assert_eq!(values(text), amounts);
    }

    #[test]
    fn shares_and_quantities_have_units() {
        let text =
            "12.5 per cent, 40%, 40 kilometres, three tonnes, a 40-mile run, 20 square kilometres, twenty-five acres";
        assert_eq!(values(text), ["12.5 %", "40 %", "40 km", "3 t", "40 mi", "20 km²", "25 acre"]);
    }
}
