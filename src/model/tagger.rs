//! A linear-chain tagger: weights by feature, Viterbi decoding over labels.

use super::bits::Input;
use super::decoder::{DecoderScratch, TransitionMatrix, TransitionScores};
use super::hash::Key;
use super::keys::{Block, Keys};
use super::label::{LABELS, Label};
use super::posterior::Posterior;
use super::scores::{COLUMNS, EmissionScores, WeightRow};

/// A trained linear-chain conditional random field (Lafferty, McCallum and Pereira, 2001), its weights as small integers.
///
/// The emission score of a label at a word is the sum of the weights of its features; the score of a path adds those of the transitions
/// between its labels.
#[derive(Default)]
pub(crate) struct Tagger {
    /// The features that have weights.
    keys: Keys,
    /// The weights of each key, and zeros after them.
    rows: Vec<WeightRow>,
    transitions: TransitionScores,
}

/// Where the weights of a feature are; zeros where there are none.
#[derive(Clone, Copy, Debug)]
pub(crate) struct RowIndex(u32);

impl Tagger {
    /// Where the weights of the feature `key` are.
    #[inline]
    pub(crate) fn row(&self, key: Key) -> RowIndex {
        let zeros = self.rows.len().saturating_sub(1);
        RowIndex(self.keys.index_or(Self::cut(key), zeros) as u32)
    }

    /// The bits by which `number`, 0 to 7, differs from the others of its block of eight keys, which are found together.
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
    pub(crate) fn each(&self, block: Block, mut each: impl FnMut(Key, RowIndex)) {
        self.keys.each(block, |number, at| each(number, RowIndex(at as u32)));
    }

    /// Adds the weights at `row` to `scores`.
    #[inline]
    pub(crate) fn add(&self, row: RowIndex, scores: &mut EmissionScores) {
        if let Some(row) = self.rows.get(row.0 as usize) {
            scores.add(*row);
        }
    }

    /// Adds the weights of all features in `keys` to `scores`. Those whose rows are looked up ahead do not wait for each other.
    #[inline]
    pub(crate) fn add_all(&self, keys: &[Key], scores: &mut EmissionScores) {
        for keys in keys.chunks(16) {
            let mut rows = [RowIndex(0); 16];
            for (row, &key) in rows.iter_mut().zip(keys) {
                *row = self.row(key);
            }
            rows.iter().take(keys.len()).for_each(|&row| self.add(row, scores));
        }
    }

    /// What says how likely labels are, where a score of `unit` is the logarithm of odds 1.
    pub(crate) fn posterior(&self, unit: f32) -> Posterior {
        Posterior::new(&self.transitions, unit)
    }

    /// The labels of the best path through `emissions`, one for each word of a sentence.
    pub(crate) fn decode<'r>(&self, emissions: &[EmissionScores], scratch: &'r mut DecoderScratch) -> &'r [Label] {
        self.transitions.best_path(emissions, scratch)
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
        let mut rows = vec![WeightRow::ZERO; keys.len() + 1];
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
        let mut matrix: TransitionMatrix = [[None; LABELS]; LABELS + 1];
        for score in matrix.iter_mut().flatten() {
            *score = Some(i16::from_le_bytes(input.bytes(2)?.try_into().ok()?)).filter(|p| *p > i16::MIN);
        }
        Some(Self { keys: Keys::new(keys, Self::BITS), rows, transitions: TransitionScores::new(&matrix) })
    }
}

/// Making a tagger, for training.
#[cfg(any(feature = "train", test))]
mod write {
    use super::super::bits::write;
    use super::{COLUMNS, Key, Tagger, TransitionMatrix};
    use std::collections::BTreeMap;

    /// A tagger's weights as bytes: `rows` by the features' keys, and the scores of transitions, of which `None` is never taken.
    #[must_use]
    pub fn tagger(rows: &[(Key, [i8; COLUMNS])], transitions: &TransitionMatrix) -> Vec<u8> {
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
        for score in transitions.iter().flatten() {
            out.extend(score.unwrap_or(i16::MIN).to_le_bytes());
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

    /// A unit of the first kind for “a”, one of the second for “b”, but never two of those; begin, inside and last of the third for “c”, “d”
    /// and “e”.
    fn small() -> Tagger {
        let row = |label: Label| {
            let mut row = [0i8; COLUMNS];
            row[label.index() - 1] = 10;
            row
        };
        let mut transitions = [[Some(0i16); LABELS]; LABELS + 1];
        transitions[Label::Unit(1).index()][Label::Unit(1).index()] = None;
        let bytes = write_tagger(
            &[
                (word("b"), row(Label::Unit(1))),
                (word("a"), row(Label::Unit(0))),
                (word("c"), row(Label::Begin(2))),
                (word("d"), row(Label::Inside(2))),
                (word("e"), row(Label::Last(2))),
                (word("f"), [0; COLUMNS]),
            ],
            &transitions,
        );
        Tagger::read(&mut Input::new(&bytes)).unwrap_or_else(|| panic!("it does not come back"))
    }

    fn labels(tagger: &Tagger, words: &[&str]) -> Vec<Label> {
        let emissions: Vec<EmissionScores> = words
            .iter()
            .map(|w| {
                let mut scores = EmissionScores::default();
                tagger.add_all(&[word(w)], &mut scores);
                scores
            })
            .collect();
        tagger.decode(&emissions, &mut DecoderScratch::default()).to_vec()
    }

    #[test]
    fn the_best_allowed_path_is_found() {
        let tagger = small();
        use Label::{Begin, Inside, Last, Outside, Unit};
        assert_eq!(labels(&tagger, &["a", "x", "b", "f"]), [Unit(0), Outside, Unit(1), Outside]);
        assert_eq!(labels(&tagger, &["b", "b", "a"]).iter().filter(|l| **l == Unit(1)).count(), 1);
        assert_eq!(
            labels(&tagger, &["a", "c", "d", "x", "e", "a"]),
            [Unit(0), Begin(2), Inside(2), Inside(2), Last(2), Unit(0)]
        );
        // no span begins with an inner word
        assert_ne!(labels(&tagger, &["a", "d"]), [Unit(0), Inside(2)]);
        assert_eq!(labels(&tagger, &[]), []);
    }
}
