//! Numbers in few bits: sorted keys as the gaps between them, small values side by side.

use super::hash::Key;

/// Reads what a model file holds, front to back. Past the end everything is `None`.
pub(crate) struct Input<'a> {
    rest: &'a [u8],
}

impl<'a> Input<'a> {
    pub(crate) fn new(bytes: &'a [u8]) -> Self {
        Self { rest: bytes }
    }

    /// What was not read yet.
    pub(crate) fn rest(&self) -> &'a [u8] {
        self.rest
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.rest.is_empty()
    }

    pub(crate) fn bytes(&mut self, count: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.rest.split_at_checked(count)?;
        self.rest = rest;
        Some(taken)
    }

    pub(crate) fn byte(&mut self) -> Option<u8> {
        self.bytes(1)?.first().copied()
    }

    /// A number of four bytes, the lowest first.
    pub(crate) fn number(&mut self) -> Option<u32> {
        Some(u32::from_le_bytes(self.bytes(4)?.try_into().ok()?))
    }

    /// A count that what follows can really hold, at `bits` or more for each.
    pub(crate) fn count(&mut self, bits: usize) -> Option<usize> {
        let count = self.number()? as usize;
        (count.checked_mul(bits)? / 8 <= self.rest.len()).then_some(count)
    }

    /// Bytes after their own length.
    pub(crate) fn part(&mut self) -> Option<&'a [u8]> {
        let length = self.number()? as usize;
        self.bytes(length)
    }

    /// `count` values of `width` bits each, the lowest bit first.
    pub(crate) fn packed(&mut self, count: usize, width: usize) -> Option<Vec<u16>> {
        let mut bits = BitReader { bytes: self.bytes((count * width).div_ceil(8))?, at: 0 };
        (0..count).map(|_| Some(bits.take(width)? as u16)).collect()
    }

    /// Sorted keys, as `write::keys` wrote them.
    pub(crate) fn keys(&mut self) -> Option<Vec<Key>> {
        let rice = usize::from(self.byte()?).min(31);
        let count = self.count(rice)?;
        let mut bits = BitReader { bytes: self.part()?, at: 0 };
        let mut last: Key = 0;
        let mut keys = Vec::with_capacity(count);
        for _ in 0..count {
            let high = bits.ones()?;
            last = last.checked_add((high << rice) | bits.take(rice)?)?;
            keys.push(last);
        }
        Some(keys)
    }
}

struct BitReader<'a> {
    bytes: &'a [u8],
    /// The next bit.
    at: usize,
}

impl BitReader<'_> {
    /// The next bits, the first one lowest: 57 at least, with zeros after the last.
    fn ahead(&self) -> u64 {
        let rest = self.bytes.get(self.at / 8..).unwrap_or_default();
        let next = rest.first_chunk().copied().unwrap_or_else(|| {
            let mut next = [0; 8];
            next.iter_mut().zip(rest).for_each(|(to, from)| *to = *from);
            next
        });
        u64::from_le_bytes(next) >> (self.at % 8)
    }

    /// The next `width` bits, 32 at most.
    fn take(&mut self, width: usize) -> Option<u32> {
        let value = self.ahead() & ((1 << width) - 1);
        self.pass(width)?;
        Some(value as u32)
    }

    /// How many ones stand before the next zero, which is passed too.
    fn ones(&mut self) -> Option<u32> {
        let mut count = 0;
        loop {
            let ones = self.ahead().trailing_ones().min(32);
            count += ones;
            if ones < 32 {
                self.pass(ones as usize + 1)?;
                return Some(count);
            }
            self.pass(32)?;
        }
    }

    fn pass(&mut self, bits: usize) -> Option<()> {
        self.at += bits;
        (self.at <= self.bytes.len() * 8).then_some(())
    }
}

/// Writes what [`Input`] reads.
#[cfg(any(feature = "train", test))]
pub(crate) mod write {
    use super::Key;

    pub(crate) fn number(out: &mut Vec<u8>, number: usize) {
        out.extend((number as u32).to_le_bytes());
    }

    pub(crate) fn part(out: &mut Vec<u8>, bytes: &[u8]) {
        number(out, bytes.len());
        out.extend(bytes);
    }

    pub(crate) fn packed(out: &mut Vec<u8>, values: impl Iterator<Item = u16>, width: usize) {
        let mut bits = Bits::default();
        values.for_each(|v| bits.push(u32::from(v), width));
        out.extend(bits.bytes);
    }

    /// Writes sorted `keys` as gaps in Golomb and Rice's code: the parameter, the count, the bits.
    pub(crate) fn keys(out: &mut Vec<u8>, keys: &[Key]) {
        let mean = keys.last().map_or(1, |&last| last as usize / keys.len().max(1));
        // Rice's parameter for gaps that fall off geometrically: the power of two below 0.69 of their mean
        let rice = (mean * 69 / 100).max(1).ilog2();
        let mut bits = Bits::default();
        let mut last = 0;
        for &key in keys {
            let gap = key - last;
            (0..gap >> rice).for_each(|_| bits.push(1, 1));
            bits.push(0, 1);
            bits.push(gap & ((1 << rice) - 1), rice as usize);
            last = key;
        }
        out.push(rice as u8);
        number(out, keys.len());
        part(out, &bits.bytes);
    }

    #[derive(Default)]
    struct Bits {
        bytes: Vec<u8>,
        used: usize,
    }

    impl Bits {
        fn push(&mut self, value: u32, width: usize) {
            for bit in 0..width {
                if self.used.is_multiple_of(8) {
                    self.bytes.push(0);
                }
                if let Some(byte) = self.bytes.last_mut() {
                    *byte |= ((value >> bit & 1) as u8) << (self.used % 8);
                }
                self.used += 1;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn keys_come_back(keys in proptest::collection::btree_set(any::<u32>(), 0..200)) {
            let keys: Vec<u32> = keys.into_iter().collect();
            let mut out = Vec::new();
            write::keys(&mut out, &keys);
            let mut input = Input::new(&out);
            prop_assert_eq!(input.keys(), Some(keys));
            prop_assert!(input.is_empty());
        }

        #[test]
        fn small_values_come_back(values in proptest::collection::vec(0u16..1024, 0..50)) {
            let mut out = Vec::new();
            write::packed(&mut out, values.iter().copied(), 10);
            prop_assert_eq!(Input::new(&out).packed(values.len(), 10), Some(values));
        }

        #[test]
        fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..60)) {
            let _ = Input::new(&bytes).keys();
            let _ = Input::new(&bytes).packed(bytes.len(), 10);
        }
    }
}
