//! Choices between options by their features, and the learned weights that score them.

use super::features::Features;
use crate::model::model;
use crate::text::Span;

/// What is asked of the learned weights.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Question {
    /// Which of the candidates speaks; the first option is nobody.
    Speaker,
    /// Whether the words are speech (the first option) or merely marked (the second).
    Speech,
}

/// A choice between options, each by its features.
#[derive(Debug)]
#[cfg_attr(not(feature = "train"), expect(dead_code, reason = "only the trainer asks what the options are"))]
pub(crate) struct Decision {
    /// What is asked.
    pub(crate) question: Question,
    /// The quote's words, in bytes.
    pub(crate) quote: Span,
    /// The words that each option stands for, in bytes.
    pub(crate) spans: Vec<Option<Span>>,
    /// What is seen of each option.
    pub(crate) options: Vec<Features>,
}

/// Scores the options of decisions: how likely each option is. The shipped weights do, and the trainer, which learns on the way.
pub(crate) type Scorer<'s> = &'s mut dyn FnMut(&Decision) -> Vec<f32>;

/// Bytes of the scale before the weights.
const SCALE: usize = 4;

/// Learned weights, ready for use.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Weights<'w> {
    scale: f32,
    bytes: &'w [u8],
}

/// The weights of the model: a 32-bit little-endian scale, then one signed byte a weight. Without a model nothing weighs anything.
pub(crate) fn speaker_weights() -> Weights<'static> {
    Weights::read(model().map(|m| m.speakers.as_slice()).unwrap_or_default())
}

impl<'w> Weights<'w> {
    /// Reads a table; a damaged one weighs nothing.
    fn read(table: &'w [u8]) -> Self {
        match table.split_first_chunk::<SCALE>() {
            Some((scale, bytes)) => Self { scale: f32::from_le_bytes(*scale), bytes },
            None => Self { scale: 0.0, bytes: &[] },
        }
    }

    /// What the weights of `features` add up to.
    fn score(self, features: &[u16]) -> f32 {
        let weight = |&f: &u16| self.bytes.get(usize::from(f)).map_or(0, |b| i32::from(b.cast_signed()));
        let sum: i32 = features.iter().map(weight).sum();
        // at most a few hundred features of seven bits: exact
        sum as f32 * self.scale
    }

    /// How likely each option is, by its features; they add up to one.
    pub(crate) fn likelihoods(self, options: &[Features]) -> Vec<f32> {
        let scores: Vec<f32> = options.iter().map(|o| self.score(&o.0)).collect();
        softmax(&scores)
    }
}

/// Scores to parts of one.
fn softmax(scores: &[f32]) -> Vec<f32> {
    let most = scores.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let powers: Vec<f32> = scores.iter().map(|s| (s - most).exp()).collect();
    let all: f32 = powers.iter().sum();
    powers.iter().map(|p| p / all).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quote::attribute::features::SIZE;

    #[test]
    fn the_shipped_table_is_whole() {
        assert_eq!(speaker_weights().bytes.len(), SIZE);
        assert!(speaker_weights().scale > 0.0);
    }

    #[test]
    fn likelihoods_add_up_to_one() {
        let options: Vec<Features> = (0..5).map(|i| Features(vec![i, i + 7])).collect();
        let all: f32 = speaker_weights().likelihoods(&options).iter().sum();
        assert!((all - 1.0).abs() < 1e-5);
        assert_eq!(Weights::read(&[]).likelihoods(&options), [0.2; 5]);
    }
}
