//! A linear-chain tagger: weights by feature, Viterbi decoding over labels.

use super::bits::Input;
use super::hash::Key;
use super::keys::Keys;
use std::ops::Range;

/// Labels besides the neutral one that a tagger can tell apart.
pub(crate) const COLUMNS: usize = 16;

/// All labels: the neutral label 0, then one for each column.
pub(crate) const LABELS: usize = COLUMNS + 1;

/// Points for each label but the neutral one, which always has 0.
pub(crate) type Scores = [i16; COLUMNS];

/// Points that no path survives.
pub(crate) const NEVER: i32 = -1_000_000;

/// The runs of words that `labels` tell to belong together, and the number of their kind: a label is 0 outside, else
/// `1 + 4 * kind + part`, parts being first, inner, last and only.
pub(crate) fn runs(labels: &[u8]) -> Vec<(Range<usize>, usize)> {
    let mut out = Vec::new();
    let mut start = 0;
    for (at, &label) in labels.iter().enumerate().filter(|(_, l)| **l > 0) {
        let (kind, part) = (usize::from(label - 1) / 4, (label - 1) % 4);
        if part == 0 || part == 3 {
            start = at;
        }
        if part >= 2 {
            out.push((start..at + 1, kind));
        }
    }
    out
}

/// A trained linear-chain conditional random field (Lafferty, McCallum and Pereira, 2001), its weights as small integers.
///
/// The points of a label at a word are the sum of the rows of its features; those of a path add the steps between its labels.
#[derive(Default)]
pub(crate) struct Tagger {
    /// The features that have weights.
    keys: Keys,
    /// The weights of each key.
    rows: Vec<[i8; COLUMNS]>,
    /// Points for label `to` behind label `from`; `steps[LABELS]` are those at the beginning.
    steps: [[i32; LABELS]; LABELS + 1],
}

impl Tagger {
    /// Adds the weights of the feature `key` to `scores`.
    #[inline]
    pub(crate) fn add(&self, key: Key, scores: &mut Scores) {
        if let Some(row) = self.keys.find(Self::cut(key)).and_then(|at| self.rows.get(at)) {
            for (score, &weight) in scores.iter_mut().zip(row) {
                *score = score.saturating_add(i16::from(weight));
            }
        }
    }

    /// The labels of the best path through `emissions`, one for each word of a sentence, put into `path`.
    ///
    /// Viterbi's algorithm; time and memory grow with the words, times the square of [`LABELS`].
    pub(crate) fn decode(&self, emissions: &[Scores], path: &mut Vec<u8>) {
        let mut back: Vec<[i32; LABELS]> = Vec::with_capacity(emissions.len());
        let mut best = [0; LABELS];
        for (at, emission) in emissions.iter().enumerate() {
            let mut next = [i32::MIN; LABELS];
            let mut from = [0; LABELS];
            if at == 0 {
                next = self.steps[LABELS];
            } else {
                for (label, (&points, steps)) in (0..).zip(best.iter().zip(&self.steps)) {
                    // without branches, so that all labels are compared at once
                    for ((next, from), &step) in next.iter_mut().zip(&mut from).zip(steps) {
                        let better = points + step > *next;
                        *next = if better { points + step } else { *next };
                        *from = if better { label } else { *from };
                    }
                }
            }
            for (next, &points) in next.iter_mut().skip(1).zip(emission) {
                *next += i32::from(points);
            }
            best = next;
            back.push(from);
        }
        path.clear();
        path.resize(emissions.len(), 0);
        let mut label = 0;
        for (at, &points) in best.iter().enumerate() {
            if points > best[label] {
                label = at;
            }
        }
        for (slot, from) in path.iter_mut().zip(&back).rev() {
            *slot = label as u8;
            label = from[label] as usize;
        }
    }
}

impl Tagger {
    /// Bits kept of a feature's key in a file; another feature is taken for one of them once in `2^BITS / features` times.
    const BITS: u32 = 28;

    /// The key of a feature as files keep it.
    #[inline]
    const fn cut(key: Key) -> Key {
        key >> (32 - Self::BITS)
    }

    /// Reads what `write` wrote.
    pub(super) fn read(input: &mut Input) -> Option<Self> {
        let keys = input.keys()?;
        let high = input.bytes(keys.len())?;
        let low = input.bytes(keys.len())?;
        let mut rows = vec![[0i8; COLUMNS]; keys.len()];
        for column in 0..COLUMNS {
            let values = input.part()?;
            let mut values = values.iter();
            let (masks, bit) = if column < 8 { (low, column) } else { (high, column - 8) };
            for (row, mask) in rows.iter_mut().zip(masks) {
                if mask >> bit & 1 == 1
                    && let Some(cell) = row.get_mut(column)
                {
                    *cell = values.next()?.cast_signed();
                }
            }
        }
        let mut steps = [[NEVER; LABELS]; LABELS + 1];
        for step in steps.iter_mut().flatten() {
            let points = i16::from_le_bytes(input.bytes(2)?.try_into().ok()?);
            if points > i16::MIN {
                *step = i32::from(points);
            }
        }
        Some(Self { keys: Keys::new(keys, Self::BITS), rows, steps })
    }
}

/// Making a tagger, for training.
#[cfg(any(feature = "train", test))]
mod write {
    use super::super::bits::write;
    use super::{COLUMNS, Key, LABELS, Tagger};
    use std::collections::BTreeMap;

    /// A tagger's weights as bytes: `rows` by the features' keys, and `steps`, of which `None` is never taken.
    #[must_use]
    pub fn tagger(rows: &[(Key, [i8; COLUMNS])], steps: &[[Option<i16>; LABELS]; LABELS + 1]) -> Vec<u8> {
        let mut sorted: BTreeMap<Key, [i8; COLUMNS]> = BTreeMap::new();
        for (key, row) in rows.iter().filter(|r| r.1.iter().any(|&w| w != 0)) {
            let strength = |row: &[i8; COLUMNS]| row.iter().map(|w| i32::from(w.unsigned_abs())).sum::<i32>();
            let slot = sorted.entry(Tagger::cut(*key)).or_insert(*row);
            if strength(row) > strength(slot) {
                *slot = *row;
            }
        }
        let mut out = Vec::new();
        write::keys(&mut out, &sorted.keys().copied().collect::<Vec<_>>());
        let mask = |row: &[i8]| row.iter().rev().fold(0u8, |mask, &w| mask << 1 | u8::from(w != 0));
        out.extend(sorted.values().map(|row| mask(row.get(8..).unwrap_or_default())));
        out.extend(sorted.values().map(|row| mask(row.get(..8).unwrap_or_default())));
        for column in 0..COLUMNS {
            let weights = sorted.values().filter_map(|row| row.get(column)).filter(|w| **w != 0);
            write::part(&mut out, &weights.map(|w| w.cast_unsigned()).collect::<Vec<_>>());
        }
        for step in steps.iter().flatten() {
            out.extend(step.unwrap_or(i16::MIN).to_le_bytes());
        }
        out
    }
}
#[cfg(any(feature = "train", test))]
pub use write::tagger as write_tagger;

#[cfg(test)]
mod tests {
    use super::super::hash::word;
    use super::*;

    /// Label 1 for “a”, label 2 for “b”, never 2 behind 2.
    fn small() -> Tagger {
        let row = |column: usize| {
            let mut row = [0i8; COLUMNS];
            row[column] = 10;
            row
        };
        let mut steps = [[Some(0i16); LABELS]; LABELS + 1];
        steps[2][2] = None;
        let bytes = write_tagger(&[(word("b"), row(1)), (word("a"), row(0)), (word("c"), [0; COLUMNS])], &steps);
        Tagger::read(&mut Input::new(&bytes)).unwrap_or_else(|| panic!("it does not come back"))
    }

    fn labels(tagger: &Tagger, words: &[&str]) -> Vec<u8> {
        let emissions: Vec<Scores> = words
            .iter()
            .map(|w| {
                let mut scores = [0; COLUMNS];
                tagger.add(word(w), &mut scores);
                scores
            })
            .collect();
        let mut path = Vec::new();
        tagger.decode(&emissions, &mut path);
        path
    }

    #[test]
    fn the_best_allowed_path_is_found() {
        let tagger = small();
        assert_eq!(labels(&tagger, &["a", "x", "b", "c"]), [1, 0, 2, 0]);
        assert_eq!(labels(&tagger, &["b", "b", "a"]).iter().filter(|l| **l == 2).count(), 1);
        assert_eq!(labels(&tagger, &[]), [0u8; 0]);
    }
}
