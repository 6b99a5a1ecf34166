//! What a first pass took a word for in the article's other places.

use super::feature::{Feature, feature_key};
use crate::entity::tokenized::{Shape, TokenizedSentence, TokenizedText};
use crate::model::{KINDS, Key, LABELS, Label, mix};

/// How often an entry of the vocabulary carries each label, and any.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct LabelTally {
    labels: [u32; LABELS],
    all: u32,
}

impl LabelTally {
    /// Whether it was never taken for a name.
    fn is_plain(&self) -> bool {
        self.labels.first() == Some(&self.all)
    }
}

/// For each entry of the vocabulary, how often it carries each label in `labels`, one for each word of the text.
pub(crate) fn tally_labels(tokens: &TokenizedText, labels: &[Label]) -> Vec<LabelTally> {
    let mut tally = vec![LabelTally::default(); tokens.vocabulary.len()];
    for (word, &label) in tokens.words.iter().zip(labels) {
        if word.shape == Shape::Mark || word.shape == Shape::Clitic {
            continue;
        }
        let Some(tally) = tally.get_mut(word.entry) else { continue };
        if let Some(count) = tally.labels.get_mut(label.index()) {
            *count += 1;
            tally.all += 1;
        }
    }
    tally
}

/// Gives `each` what the word at `at` was taken for in the article's other places, by `labels` and their `tally`.
pub(crate) fn emit_first_pass(
    tokens: &TokenizedText,
    sentence: &TokenizedSentence,
    at: usize,
    labels: &[Label],
    tally: &[LabelTally],
    each: &mut impl FnMut(Feature, Key),
) {
    let mut give =
        |template: Key, value: Key| each(Feature::FirstPass, feature_key(Feature::FirstPass, template, value));
    let here = at.saturating_sub(1).max(sentence.words.start)..(at + 2).min(sentence.words.end);
    let words = tokens.words.get(here).unwrap_or_default();
    if words.iter().all(|w| tally.get(w.entry).is_none_or(|t| t.all < 2 || w.shape == Shape::Lower && t.is_plain())) {
        return;
    }
    for (template, other) in [(1, Some(at)), (2, at.checked_sub(1)), (3, Some(at + 1))] {
        let Some(other) = other.filter(|o| sentence.words.contains(o)) else { continue };
        let (Some(word), Some(&own)) = (tokens.word(other), labels.get(other)) else { continue };
        let Some(&LabelTally { labels: mut counts, all }) = tally.get(word.entry).filter(|t| t.all > 1) else {
            continue;
        };
        if word.shape == Shape::Lower && (template > 1 || LabelTally { labels: counts, all }.is_plain()) {
            continue;
        }
        if let Some(count) = counts.get_mut(own.index()) {
            *count = count.saturating_sub(1);
        }
        let total: u32 = counts.iter().sum();
        if total == 0 {
            continue;
        }
        // nothing, and the kinds of names
        let mut kinds = [0u32; 1 + KINDS];
        for (label, count) in counts.iter().enumerate() {
            let kind = Label::from_index(label).and_then(Label::kind).map_or(0, |kind| usize::from(kind) + 1);
            kinds[kind] += count;
        }
        let most = (0..kinds.len()).max_by_key(|&k| (kinds[k], k)).unwrap_or_default();
        let share = kinds[most] * 4 / total;
        let label = (0..LABELS).max_by_key(|&l| (counts[l], l)).unwrap_or_default();
        give(template, mix(most as Key, share));
        if template == 1 {
            give(4, mix(most as Key, mix(share, Key::from(word.begins) + 2 * Key::from(word.is_capital()))));
            give(5, label as Key);
            give(6, mix(most as Key, total.min(4)));
        }
    }
}
