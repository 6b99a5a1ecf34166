//! What was learned about speakers: one small table of weights, and the choice between options by their features.

use crate::model::model;

/// Weights in the table; features share them by their hash.
pub(crate) const SIZE: usize = 1 << 14;

/// Bytes of the scale before the weights.
const SCALE: usize = 4;

/// Learned weights, ready for use.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Weights<'w> {
    scale: f32,
    bytes: &'w [u8],
}

/// The weights of the model: a 32-bit little-endian scale, then one signed byte a weight. Without a model nothing weighs anything.
pub(crate) fn weights() -> Weights<'static> {
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

    /// What the features add up to.
    fn score(self, features: &[u16]) -> f32 {
        let weight = |&f: &u16| self.bytes.get(usize::from(f)).map_or(0, |b| i32::from(b.cast_signed()));
        let sum: i32 = features.iter().map(weight).sum();
        // at most a few hundred features of seven bits: exact
        sum as f32 * self.scale
    }

    /// How likely each option is, by its features; they add up to one.
    pub(crate) fn judge(self, options: &[Features]) -> Vec<f32> {
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

/// What is seen of one option: places in the table.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Features(pub(crate) Vec<u16>);

impl Features {
    /// None yet, with room for those of a candidate.
    pub(crate) fn new() -> Self {
        Self(Vec::with_capacity(64))
    }

    /// Adds the feature `template` with its values.
    pub(crate) fn add(&mut self, template: u32, values: &[u32]) {
        let mut hash = mix(0xcbf2_9ce4_8422_2325, template);
        for &value in values {
            hash = mix(hash, value);
        }
        // the low bits, after all others were folded into them
        let folded = hash ^ (hash >> 29) ^ (hash >> 47);
        self.0.push((folded & (SIZE as u64 - 1)) as u16);
    }
}

/// One step of FNV-1a over 32 bits at a time.
fn mix(hash: u64, value: u32) -> u64 {
    let hash = (hash ^ u64::from(value)).wrapping_mul(0x0000_0100_0000_01b3);
    hash ^ (hash >> 32)
}

/// A number for `word`, its capitals aside (FNV-1a).
pub(crate) fn word_code(word: &str) -> u32 {
    let step = |hash: u32, letter: u32| (hash ^ letter).wrapping_mul(0x0100_0193);
    let all = 0x811c_9dc5;
    if word.is_ascii() {
        return word.bytes().fold(all, |hash, b| step(hash, u32::from(b.to_ascii_lowercase())));
    }
    word.chars().flat_map(char::to_lowercase).fold(all, |hash, c| step(hash, u32::from(c)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_table_is_whole() {
        assert_eq!(weights().bytes.len(), SIZE);
        assert!(weights().scale > 0.0);
    }

    #[test]
    fn likelihoods_add_up_to_one() {
        let options: Vec<Features> = (0..5).map(|i| Features(vec![i, i + 7])).collect();
        let all: f32 = weights().judge(&options).iter().sum();
        assert!((all - 1.0).abs() < 1e-5);
        assert_eq!(Weights::read(&[]).judge(&options), [0.2; 5]);
    }

    #[test]
    fn words_are_the_same_in_capitals() {
        assert_eq!(word_code("Said"), word_code("said"));
        assert_ne!(word_code("said"), word_code("says"));
    }
}
