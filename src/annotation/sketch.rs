//! The words of a text in a kilobyte: enough to tell how much of them another text has.

use crate::order::distinct;
use serde::{Deserialize, Serialize};

/// Words of a shingle: fewer are common to articles of one subject.
const SHINGLE: usize = 4;
/// Shingles that are kept, those with the lowest hashes: which these are is as good as chance, and the same in every text (A. Broder,
/// “On the resemblance and containment of documents”, 1997). The share that two texts have in common is then known to about
/// three parts in a hundred.
const KEPT: usize = 256;
/// Texts with fewer shingles say too little: a login page, an empty one.
const ENOUGH: usize = 12;
/// Hashes by which texts are looked up that may have something in common. Of a passage a thirtieth as long as the text that it is from,
/// four of these are expected among those that are kept of the text.
const TELLING: usize = 128;

/// A sketch of a text's words.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sketch {
    /// The lowest hashes of its shingles, ascending.
    lowest: Vec<u32>,
    /// How many different shingles it has.
    count: usize,
}

impl Sketch {
    /// The sketch of a text in parts; no shingle reaches from one part into the next.
    pub(super) fn new<'t>(parts: impl Iterator<Item = &'t str>) -> Self {
        let mut hashes = Vec::new();
        for part in parts {
            hashes.extend(words(part).windows(SHINGLE).map(shingle));
        }
        let mut lowest = distinct(hashes.into_iter());
        let count = lowest.len();
        lowest.truncate(KEPT);
        Self { lowest, count }
    }

    /// Hashes of which a text that has much in common with this one has some, too.
    #[must_use]
    pub fn telling(&self) -> &[u32] {
        self.lowest.get(..TELLING).unwrap_or(&self.lowest)
    }

    /// How much it knows: a longer text's sketch knows the shorter one.
    pub(super) fn is_richer(&self, other: &Self) -> bool {
        self.count > other.count
    }

    /// Whether half of the shorter text is in the longer one.
    pub(super) fn is_of_one_text(&self, other: &Self) -> bool {
        let shorter = self.count.min(other.count);
        shorter >= ENOUGH && self.in_common(other) * 2.0 >= shorter as f64
    }

    /// How many shingles both texts have, about.
    fn in_common(&self, other: &Self) -> f64 {
        // of the lowest of both together each text has all of its own, and those in both are a sample
        let both = distinct(self.lowest.iter().chain(&other.lowest).copied());
        let sample: Vec<u32> = both.into_iter().take(KEPT).collect();
        let has = |sketch: &Self, hash: &u32| sketch.lowest.binary_search(hash).is_ok();
        let shared = sample.iter().filter(|hash| has(self, hash) && has(other, hash)).count();
        let resemblance = shared as f64 / sample.len().max(1) as f64;
        resemblance * (self.count + other.count) as f64 / (1.0 + resemblance)
    }
}

/// The words of a part as layouts share them, as hashes: of letters and digits only, in lower case; of a script without spaces each
/// character.
fn words(part: &str) -> Vec<u64> {
    let mut words = Vec::new();
    let mut word = None;
    for c in part.chars() {
        let alone = matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}');
        if alone || !c.is_alphanumeric() {
            words.extend(word.take());
        }
        if alone {
            words.push(hash(START, u64::from(c)));
        } else if c.is_alphanumeric() {
            word = Some(c.to_lowercase().fold(word.unwrap_or(START), |word, c| hash(word, u64::from(c))));
        }
    }
    words.extend(word);
    words
}

/// The upper half of the hash of four words.
fn shingle(words: &[u64]) -> u32 {
    (words.iter().fold(START, |shingle, word| hash(shingle, *word)) >> 32) as u32
}

/// FNV-1a's numbers for 64 bits, with which whole characters and words are hashed here; as in [`source_key`](super::source_key) stable
/// across versions and platforms.
const START: u64 = 0xcbf2_9ce4_8422_2325;

fn hash(hash: u64, more: u64) -> u64 {
    (hash ^ more).wrapping_mul(0x0000_0100_0000_01b3)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sketch(words: std::ops::Range<usize>) -> Sketch {
        let text: Vec<String> = words.map(|n| format!("w{n}")).collect();
        Sketch::new(std::iter::once(text.join(" ").as_str()))
    }

    #[test]
    fn what_two_texts_share_is_estimated() {
        let (a, b) = (sketch(0..3_000), sketch(1_500..6_000));
        let shared = a.in_common(&b);
        assert!((1_200.0..1_800.0).contains(&shared), "{shared} of 1,497");
        let all = sketch(0..100).in_common(&sketch(50..150));
        assert!((all - 47.0).abs() < 0.01, "{all}: of short texts every shingle is kept");
    }

    #[test]
    fn half_of_the_shorter_one_makes_one_text() {
        assert!(sketch(0..3_000).is_of_one_text(&sketch(1_000..9_000)));
        assert!(!sketch(0..3_000).is_of_one_text(&sketch(2_200..9_000)));
        assert!(sketch(0..20).is_of_one_text(&sketch(0..40)));
        assert!(!sketch(0..5).is_of_one_text(&sketch(0..5)));
    }

    #[test]
    fn a_sketch_stays_what_it_is() {
        assert_eq!(
            Sketch::new(std::iter::once("The Harbour—will close.")),
            Sketch { lowest: vec![shingle(&words("the harbour will close"))], count: 1 }
        );
    }
}
