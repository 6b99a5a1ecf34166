//! Names in a text, as the trained tagger sees them: once word by word, and once more knowing the first answer for the whole article.

use super::refine::CoarseKind;
use crate::entity::features::{FeatureExtractor, FeatureSet, emit_first_pass, tally_labels};
use crate::model::{DecoderScratch, Label, Tagger, labelled_spans, model};
use std::ops::Range;

/// Words and marks of a name, at most. The longest that is right in the articles that changes are checked on has eleven; more in a row are
/// a list, or a text that says one word again and again.
const LONGEST: usize = 25;

/// The names in a text, as words, in order and without overlap. `in_value` says of each word whether it belongs to a date or amount. Where
/// no model was loaded there are none.
pub(crate) fn tagged_names(features: &FeatureExtractor, in_value: &[bool]) -> Vec<(Range<usize>, CoarseKind)> {
    let Some(model) = model() else { return Vec::new() };
    let mut found = names_of(&labels_of(features, &model.names));
    // a date is no name, but a name may hold one: “the 2012 Olympics”; of “A $15” nothing is left
    let in_value = |at: usize| in_value.get(at).is_some_and(|v| *v);
    let counts = |at: usize| !in_value(at) && features.tokens.word(at).is_some_and(|w| w.text.len() > 1);
    found.retain(|(words, _)| words.len() <= LONGEST);
    found.retain(|(words, _)| words.clone().any(counts) || !words.clone().any(in_value));
    found
}

/// The tagger's label of each word.
fn labels_of(features: &FeatureExtractor, tagger: &Tagger) -> Vec<Label> {
    let tokens = &features.tokens;
    let mut emissions = features.emissions(tagger, FeatureSet::Names);
    let mut labels: Vec<Label> = Vec::with_capacity(emissions.len());
    let mut scratch = DecoderScratch::default();
    for sentence in &tokens.sentences {
        let emissions = emissions.get(sentence.words.clone()).unwrap_or_default();
        labels.extend_from_slice(tagger.decode(emissions, &mut scratch));
    }
    // the second pass: only where other places say something
    let tally = tally_labels(tokens, &labels);
    let first = labels.clone();
    let mut keys = Vec::new();
    for sentence in &tokens.sentences {
        let mut changed = false;
        for at in sentence.words.clone() {
            let Some(scores) = emissions.get_mut(at) else { continue };
            keys.clear();
            emit_first_pass(tokens, sentence, at, &first, &tally, &mut |_, key| keys.push(key));
            tagger.add_all(&keys, scores);
            changed |= !keys.is_empty();
        }
        if changed && let Some(labels) = labels.get_mut(sentence.words.clone()) {
            let emissions = emissions.get(sentence.words.clone()).unwrap_or_default();
            labels.copy_from_slice(tagger.decode(emissions, &mut scratch));
        }
    }
    labels
}

/// The words that `labels` say to be names, and what they name.
fn names_of(labels: &[Label]) -> Vec<(Range<usize>, CoarseKind)> {
    // in the order of the labels' kinds
    const KINDS: [CoarseKind; 4] =
        [CoarseKind::Person, CoarseKind::Organization, CoarseKind::Location, CoarseKind::Other];
    let spans = labelled_spans(labels).into_iter();
    spans.filter_map(|(words, kind)| Some((words, *KINDS.get(usize::from(kind))?))).collect()
}
