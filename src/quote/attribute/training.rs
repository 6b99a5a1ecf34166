//! For the trainer: the decisions about an article's quotes, with what is seen of each option.

use super::decide::attributions;
use super::features;
use super::scorer::Question;
use super::sentence::SentenceContext;
use crate::entity::FeatureExtractor;
use crate::quote::clause::frames;
use crate::quote::input::QuoteInput;
use crate::quote::report::training::Prepared;
use crate::quote::segment::Segments;
use crate::text::Span;

/// Weights in the table.
pub const SIZE: usize = features::SIZE;

/// A choice that has to be made about a quote.
#[derive(Debug)]
pub struct Choice<'d> {
    /// Whether the speaker is asked for, the first option being nobody; else whether the words are speech (the first option)
    /// or merely marked (the second).
    pub speaker: bool,
    /// The quote's words, in bytes.
    pub quote: Span,
    /// The words that each option stands for, in bytes; empty when speech is asked for.
    pub spans: &'d [Option<Span>],
    /// The features of each option: places in a table of [`SIZE`] weights.
    pub options: Vec<&'d [u16]>,
}

impl Prepared {
    /// Puts every choice to `score`, from left to right; its answer (a likelihood an option) decides how it goes on.
    pub fn decide(&self, score: &mut dyn FnMut(&Choice<'_>) -> Vec<f32>) {
        let text = self.article.text.as_str();
        let extractor = FeatureExtractor::new(text, &self.sentences, self.language);
        let input = QuoteInput {
            article: &self.article,
            comments: &self.comments,
            extractor: &extractor,
            mentions: &self.mentions,
            clusters: &[],
            language: self.language,
        };
        let segments = Segments::new(input.article, input.comments, Some(self.language.apostrophes));
        let frames = frames(&input, &segments);
        let sentences: Vec<_> = frames.iter().map(|f| SentenceContext::new(text, self.language, f)).collect();
        attributions(&input, &segments, &sentences, &mut |decision| {
            score(&Choice {
                speaker: decision.question == Question::Speaker,
                quote: decision.quote,
                spans: &decision.spans,
                options: decision.options.iter().map(|o| o.0.as_slice()).collect(),
            })
        });
    }
}
