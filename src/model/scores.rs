//! EmissionScores for labels, added up from rows of weights, many at once.

/// Labels besides the neutral one that a tagger can tell apart.
pub(crate) const COLUMNS: usize = 16;

/// Labels of a kind: the first, inner, last and only word of a run. A kind's columns are neighbours in files; here those of a part are,
/// which are added and compared at once.
const PARTS: usize = 4;
const KINDS: usize = COLUMNS / PARTS;

/// Where `column` stands here.
const fn place(column: usize) -> usize {
    column % PARTS * KINDS + column / PARTS
}

/// By the vectors that every processor but WebAssembly's has.
#[cfg(not(target_arch = "wasm32"))]
mod lanes {
    use super::{KINDS, PARTS, place};
    use wide::{i8x16, i16x16};

    /// A feature's weight for each column.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub(in super::super) struct Row(i8x16);

    impl Row {
        /// A row of zeros.
        pub(in super::super) const ZERO: Self = Self(i8x16::ZERO);

        /// Puts `weight` in place of the zero of `column`.
        pub(in super::super) fn set(&mut self, column: usize, weight: i8) {
            if let Some(slot) = self.0.as_mut_array().get_mut(place(column)) {
                *slot = weight;
            }
        }
    }

    /// EmissionScores for each label but the neutral one, which always has 0. They stop at the ends of 16 bits, from which a word of a text is far.
    #[derive(Clone, Copy, Debug, Default)]
    pub(crate) struct EmissionScores(i16x16);

    impl EmissionScores {
        /// Adds a row.
        #[inline]
        pub(in super::super) fn add(&mut self, row: Row) {
            self.0 = self.0.saturating_add(i16x16::from_i8x16(row.0));
        }

        /// Adds what was added to `other`.
        #[inline]
        pub(crate) fn join(&mut self, other: &Self) {
            self.0 = self.0.saturating_add(other.0);
        }

        /// For each part the points of each kind.
        #[inline]
        pub(in super::super) fn parts(&self) -> [[i32; KINDS]; PARTS] {
            let points = self.0.as_array();
            std::array::from_fn(|part| std::array::from_fn(|kind| i32::from(points[part * KINDS + kind])))
        }
    }
}

/// By numbers of 64 bits, four sums in each, which WebAssembly adds as fast as one.
#[cfg(target_arch = "wasm32")]
mod lanes {
    use super::{COLUMNS, KINDS, PARTS, place};

    /// Every other byte of a number, as a number of 16 bits.
    const EVERY_OTHER: u64 = 0x00ff_00ff_00ff_00ff;

    /// What is added to a weight so that it is never negative.
    const BIAS: i32 = 128;

    /// A feature's weight for each column, biased: place `8 * n + b` is byte `b` of number `n`.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub(in super::super) struct Row([u64; COLUMNS / 8]);

    impl Row {
        /// A row of zeros.
        pub(in super::super) const ZERO: Self = Self([0x8080_8080_8080_8080; COLUMNS / 8]);

        /// Puts `weight` in place of the zero of `column`.
        pub(in super::super) fn set(&mut self, column: usize, weight: i8) {
            let place = place(column);
            if let Some(number) = self.0.get_mut(place / 8) {
                *number ^= u64::from(weight.cast_unsigned()) << (8 * (place % 8));
            }
        }
    }

    /// EmissionScores for each label but the neutral one, which always has 0.
    #[derive(Clone, Copy, Debug, Default)]
    pub(crate) struct EmissionScores {
        /// Numbers `2 * n` and `2 * n + 1` hold the sums of the even and of the odd bytes of number `n` of the rows.
        sums: [u64; COLUMNS / 4],
        /// How many rows were added, and so how often the bias was.
        rows: u32,
    }

    impl EmissionScores {
        /// Rows whose sums fit in 16 bits. More do not count; a word of a text has a quarter of them.
        const MOST: u32 = 257;

        /// Adds a row.
        #[inline]
        pub(in super::super) fn add(&mut self, row: Row) {
            if self.rows < Self::MOST {
                let ([low, high], [a, b, c, d]) = (row.0, self.sums);
                self.sums = [
                    a.wrapping_add(low & EVERY_OTHER),
                    b.wrapping_add(low >> 8 & EVERY_OTHER),
                    c.wrapping_add(high & EVERY_OTHER),
                    d.wrapping_add(high >> 8 & EVERY_OTHER),
                ];
                self.rows += 1;
            }
        }

        /// Adds what was added to `other`.
        #[inline]
        pub(crate) fn join(&mut self, other: &Self) {
            if self.rows + other.rows <= Self::MOST {
                let ([a, b, c, d], [e, f, g, h]) = (self.sums, other.sums);
                self.sums = [a.wrapping_add(e), b.wrapping_add(f), c.wrapping_add(g), d.wrapping_add(h)];
                self.rows += other.rows;
            }
        }

        /// For each part the points of each kind.
        #[inline]
        pub(in super::super) fn parts(&self) -> [[i32; KINDS]; PARTS] {
            let bias = BIAS * self.rows.cast_signed();
            let points = |sum: u64| i32::from(sum as u16) - bias;
            std::array::from_fn(|part| {
                let (even, odd) = (self.sums[part / 2 * 2], self.sums[part / 2 * 2 + 1]);
                let (even, odd) = (even >> (part % 2 * 32), odd >> (part % 2 * 32));
                [points(even), points(odd), points(even >> 16), points(odd >> 16)]
            })
        }
    }
}

pub(crate) use self::lanes::EmissionScores;
pub(super) use self::lanes::Row;

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
                let mut row = Row::ZERO;
                for (column, &weight) in weights.iter().enumerate() {
                    row.set(column, weight);
                    sums[column % PARTS][column / PARTS] += i32::from(weight);
                }
                both[usize::from(at >= cut)].add(row);
            }
            let [mut first, second] = both;
            first.join(&second);
            prop_assert_eq!(first.parts(), sums);
        }
    }

    #[test]
    fn sums_never_go_round() {
        let mut row = Row::ZERO;
        row.set(3, i8::MAX);
        row.set(12, i8::MIN);
        let mut points = EmissionScores::default();
        (0..1000).for_each(|_| points.add(row));
        points.join(&points.clone());
        let [first, .., only] = points.parts();
        assert!(only[0] > 32_000 && first[3] < -32_000 && first[0] == 0, "{points:?}");
    }
}
