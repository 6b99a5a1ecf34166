//! The words of a text in a kilobyte: enough to tell how much of them another text has.

use crate::order::distinct;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Words of a shingle: fewer are common to articles of one subject.
const SHINGLE: usize = 4;
/// Shingles that are kept, those with the lowest hashes: which these are is as good as chance, and the same in every text (A. Broder,
/// “On the resemblance and containment of documents”, 1997). The share that two texts have in common is then known to about
/// three parts in a hundred.
const KEPT: usize = 256;
/// Texts with fewer shingles say too little: a login page, an empty one.
const ENOUGH: usize = 12;

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
        let mut hashes = BTreeSet::new();
        for part in parts {
            let words = words(part);
            hashes.extend(words.windows(SHINGLE).map(shingle));
        }
        Self { count: hashes.len(), lowest: hashes.into_iter().take(KEPT).collect() }
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

/// The words of a part as layouts share them: letters and digits only, in lower case; of a script without spaces each character.
fn words(part: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    for c in part.chars() {
        let alone = matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}');
        if (alone || !c.is_alphanumeric()) && !word.is_empty() {
            words.push(std::mem::take(&mut word));
        }
        if alone {
            words.push(c.to_string());
        } else if c.is_alphanumeric() {
            word.extend(c.to_lowercase());
        }
    }
    words.extend(Some(word).filter(|word| !word.is_empty()));
    words
}

/// FNV-1a with 64 bits, of which the upper ones are kept; as in [`source_key`](super::source_key) stable across versions and platforms.
fn shingle(words: &[String]) -> u32 {
    let bytes = words.iter().flat_map(|word| word.bytes().chain([b' ']));
    let hash = bytes
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3));
    (hash >> 32) as u32
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
