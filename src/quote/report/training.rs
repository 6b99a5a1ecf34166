//! The view of reported speech that its tagger has, for training.

use super::features::ReportFeatures;
use crate::article::Article;
use crate::entity::training::{Example, labels};
use crate::entity::{FeatureExtractor, FeatureSet, Mention};
use crate::language::Language;
use crate::model::{FeatureVisitor, Key, Label};
use crate::quote::input::QuoteInput;
use crate::quote::segment::Segments;
use crate::sentence::Sentence;
use crate::text::Span;

/// An article as the analysis prepares it, ready for being learned from again and again.
#[derive(Debug)]
pub struct Prepared {
    pub(crate) article: Article,
    pub(crate) comments: Vec<Span>,
    pub(crate) sentences: Vec<Sentence>,
    pub(crate) mentions: Vec<Mention>,
    pub(crate) language: &'static Language,
}

impl Prepared {
    /// Its sentences. `parts` are the annotated parts of reports (0 source, 1 cue, 2 content, 3 content with marks), in order, without
    /// overlap; `cues` says how often a word reports; `first_pass` are the labels that all words got in one, if there was one.
    pub fn examples(
        &self,
        parts: &[(Span, u8)],
        cues: &dyn Fn(Key) -> u8,
        first_pass: Option<&[Label]>,
    ) -> Vec<Example> {
        let extractor = FeatureExtractor::new(&self.article.text, &self.sentences, self.language);
        let input = QuoteInput {
            article: &self.article,
            comments: &self.comments,
            extractor: &extractor,
            mentions: &self.mentions,
            clusters: &[],
            language: self.language,
        };
        let segments = Segments::new(&self.article, &self.comments, Some(self.language.apostrophes));
        let reports = ReportFeatures::new(&input, segments.quoted.iter().map(|q| q.span), cues);
        let mut out = Vec::with_capacity(extractor.tokens.sentences.len());
        let mut above = None;
        for line in &extractor.tokens.sentences {
            let mut example = Example::default();
            for at in line.words.clone() {
                let mut features: Vec<(u8, Key)> = Vec::with_capacity(160);
                extractor.emit_all(line, at, FeatureSet::Speech, &mut |kind, key| features.push((kind as u8, key)));
                example.features.push(features);
                example.spans.push(extractor.tokens.word(at).map(|w| w.span).unwrap_or_default());
            }
            let mut add = FeatureVisitor::new(|at: usize, kind: u8, key: Key| {
                if let Some(features) = example.features.get_mut(at - line.words.start) {
                    features.push((kind, key));
                }
            });
            reports.emit(&line.words, &mut add);
            if let Some(first) = first_pass {
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
        let extractor = FeatureExtractor::new(&self.article.text, &self.sentences, self.language);
        let page = &extractor.tokens;
        (0..page.words.len()).filter_map(|at| Some((crate::model::word(page.lower(at)), page.word(at)?.span))).collect()
    }
}
