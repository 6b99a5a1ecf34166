//! The recogniser's view of annotated text, for training.

use super::features::{FeatureExtractor, FeatureSet};
use super::recognise;
use crate::language::ENGLISH;
use crate::model::{Key, LexicalResources};
use crate::sentence::sentences;
use crate::text::Span;

/// A line of annotated text.
#[derive(Clone, Debug, Default)]
pub struct Example {
    /// For each word the features, as the tagger reads them, with their kinds.
    pub features: Vec<Vec<(u8, Key)>>,
    /// For each word its label: 0 outside of names, else `1 + 4 * kind + part` (first, inner, last, only word).
    pub labels: Vec<u8>,
    /// Where each word stands, in bytes.
    pub spans: Vec<Span>,
}

/// Reads `text` line by line. `names` are the annotated names and their kinds (0 to 3), in order, without overlap; `taken_for` tells
/// what each word of the text was labelled in a first pass, if there was one.
#[must_use]
pub fn examples(text: &str, names: &[(Span, u8)], world: &LexicalResources, taken_for: Option<&[u8]>) -> Vec<Example> {
    let reading = FeatureExtractor::with(text, &sentences(text, Span::new(0, text.len()), Some(&ENGLISH)), world);
    let tally = taken_for.map(|labels| (labels, reading.tally(labels)));
    let mut out = Vec::with_capacity(reading.page.lines.len());
    for line in &reading.page.lines {
        let mut example = Example::default();
        for at in line.words.clone() {
            let mut features: Vec<(u8, Key)> = Vec::with_capacity(140);
            reading.all(line, at, FeatureSet::Names, &mut |kind, key| features.push((kind as u8, key)));
            if let Some((labels, tally)) = &tally {
                reading.evidence(line, at, labels, tally, &mut |kind, key| features.push((kind as u8, key)));
            }
            example.features.push(features);
            example.spans.push(reading.page.word(at).map(|w| w.span).unwrap_or_default());
        }
        example.labels = labels(&example.spans, names);
        out.push(example);
    }
    out
}

/// Finds the names in a plain text with the model that is loaded, and nothing else; tells how many.
#[must_use]
pub fn tag(text: &str) -> usize {
    let reading = FeatureExtractor::new(text, &sentences(text, Span::new(0, text.len()), Some(&ENGLISH)));
    recognise::names(&reading, &[]).len()
}

/// The labels of the words at `spans`; a word that a name covers in part belongs to it.
pub(crate) fn labels(spans: &[Span], names: &[(Span, u8)]) -> Vec<u8> {
    let mut out = vec![0; spans.len()];
    for &(name, kind) in names {
        let from = spans.partition_point(|s| s.end <= name.start);
        let to = spans.partition_point(|s| s.start < name.end);
        if from >= to {
            continue;
        }
        for (at, label) in out.iter_mut().enumerate().take(to).skip(from) {
            let part = match (at == from, at + 1 == to) {
                (true, true) => 3,
                (true, false) => 0,
                (false, false) => 1,
                (false, true) => 2,
            };
            *label = 1 + 4 * kind + part;
        }
    }
    out
}
