//! The recogniser's view of annotated text, for training.

use super::features::{FeatureExtractor, FeatureSet, emit_first_pass, tally_labels};
use super::recognize::tagged_names;
use super::tokenized::TokenizedText;
use crate::language::Language;
use crate::model::{Key, Label, LexicalResources, write_span};
use crate::sentence::Sentence;
use crate::text::Span;

/// A sentence of annotated text.
#[derive(Clone, Debug, Default)]
pub struct Example {
    /// For each word the features, as the tagger reads them, with their kinds.
    pub features: Vec<Vec<(u8, Key)>>,
    /// For each word its label.
    pub labels: Vec<Label>,
    /// Where each word stands, in bytes.
    pub spans: Vec<Span>,
}

/// The `sentences` of `text` with what the tagger of names sees of their words. `names` are the annotated names and their kinds (0 to 3), in
/// order, without overlap; `first_pass` are the labels that all words got in one, if there was one.
pub(crate) fn examples(
    text: &str,
    sentences: &[Sentence],
    language: &'static Language,
    names: &[(Span, u8)],
    resources: &LexicalResources,
    first_pass: Option<&[Label]>,
) -> Vec<Example> {
    let features = FeatureExtractor::with_resources(TokenizedText::new(text, sentences, language), resources);
    let tokens = &features.tokens;
    let tally = first_pass.map(|labels| (labels, tally_labels(tokens, labels)));
    let mut out = Vec::with_capacity(tokens.sentences.len());
    for sentence in &tokens.sentences {
        let mut example = Example::default();
        for at in sentence.words.clone() {
            let mut own: Vec<(u8, Key)> = Vec::with_capacity(140);
            features.emit_all(sentence, at, FeatureSet::Names, &mut |kind, key| own.push((kind as u8, key)));
            if let Some((labels, tally)) = &tally {
                emit_first_pass(tokens, sentence, at, labels, tally, &mut |kind, key| own.push((kind as u8, key)));
            }
            example.features.push(own);
            example.spans.push(tokens.word(at).map(|w| w.span).unwrap_or_default());
        }
        example.labels = labels(&example.spans, names);
        out.push(example);
    }
    out
}

/// How many names the tagger finds in the `sentences` of `text`.
pub(crate) fn count_names(text: &str, sentences: &[Sentence], language: &'static Language) -> usize {
    tagged_names(&FeatureExtractor::new(text, sentences, language), &[]).len()
}

/// The labels of the words at `spans`; a word that a name covers in part belongs to it.
pub(crate) fn labels(spans: &[Span], names: &[(Span, u8)]) -> Vec<Label> {
    let mut out = vec![Label::Outside; spans.len()];
    for &(name, kind) in names {
        let from = spans.partition_point(|s| s.end <= name.start);
        let to = spans.partition_point(|s| s.start < name.end);
        write_span(out.get_mut(from..to).unwrap_or_default(), kind);
    }
    out
}
