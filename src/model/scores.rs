//! Emission scores of labels, added up from rows of weights, many at once.

use super::label::{KINDS, LABELS, PARTS};
use wide::{i8x16, i16x16};

/// Labels that have scores: all but [`super::label::Label::Outside`], which always has 0.
pub(crate) const COLUMNS: usize = PARTS * KINDS;

/// Where the score of a column stands here. A kind's columns are neighbours in files; here those of a part are, which are added and
/// compared at once.
const fn lane(column: usize) -> usize {
    column % PARTS * KINDS + column / PARTS
}

/// A feature's weight for each column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct WeightRow(i8x16);

impl WeightRow {
    /// A row of zeros.
    pub(super) const ZERO: Self = Self(i8x16::ZERO);

    /// Puts `weight` in place of the zero of `column`.
    pub(super) fn set(&mut self, column: usize, weight: i8) {
        if let Some(slot) = self.0.as_mut_array().get_mut(lane(column)) {
            *slot = weight;
        }
    }
}

/// The emission scores of a word: one for each label but [`super::label::Label::Outside`]. They stop at the ends of 16 bits, from which a word of a text is
/// far.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct EmissionScores(i16x16);

impl EmissionScores {
    /// By the numbers of the labels; that of the label “outside” is nothing.
    pub(super) fn by_label(&self) -> [i32; LABELS] {
        let parts = self.by_part();
        std::array::from_fn(|label| {
            let column = label.checked_sub(1);
            column.and_then(|c| parts.get(c % PARTS)?.get(c / PARTS).copied()).unwrap_or_default()
        })
    }

    /// Adds the weights of a feature.
    #[inline]
    pub(super) fn add(&mut self, row: WeightRow) {
        self.0 = self.0.saturating_add(i16x16::from_i8x16(row.0));
    }

    /// Adds what was added to `other`.
    #[inline]
    pub(crate) fn join(&mut self, other: &Self) {
        self.0 = self.0.saturating_add(other.0);
    }

    /// For begin, inside, last and unit the score of each kind.
    #[inline]
    pub(super) fn by_part(&self) -> [[i32; KINDS]; PARTS] {
        let scores = self.0.as_array();
        std::array::from_fn(|part| std::array::from_fn(|kind| i32::from(scores[part * KINDS + kind])))
    }

    /// The highest score of a label that begins a span, ends one, or is one.
    #[inline]
    pub(crate) fn highest_at_edge(&self) -> i32 {
        let [begin, _, last, unit] = self.by_part();
        (0..KINDS).fold(i32::MIN, |most, kind| most.max(begin[kind]).max(last[kind]).max(unit[kind]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn sums_are_those_of_the_weights(rows in proptest::collection::vec(any::<[i8; COLUMNS]>(), 0..250), cut in 0usize..250) {
            let mut both = [EmissionScores::default(); 2];
            let mut sums = [[0i32; KINDS]; PARTS];
            for (at, weights) in rows.iter().enumerate() {
                let mut row = WeightRow::ZERO;
                for (column, &weight) in weights.iter().enumerate() {
                    row.set(column, weight);
                    sums[column % PARTS][column / PARTS] += i32::from(weight);
                }
                both[usize::from(at >= cut)].add(row);
            }
            let [mut first, second] = both;
            first.join(&second);
            prop_assert_eq!(first.by_part(), sums);
        }
    }

    #[test]
    fn sums_never_go_round() {
        let mut row = WeightRow::ZERO;
        row.set(3, i8::MAX);
        row.set(12, i8::MIN);
        let mut scores = EmissionScores::default();
        (0..1000).for_each(|_| scores.add(row));
        scores.join(&scores.clone());
        let [begin, .., unit] = scores.by_part();
        assert!(unit[0] > 32_000 && begin[3] < -32_000 && begin[0] == 0, "{scores:?}");
    }
}
