//! For the trainer: the decisions about an article's quotes, with what is seen of each option.

use super::decide::Question;
use super::training::Prepared;
use crate::text::Span;

/// Weights in the table.
pub const SIZE: usize = super::weights::SIZE;

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
    /// Puts every choice to `judge`, from left to right; its answer (a likelihood an option) decides how it goes on.
    pub fn decide(&self, judge: &mut dyn FnMut(&Choice<'_>) -> Vec<f32>) {
        super::decisions(&self.article, &self.comments, &self.sentences, &self.mentions, &mut |decision| {
            judge(&Choice {
                speaker: decision.question == Question::Speaker,
                quote: decision.quote,
                spans: &decision.spans,
                options: decision.options.iter().map(|o| o.0.as_slice()).collect(),
            })
        });
    }
}
