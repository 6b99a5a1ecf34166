//! Dates, times and amounts of an article, which no name may reach into.

use super::EntityKind;
use super::lexicon::Marks;
use super::page::{Page, Shape};
use super::{amount, date};
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
            let found = amount::at(page, at, end).or_else(|| date::at(page, at, end, start, today));
            let found = found.filter(|m| m.words.end <= end);
            at = found.as_ref().map_or(at + 1, |m| m.words.end);
            out.extend(found);
        }
    }
    out
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
