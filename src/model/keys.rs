//! Sorted keys that are found by one look at a group of 32 bytes: half of what memory gives at a time.

use super::group::{Group, Slots, TAGS};
use super::hash::Key;

/// Sorted keys of up to `width` bits.
#[derive(Clone, Debug, Default)]
pub(crate) struct Keys {
    keys: Vec<Key>,
    /// The keys by their high bits.
    groups: Vec<Group>,
    /// Bits of a key that its group does not give; [`TAG_BITS`] or fewer.
    low_bits: u32,
}

/// Bits of a tag: the low bits of a key, and [`TAKEN`].
const TAG_BITS: u32 = 15;
const TAKEN: u32 = 1 << TAG_BITS;

/// The keys that differ from `key` in the three lowest bits alone.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Block {
    key: Key,
    /// Those that their group holds.
    slots: Slots,
}

impl Keys {
    /// `keys` are sorted, and have no more than `width` bits, 28 at most.
    pub(crate) fn new(keys: Vec<Key>, width: u32) -> Self {
        // four to eight keys a group on average: few groups overflow
        let bits = (keys.len() / 8).next_power_of_two().ilog2();
        let low_bits = width.saturating_sub(bits).min(TAG_BITS);
        let mut groups = vec![Group::default(); 1 << (width - low_bits)];
        let mut at = 0;
        for (number, group) in (0..).zip(&mut groups) {
            *group = Group::starting_at(at as u32);
            let own = keys.iter().skip(at).take_while(|&&key| key >> low_bits == number);
            for (slot, &key) in own.enumerate() {
                group.put(slot, tag_of(key, low_bits));
                at += 1;
            }
        }
        Self { keys, groups, low_bits }
    }

    /// The index of `key` among the keys, or else `missing`. Whether a key is known is nothing that a processor can guess: nothing here
    /// branches on it.
    #[inline]
    pub(crate) fn index_or(&self, key: Key, missing: usize) -> usize {
        let Some(group) = self.groups.get((key >> self.low_bits) as usize) else { return missing };
        let slots = group.slots_of(tag_of(key, self.low_bits), 0xffff);
        if slots.is_none() & group.is_full() {
            return self.search(group.start() + TAGS, key).unwrap_or(missing);
        }
        let found = group.start() + slots.first();
        if slots.is_none() { missing } else { found }
    }

    /// The index of `key` among the keys.
    pub(crate) fn index_of(&self, key: Key) -> Option<usize> {
        Some(self.index_or(key, usize::MAX)).filter(|&at| at < usize::MAX)
    }

    /// Finds the keys that differ from `key` in the three lowest bits alone.
    #[inline]
    pub(crate) fn block(&self, key: Key) -> Block {
        let group = self.groups.get((key >> self.low_bits) as usize);
        Block { key, slots: group.map_or(Slots::NONE, |g| g.slots_of(tag_of(key, self.low_bits), 0xfff8)) }
    }

    /// Gives `each` key of a block: in which bits it differs from the one that was asked for, and its index.
    #[inline]
    pub(crate) fn each(&self, block: Block, mut each: impl FnMut(Key, usize)) {
        let Block { key, mut slots } = block;
        let Some(group) = self.groups.get((key >> self.low_bits) as usize) else { return };
        while !slots.is_none() {
            let slot = slots.first();
            each((group.tag(slot) ^ key) & 7, group.start() + slot);
            slots = slots.rest();
        }
        if group.is_full() {
            let rest = self.keys.iter().enumerate().skip(group.start() + TAGS);
            let beyond = rest.take_while(|(_, other)| **other >> 3 <= key >> 3);
            beyond.filter(|(_, other)| **other >> 3 == key >> 3).for_each(|(at, other)| each((other ^ key) & 7, at));
        }
    }

    /// Looks for `key` among the keys from `start`.
    #[cold]
    fn search(&self, start: usize, key: Key) -> Option<usize> {
        let rest = self.keys.get(start..)?;
        rest.iter().position(|&other| other >= key).filter(|&at| rest.get(at) == Some(&key)).map(|at| start + at)
    }

    #[cfg(any(feature = "train", test))]
    pub(crate) fn as_slice(&self) -> &[Key] {
        &self.keys
    }
}

/// What stands for `key` in its group.
const fn tag_of(key: Key, low_bits: u32) -> u32 {
    key & ((1 << low_bits) - 1) | TAKEN
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn every_key_is_found_and_no_other(
            keys in proptest::collection::btree_set(0u32..1 << 20, 0..300),
            crowd in proptest::collection::btree_set(0u32..64, 0..64),
            other in 0u32..1 << 20,
        ) {
            let all: std::collections::BTreeSet<u32> = keys.union(&crowd).copied().collect();
            let list: Vec<u32> = all.iter().copied().collect();
            let found = Keys::new(list.clone(), 20);
            for (at, key) in list.iter().enumerate() {
                prop_assert_eq!(found.index_of(*key), Some(at));
            }
            for key in [other, other % 64] {
                prop_assert_eq!(found.index_of(key).is_some(), all.contains(&key));
                let mut block = Vec::new();
                found.each(found.block(key), |bits, at| block.push((key ^ bits, at)));
                block.sort_unstable();
                let known: Vec<(u32, usize)> =
                    (key & !7..=key | 7).filter_map(|key| Some((key, found.index_of(key)?))).collect();
                prop_assert_eq!(block, known);
            }
        }
    }
}
