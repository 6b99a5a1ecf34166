//! The view of reported speech that its tagger has, for training.

use super::layout;
use super::pairing;
use super::seen::Scene;
use crate::article::Article;
use crate::entity::training::{Example, labels};
use crate::entity::{FeatureExtractor, FeatureSet, Mention};
use crate::language::Language;
use crate::model::{FeatureVisitor, Key, Label};
use crate::text::{Sentence, Span};

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
    /// overlap; `cues` tells how often a word reports; `taken_for` what each word was labelled in a first pass, if there was one.
    pub fn examples(
        &self,
        parts: &[(Span, u8)],
        cues: &dyn Fn(Key) -> u8,
        taken_for: Option<&[Label]>,
    ) -> Vec<Example> {
        let text = &self.article.text;
        let reading = FeatureExtractor::new(text, &self.sentences, self.language);
        let stretches = pairing::stretches(text, &layout::paragraphs(&self.article, &self.comments));
        let scene = Scene::new(&reading, stretches.iter().map(|s| s.span), &self.mentions, cues);
        let mut out = Vec::with_capacity(reading.tokens.sentences.len());
        let mut above = None;
        for line in &reading.tokens.sentences {
            let mut example = Example::default();
            for at in line.words.clone() {
                let mut features: Vec<(u8, Key)> = Vec::with_capacity(160);
                reading.emit_all(line, at, FeatureSet::Speech, &mut |kind, key| features.push((kind as u8, key)));
                example.features.push(features);
                example.spans.push(reading.tokens.word(at).map(|w| w.span).unwrap_or_default());
            }
            let mut add = FeatureVisitor::new(|at: usize, kind: u8, key: Key| {
                if let Some(features) = example.features.get_mut(at - line.words.start) {
                    features.push((kind, key));
                }
            });
            scene.features(&line.words, &mut add);
            if let Some(first) = taken_for {
                scene.evidence(above, &line.words, first, &mut add);
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
        let reading = FeatureExtractor::new(&self.article.text, &self.sentences, self.language);
        let page = &reading.tokens;
        (0..page.words.len()).filter_map(|at| Some((crate::model::word(page.lower(at)), page.word(at)?.span))).collect()
    }
}
