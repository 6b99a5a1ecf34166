//! Names in a text, as the trained tagger sees them: once word by word, and once more knowing the first answer for the whole article.

use super::EntityKind;
use super::features::{Reader, placed};
use super::page::Page;
use crate::model::{Model, Scores, model};
use crate::text::Span;
use std::ops::Range;

/// Words on each side of a word whose forms tell something of it.
const REACH: usize = 2;

/// Finds the names in `page`, in order and without overlap. `taken` tells of each word whether it belongs to a date or amount.
/// Where no model was loaded there are none.
pub(super) fn names(page: &Page, taken: &[bool]) -> Vec<(Span, EntityKind)> {
    let Some(model) = model() else { return Vec::new() };
    let labels = label(page, model);
    let found = spans(&labels).into_iter().filter(|(words, _)| {
        // a date is no name, but a name may hold one: “the 2012 Olympics”
        !taken.get(words.clone()).is_some_and(|taken| taken.iter().all(|t| *t))
    });
    found.filter_map(|(words, kind)| Some((page.span(&words)?, kind))).collect()
}

/// The tagger's label of each word.
fn label(page: &Page, model: &Model) -> Vec<u8> {
    let reader = Reader::new(page, &model.world);
    let tagger = &model.names;
    // what a form gives is the same wherever it stands: it is added up once
    let mut nowhere = [Scores::default(); 2 * REACH + 1];
    for (place, scores) in nowhere.iter_mut().enumerate() {
        tagger.add(placed(0, place), scores);
    }
    let forms: Vec<[Scores; 2 * REACH + 1]> = reader
        .forms
        .iter()
        .map(|form| {
            let mut sums = [Scores::default(); 2 * REACH + 1];
            for &(_, key, places) in &form.keys {
                for (place, sum) in sums.iter_mut().enumerate().filter(|(place, _)| places & 1 << place != 0) {
                    tagger.add(placed(key, place), sum);
                }
            }
            sums
        })
        .collect();
    let mut emissions: Vec<Scores> = vec![Scores::default(); page.words.len()];
    let mut labels: Vec<u8> = Vec::with_capacity(page.words.len());
    let mut path = Vec::new();
    for line in &page.lines {
        for at in line.words.clone() {
            let Some(scores) = emissions.get_mut(at) else { continue };
            for (place, outside) in nowhere.iter().enumerate() {
                let neighbour = (at + place).checked_sub(REACH).filter(|n| line.words.contains(n));
                let form = neighbour.and_then(|n| page.word(n)).and_then(|w| forms.get(w.form)?.get(place));
                scores.iter_mut().zip(form.unwrap_or(outside)).for_each(|(s, f)| *s += f);
            }
            reader.at(line, at, &mut |_, key| tagger.add(key, scores));
        }
        tagger.decode(emissions.get(line.words.clone()).unwrap_or_default(), &mut path);
        labels.append(&mut path);
    }
    // the second pass: only where other places tell something
    let tally = reader.tally(&labels);
    let first = labels.clone();
    for line in &page.lines {
        let mut told = false;
        for at in line.words.clone() {
            let Some(scores) = emissions.get_mut(at) else { continue };
            reader.evidence(line, at, &first, &tally, &mut |_, key| {
                told = true;
                tagger.add(key, scores);
            });
        }
        if told && let Some(labels) = labels.get_mut(line.words.clone()) {
            tagger.decode(emissions.get(line.words.clone()).unwrap_or_default(), &mut path);
            labels.copy_from_slice(&path);
        }
    }
    labels
}

/// The runs of words that `labels` tell to be names, and their kinds.
fn spans(labels: &[u8]) -> Vec<(Range<usize>, EntityKind)> {
    const KINDS: [EntityKind; 4] =
        [EntityKind::Person, EntityKind::Organization, EntityKind::Location, EntityKind::Misc];
    let mut out = Vec::new();
    let mut start = 0;
    for (at, &label) in labels.iter().enumerate().filter(|(_, l)| **l > 0) {
        let (kind, part) = (usize::from(label - 1) / 4, (label - 1) % 4);
        if part == 0 || part == 3 {
            start = at;
        }
        if part >= 2
            && let Some(&kind) = KINDS.get(kind)
        {
            out.push((start..at + 1, kind));
        }
    }
    out
}
