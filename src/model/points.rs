//! Points for labels, added up from rows of weights: four sums in each 64-bit number, which wasm adds as fast as one.

/// Labels besides the neutral one that a tagger can tell apart.
pub(crate) const COLUMNS: usize = 16;

/// Every other byte of a number, as a number of 16 bits.
const EVERY_OTHER: u64 = 0x00ff_00ff_00ff_00ff;

/// What is added to a weight so that it is never negative.
const BIAS: i32 = 128;

/// A feature's weight for each column, biased: column `8 * n + b` is byte `b` of number `n`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Row([u64; COLUMNS / 8]);

impl Row {
    /// A row of zeros.
    pub(super) const ZERO: Self = Self([0x8080_8080_8080_8080; COLUMNS / 8]);

    /// Puts `weight` in place of the zero of `column`.
    pub(super) fn set(&mut self, column: usize, weight: i8) {
        if let Some(number) = self.0.get_mut(column / 8) {
            *number ^= u64::from(weight.cast_unsigned()) << (8 * (column % 8));
        }
    }
}

/// Points for each label but the neutral one, which always has 0.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Points {
    /// Numbers `2 * n` and `2 * n + 1` hold the sums of the even and of the odd bytes of number `n` of the rows.
    sums: [u64; COLUMNS / 4],
    /// How many rows were added, and so how often the bias was.
    rows: u32,
}

impl Points {
    /// Rows whose sums fit in 16 bits. More do not count; a word of a text has a quarter of them.
    const MOST: u32 = 257;

    /// Adds a row.
    #[inline]
    pub(super) fn add(&mut self, row: Row) {
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

    /// The points of columns `4 * n` to `4 * n + 3`.
    #[inline]
    pub(super) fn four(&self, n: usize) -> [i32; 4] {
        let bias = BIAS * self.rows.cast_signed();
        let (even, odd) = (self.sums[n / 2 * 2 % 4] >> (n % 2 * 32), self.sums[n / 2 * 2 % 4 + 1] >> (n % 2 * 32));
        let points = |sum: u64| i32::from(sum as u16) - bias;
        [points(even), points(odd), points(even >> 16), points(odd >> 16)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn sums_are_those_of_the_weights(rows in proptest::collection::vec(any::<[i8; COLUMNS]>(), 0..300), cut in 0usize..300) {
            let mut both = [Points::default(); 2];
            let mut sums = [0i32; COLUMNS];
            for (at, weights) in rows.iter().enumerate() {
                let mut row = Row::ZERO;
                for (column, &weight) in weights.iter().enumerate() {
                    row.set(column, weight);
                    if at < Points::MOST as usize {
                        sums[column] += i32::from(weight);
                    }
                }
                both[usize::from(at >= cut)].add(row);
            }
            let [mut first, second] = both;
            first.join(&second);
            if rows.len() <= Points::MOST as usize {
                prop_assert_eq!([0, 1, 2, 3].map(|n| first.four(n)).concat(), sums);
            }
        }
    }

    #[test]
    fn rows_beyond_the_most_do_not_count() {
        let mut row = Row::ZERO;
        row.set(3, i8::MAX);
        row.set(12, i8::MIN);
        let mut points = Points::default();
        (0..1000).for_each(|_| points.add(row));
        let most = i32::from(Points::MOST as u16);
        assert_eq!([points.four(0)[3], points.four(3)[0], points.four(1)[0]], [127 * most, -128 * most, 0]);
    }
}
