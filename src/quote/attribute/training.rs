//! For the trainer: the decisions about an article's quotes, with what is seen of each option.

use super::decide::attributions;
use super::features;
use super::scorer::Question;
use super::sentence::SentenceContext;
use crate::article::{Article, BlockKind};
use crate::entity::{FeatureExtractor, Mention};
use crate::language::ENGLISH;
use crate::quote::clause::frames;
use crate::quote::input::QuoteInput;
use crate::quote::segment::Segments;
use crate::sentence::{Sentence, sentences};
use crate::text::Span;

/// Weights in the table.
pub const SIZE: usize = features::SIZE;

/// An article ready for being decided about again and again.
#[derive(Debug)]
pub struct Prepared {
    article: Article,
    comments: Vec<Span>,
    sentences: Vec<Sentence>,
    mentions: Vec<Mention>,
}

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
    /// Splits `article` into sentences.
    #[must_use]
    pub fn new(article: Article, comments: Vec<Span>, mentions: Vec<Mention>) -> Self {
        let blocks = article.blocks.iter().filter(|b| b.kind != BlockKind::Code).map(|b| b.span);
        let mut places: Vec<Span> = blocks.chain(comments.iter().copied()).collect();
        places.sort_by_key(|p| (p.start, p.end));
        let sentences = places.iter().flat_map(|&place| sentences(&article.text, place, Some(&ENGLISH))).collect();
        Self { article, comments, sentences, mentions }
    }

    /// Puts every choice to `score`, from left to right; its answer (a likelihood an option) decides how it goes on.
    pub fn decide(&self, score: &mut dyn FnMut(&Choice<'_>) -> Vec<f32>) {
        let text = self.article.text.as_str();
        let extractor = FeatureExtractor::new(text, &self.sentences);
        let input = QuoteInput {
            article: &self.article,
            comments: &self.comments,
            sentences: &self.sentences,
            extractor: &extractor,
            mentions: &self.mentions,
            clusters: &[],
            language: &ENGLISH,
        };
        let segments = Segments::new(input.article, input.comments, Some(ENGLISH.apostrophes));
        let frames = frames(&input, &segments);
        let sentences: Vec<_> = frames.iter().map(|f| SentenceContext::new(text, &ENGLISH, f)).collect();
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
