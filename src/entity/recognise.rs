//! Names in a text, as the trained tagger sees them: once word by word, and once more knowing the first answer for the whole article.

use super::features::{FeatureExtractor, FeatureSet};
use super::kind::Tag;
use crate::model::{DecoderScratch, Label, Tagger, labelled_spans, model};
use std::ops::Range;

/// Finds the names in `reading`, as words, in order and without overlap. `taken` tells of each word whether it belongs to a date or
/// amount. Where no model was loaded there are none.
pub(super) fn names(reading: &FeatureExtractor, taken: &[bool]) -> Vec<(Range<usize>, Tag)> {
    let Some(model) = model() else { return Vec::new() };
    let mut found = spans(&label(reading, &model.names));
    // a date is no name, but a name may hold one: “the 2012 Olympics”; of “A $15” nothing is left
    let is_taken = |at: usize| taken.get(at).is_some_and(|t| *t);
    let says = |at: usize| !is_taken(at) && reading.page.word(at).is_some_and(|w| w.text.len() > 1);
    found.retain(|(words, _)| words.clone().any(says) || !words.clone().any(is_taken));
    found
}

/// The tagger's label of each word.
fn label(reading: &FeatureExtractor, tagger: &Tagger) -> Vec<Label> {
    let mut emissions = reading.emissions(tagger, FeatureSet::Names);
    let mut labels: Vec<Label> = Vec::with_capacity(emissions.len());
    let mut scratch = DecoderScratch::default();
    for line in &reading.page.lines {
        let emissions = emissions.get(line.words.clone()).unwrap_or_default();
        labels.extend_from_slice(tagger.decode(emissions, &mut scratch));
    }
    // the second pass: only where other places tell something
    let tally = reading.tally(&labels);
    let first = labels.clone();
    let mut keys = Vec::new();
    for line in &reading.page.lines {
        let mut told = false;
        for at in line.words.clone() {
            let Some(points) = emissions.get_mut(at) else { continue };
            keys.clear();
            reading.evidence(line, at, &first, &tally, &mut |_, key| keys.push(key));
            tagger.add_all(&keys, points);
            told |= !keys.is_empty();
        }
        if told && let Some(labels) = labels.get_mut(line.words.clone()) {
            let emissions = emissions.get(line.words.clone()).unwrap_or_default();
            labels.copy_from_slice(tagger.decode(emissions, &mut scratch));
        }
    }
    labels
}

/// The words that `labels` say to be names, and what they name.
fn spans(labels: &[Label]) -> Vec<(Range<usize>, Tag)> {
    const TAGS: [Tag; 4] = [Tag::Person, Tag::Organization, Tag::Location, Tag::Other];
    labelled_spans(labels)
        .into_iter()
        .filter_map(|(words, kind)| Some((words, *TAGS.get(usize::from(kind))?)))
        .collect()
}
