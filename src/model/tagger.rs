//! A linear-chain tagger: weights by feature, Viterbi decoding over labels.

use super::bits::Input;
use super::decoder::{DecoderScratch, LABELS, TransitionScores};
use super::hash::Key;
use super::keys::{Block, Keys};
use super::scores::{COLUMNS, EmissionScores, Row};
use std::ops::Range;

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
    /// The weights of each key, and zeros behind them.
    rows: Vec<Row>,
    steps: TransitionScores,
}

/// Where the weights of a feature are; zeros where there are none.
#[derive(Clone, Copy, Debug)]
pub(crate) struct RowPlace(u32);

impl Tagger {
    /// Where the weights of the feature `key` are.
    #[inline]
    pub(crate) fn row(&self, key: Key) -> RowPlace {
        let zeros = self.rows.len().saturating_sub(1);
        RowPlace(self.keys.find_or(Self::cut(key), zeros) as u32)
    }

    /// What tells `number`, 0 to 7, apart from the others of its block of eight keys, which are found together.
    pub(crate) const fn in_block(number: Key) -> Key {
        number << (32 - Self::BITS)
    }

    /// Finds the known features in the block of `key`.
    #[inline]
    pub(crate) fn block(&self, key: Key) -> Block {
        self.keys.block(Self::cut(key))
    }

    /// Gives `each` the numbers of the features of a block, counted from the one that was asked for, and where their weights are.
    #[inline]
    pub(crate) fn each(&self, block: Block, mut each: impl FnMut(Key, RowPlace)) {
        self.keys.each(block, |number, at| each(number, RowPlace(at as u32)));
    }

    /// Adds the weights at `row` to `points`.
    #[inline]
    pub(crate) fn add(&self, row: RowPlace, points: &mut EmissionScores) {
        if let Some(row) = self.rows.get(row.0 as usize) {
            points.add(*row);
        }
    }

    /// Adds the weights of all features in `keys` to `points`. Those whose places are looked up ahead do not wait for each other.
    #[inline]
    pub(crate) fn add_all(&self, keys: &[Key], points: &mut EmissionScores) {
        for keys in keys.chunks(16) {
            let mut rows = [RowPlace(0); 16];
            for (row, &key) in rows.iter_mut().zip(keys) {
                *row = self.row(key);
            }
            rows.iter().take(keys.len()).for_each(|&row| self.add(row, points));
        }
    }

    /// The labels of the best path through `emissions`, one for each word of a sentence.
    pub(crate) fn decode<'r>(&self, emissions: &[EmissionScores], room: &'r mut DecoderScratch) -> &'r [u8] {
        self.steps.best(emissions, room)
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
        let mut rows = vec![Row::ZERO; keys.len() + 1];
        let mut columns = Vec::with_capacity(COLUMNS);
        for _ in 0..COLUMNS {
            columns.push(input.part()?.iter());
        }
        for (row, (&high, &low)) in rows.iter_mut().zip(high.iter().zip(low)) {
            let mut rest = u16::from_be_bytes([high, low]);
            while rest != 0 {
                let column = rest.trailing_zeros() as usize;
                row.set(column, columns.get_mut(column)?.next()?.cast_signed());
                rest &= rest - 1;
            }
        }
        let mut steps = [[None; LABELS]; LABELS + 1];
        for step in steps.iter_mut().flatten() {
            *step = Some(i16::from_le_bytes(input.bytes(2)?.try_into().ok()?)).filter(|p| *p > i16::MIN);
        }
        Some(Self { keys: Keys::new(keys, Self::BITS), rows, steps: TransitionScores::new(&steps) })
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

    /// Label 4 for “a”, label 8 for “b”, never 8 behind 8; 9 to 11 for “c”, “d” and “e”.
    fn small() -> Tagger {
        let row = |column: usize| {
            let mut row = [0i8; COLUMNS];
            row[column] = 10;
            row
        };
        let mut steps = [[Some(0i16); LABELS]; LABELS + 1];
        steps[8][8] = None;
        let bytes = write_tagger(
            &[
                (word("b"), row(7)),
                (word("a"), row(3)),
                (word("c"), row(8)),
                (word("d"), row(9)),
                (word("e"), row(10)),
                (word("f"), [0; COLUMNS]),
            ],
            &steps,
        );
        Tagger::read(&mut Input::new(&bytes)).unwrap_or_else(|| panic!("it does not come back"))
    }

    fn labels(tagger: &Tagger, words: &[&str]) -> Vec<u8> {
        let emissions: Vec<EmissionScores> = words
            .iter()
            .map(|w| {
                let mut points = EmissionScores::default();
                tagger.add_all(&[word(w)], &mut points);
                points
            })
            .collect();
        tagger.decode(&emissions, &mut DecoderScratch::default()).to_vec()
    }

    #[test]
    fn the_best_allowed_path_is_found() {
        let tagger = small();
        assert_eq!(labels(&tagger, &["a", "x", "b", "f"]), [4, 0, 8, 0]);
        assert_eq!(labels(&tagger, &["b", "b", "a"]).iter().filter(|l| **l == 8).count(), 1);
        assert_eq!(labels(&tagger, &["a", "c", "d", "x", "e", "a"]), [4, 9, 10, 10, 11, 4]);
        // no run begins with an inner word
        assert_ne!(labels(&tagger, &["a", "d"]), [4, 10]);
        assert_eq!(labels(&tagger, &[]), [0u8; 0]);
    }
}
