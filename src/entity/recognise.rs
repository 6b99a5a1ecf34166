//! Names in a text: the heart that a trained model may replace.

use super::EntityKind;
use super::judge;
use super::lexicon::Marks;
use super::page::{Case, Line, Page, Shape};
use super::run::{self, Candidate, phrase};
use crate::text::Span;
use std::collections::HashMap;

/// Finds the names in `page`, in order and without overlap. `taken` tells of each word whether it belongs to a date or amount.
pub(super) fn names(page: &Page, taken: &[bool]) -> Vec<(Span, EntityKind)> {
    let candidates = run::candidates(page, taken);
    let kinds = judge::kinds(page, &candidates);
    let mut known = Known::default();
    let mut found: Vec<(Span, EntityKind)> = Vec::new();
    for (candidate, kind) in candidates.iter().zip(kinds) {
        if let (Some(kind), Some(span)) = (kind, page.span(&candidate.words)) {
            known.learn(page, candidate, kind);
            found.push((span, kind));
        }
    }
    for line in page.lines.iter().filter(|l| matches!(l.case, Case::Title | Case::Upper)) {
        headline(page, line, taken, &known, &mut found);
    }
    found.sort_unstable_by_key(|f| f.0);
    found
}

/// The names that the prose has shown, by their words.
#[derive(Default)]
struct Known {
    names: HashMap<Vec<usize>, EntityKind>,
    longest: usize,
}

impl Known {
    fn learn(&mut self, page: &Page, candidate: &Candidate, kind: EntityKind) {
        let key = judge::key(page, candidate);
        self.longest = self.longest.max(key.len());
        if let (EntityKind::Person, [_, .., last]) = (kind, key.as_slice()) {
            self.names.entry(vec![*last]).or_insert(kind);
        }
        self.names.entry(key).or_insert(kind);
    }
}

/// Finds in a line whose capitals say nothing what the prose or the lexicon knows as a name.
fn headline(page: &Page, line: &Line, taken: &[bool], known: &Known, found: &mut Vec<(Span, EntityKind)>) {
    let mut at = line.words.start;
    while at < line.words.end {
        let hit = if taken.get(at).copied().unwrap_or_default() || !page.is_capital(at) {
            None
        } else {
            seen(page, line, at, known).or_else(|| listed(page, line, at))
        };
        if let Some((length, kind)) = hit {
            if let (Some(first), Some(last)) = (page.word(at), page.word(at + length - 1)) {
                found.push((Span::new(first.span.start, last.span.end), kind));
            }
            at += length;
        } else {
            at += 1;
        }
    }
}

/// The longest name of the prose at `at`. A word that is also a common one must be written as an acronym.
fn seen(page: &Page, line: &Line, at: usize, known: &Known) -> Option<(usize, EntityKind)> {
    let limit = known.longest.min(line.words.end - at);
    (1..=limit).rev().find_map(|n| {
        let ids: Vec<usize> = (at..at + n).filter_map(|i| page.word(i)).map(|w| w.id).collect();
        let kind = *known.names.get(&ids)?;
        let word = page.word(at)?;
        let common = n == 1 && word.is(Marks::WORD.with(Marks::FUNCTION));
        let acronym = word.shape == Shape::Upper && line.case == Case::Title;
        let proper = page.entry(at).is_some_and(|e| e.small == 0) && !word.is(Marks::FUNCTION);
        (!common || acronym || proper).then_some((n, kind))
    })
}

/// The place, people, organisation or person of the lexicon at `at`.
fn listed(page: &Page, line: &Line, at: usize) -> Option<(usize, EntityKind)> {
    let kind = |marks: Marks| {
        [
            (Marks::PLACE, EntityKind::Location),
            (Marks::PEOPLE, EntityKind::Group),
            (Marks::ORGANIZATION, EntityKind::Organization),
        ]
        .into_iter()
        .find(|(m, _)| marks.any(*m))
        .map(|(_, k)| k)
    };
    if let Some((n, marks)) = phrase(page, at, line.words.end)
        && let Some(kind) = kind(marks)
    {
        return Some((n, kind));
    }
    let word = page.word(at)?;
    if word.is(Marks::WORD.with(Marks::FUNCTION).with(Marks::CALENDAR)) {
        return None;
    }
    if word.is(Marks::GIVEN) && !word.is(Marks::PLACE) {
        let next = page.word(at + 1).filter(|w| at + 1 < line.words.end && w.is_capital())?;
        let name = !next.is(Marks::WORD.with(Marks::FUNCTION).with(Marks::CALENDAR).with(Marks::PLACE));
        return name.then_some((2, EntityKind::Person));
    }
    kind(word.marks).map(|k| (1, k))
}
