//! Where in the text the grams of a pattern stand together.

use crate::grams::{Grams, hashes, nearest};
use std::ops::Range;

/// Characters of a bin: pieces of a passage that moved by less against each other vote together.
const BIN: usize = 64;
/// The most places that are looked at.
const WINDOWS: usize = 3;
/// Of a gram with more places than these …
const MANY: usize = 48;
/// … only so many vote, those nearest to where the passage is expected: so a text of a million equal letters takes no longer.
const FEW: usize = 16;

/// Counts votes; keeps its table from one pattern to the next.
#[derive(Debug)]
pub(crate) struct Votes {
    /// Votes by where a pattern's first character would stand.
    bins: Vec<u16>,
    /// Bins with any.
    touched: Vec<usize>,
}

impl Votes {
    /// For a text of `length` characters.
    pub(crate) fn new(length: usize) -> Self {
        Self { bins: vec![0; length / BIN + 2], touched: Vec::new() }
    }

    /// The parts of the text that hold most of `pattern`, best first, each with `slack` characters on both sides.
    /// `expected` is where its first character should stand.
    pub(crate) fn windows(
        &mut self,
        grams: &Grams,
        pattern: &[u32],
        expected: usize,
        slack: usize,
    ) -> impl Iterator<Item = Range<usize>> + use<> {
        let length = pattern.len();
        for (at, hash) in hashes(pattern).enumerate() {
            let all = grams.places(hash);
            let most = if all.len() > MANY { FEW } else { MANY };
            for &place in nearest(all, expected + at, most) {
                // counted from a pattern's length before the text, as a pattern may begin before it
                let bin = (place as usize + length - at) / BIN;
                if bin >= self.bins.len() {
                    self.bins.resize(bin + 2, 0);
                }
                if let Some(votes) = self.bins.get_mut(bin) {
                    if *votes == 0 {
                        self.touched.push(bin);
                    }
                    *votes = votes.saturating_add(1);
                }
            }
        }
        let chosen = self.best((expected + length) / BIN);
        for bin in self.touched.drain(..) {
            if let Some(votes) = self.bins.get_mut(bin) {
                *votes = 0;
            }
        }
        chosen.into_iter().map(move |bin| {
            let start = (bin * BIN).saturating_sub(length + slack);
            start..bin * BIN + 2 * BIN + slack
        })
    }

    /// The bins that have most votes together with the next one, no two of them side by side; near `expected` among equals.
    fn best(&self, expected: usize) -> Vec<usize> {
        let votes = |bin: usize| u32::from(self.bins.get(bin).copied().unwrap_or_default());
        let mut chosen: Vec<usize> = Vec::with_capacity(WINDOWS);
        let mut most = 0;
        while chosen.len() < WINDOWS {
            let apart = |bin: &usize| chosen.iter().all(|other| bin.abs_diff(*other) > 1);
            let both = |bin: usize| votes(bin) + votes(bin + 1);
            let rank = |bin: &usize| (both(*bin), usize::MAX - bin.abs_diff(expected));
            let Some(bin) = self.touched.iter().copied().filter(apart).max_by_key(rank) else { break };
            most = most.max(both(bin));
            // a place with a quarter of the best one's votes has them by chance
            if both(bin) * 4 <= most {
                break;
            }
            chosen.push(bin);
        }
        chosen
    }
}
