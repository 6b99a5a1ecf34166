//! Sorted keys that are found in a step or two: most of those asked for are not there, and a bit says so.

use super::hash::Key;

/// Sorted keys of up to `width` bits.
#[derive(Clone, Debug, Default)]
pub(crate) struct Keys {
    keys: Vec<Key>,
    /// Where the keys that share their high bits begin in `keys`; one more entry at the end.
    buckets: Vec<u32>,
    /// Bits of a key that its bucket does not tell.
    low_bits: u32,
    /// A bit for the high bits of each key: eight times as many as there are keys, or more.
    filter: Vec<u64>,
    /// Bits of a key that the filter does not tell.
    filter_bits: u32,
}

impl Keys {
    /// `keys` are sorted, and have no more than `width` bits.
    pub(crate) fn new(keys: Vec<Key>, width: u32) -> Self {
        let bits = (usize::BITS - keys.len().leading_zeros()).clamp(1, width);
        let low_bits = width - bits;
        let mut buckets = vec![0u32; (1 << bits) + 1];
        let filter_bits = low_bits.saturating_sub(3);
        let mut filter = vec![0u64; (1usize << (width - filter_bits)).div_ceil(64)];
        for &key in &keys {
            if let Some(count) = buckets.get_mut((key >> low_bits) as usize + 1) {
                *count += 1;
            }
            let bit = key >> filter_bits;
            if let Some(word) = filter.get_mut((bit / 64) as usize) {
                *word |= 1 << (bit % 64);
            }
        }
        let mut sum = 0;
        for count in &mut buckets {
            sum += *count;
            *count = sum;
        }
        Self { keys, buckets, low_bits, filter, filter_bits }
    }

    /// The place of `key` among the keys.
    #[inline]
    pub(crate) fn find(&self, key: Key) -> Option<usize> {
        let bit = key >> self.filter_bits;
        if self.filter.get((bit / 64) as usize)? >> (bit % 64) & 1 == 0 {
            return None;
        }
        let bucket = (key >> self.low_bits) as usize;
        let (from, to) = (*self.buckets.get(bucket)? as usize, *self.buckets.get(bucket + 1)? as usize);
        let at = self.keys.get(from..to)?.iter().position(|&k| k == key)?;
        Some(from + at)
    }

    #[cfg(any(feature = "train", test))]
    pub(crate) fn as_slice(&self) -> &[Key] {
        &self.keys
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn every_key_is_found_and_no_other(keys in proptest::collection::btree_set(0u32..1 << 20, 0..300), other in 0u32..1 << 20) {
            let list: Vec<u32> = keys.iter().copied().collect();
            let found = Keys::new(list.clone(), 20);
            for (at, key) in list.iter().enumerate() {
                prop_assert_eq!(found.find(*key), Some(at));
            }
            prop_assert_eq!(found.find(other).is_some(), keys.contains(&other));
        }
    }
}
