//! The view of reported speech that its tagger has, for training.

use super::features::ReportFeatures;
use crate::article::Article;
use crate::entity::training::{Example, labels};
use crate::entity::{FeatureExtractor, FeatureSet, Mention};
use crate::language::language_of;
use crate::model::{Each, Key};
use crate::quote::input::QuoteInput;
use crate::quote::segment::Segments;
use crate::sentence::Sentence;
use crate::text::Span;

/// An article with what its tagger needs to know of it.
#[derive(Debug)]
pub struct Prepared {
    pub(crate) article: Article,
    pub(crate) comments: Vec<Span>,
    pub(crate) sentences: Vec<Sentence>,
    pub(crate) mentions: Vec<Mention>,
}

impl Prepared {
    /// Its sentences. `parts` are the annotated parts of reports (0 source, 1 cue, 2 content, 3 content with marks), in order, without
    /// overlap; `cues` says how often a word reports; `taken_for` what each word was labelled in a first pass, if there was one.
    pub fn examples(&self, parts: &[(Span, u8)], cues: &dyn Fn(Key) -> u8, taken_for: Option<&[u8]>) -> Vec<Example> {
        let text = &self.article.text;
        let Some(language) = language_of(None, text) else { return Vec::new() };
        let extractor = FeatureExtractor::new(text, &self.sentences);
        let input = QuoteInput {
            article: &self.article,
            comments: &self.comments,
            sentences: &self.sentences,
            extractor: &extractor,
            mentions: &self.mentions,
            clusters: &[],
            language,
        };
        let segments = Segments::new(&self.article, &self.comments, Some(language.apostrophes));
        let reports = ReportFeatures::new(&input, segments.quoted.iter().map(|q| q.span), cues);
        let mut out = Vec::with_capacity(extractor.page.lines.len());
        let mut above = None;
        for line in &extractor.page.lines {
            let mut example = Example::default();
            for at in line.words.clone() {
                let mut features: Vec<(u8, Key)> = Vec::with_capacity(160);
                extractor.all(line, at, FeatureSet::Speech, &mut |kind, key| features.push((kind as u8, key)));
                example.features.push(features);
                example.spans.push(extractor.page.word(at).map(|w| w.span).unwrap_or_default());
            }
            let mut add = Each::new(|at: usize, kind: u8, key: Key| {
                if let Some(features) = example.features.get_mut(at - line.words.start) {
                    features.push((kind, key));
                }
            });
            reports.emit(&line.words, &mut add);
            if let Some(first) = taken_for {
                reports.emit_evidence(above, &line.words, first, &mut add);
            }
            above = Some(&line.words);
            example.labels = labels(&example.spans, parts);
            out.push(example);
        }
        out
    }

    /// The words of its sentences in lower case, each with where it stands, in bytes.
    #[must_use]
    pub fn words(&self) -> Vec<(Key, Span)> {
        let extractor = FeatureExtractor::new(&self.article.text, &self.sentences);
        let page = &extractor.page;
        (0..page.words.len()).filter_map(|at| Some((crate::model::word(page.lower(at)), page.word(at)?.span))).collect()
    }
}
