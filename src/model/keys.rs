//! Sorted keys that are found by one look at a group of 32 bytes: half of what memory gives at a time.

use super::hash::Key;

/// Sorted keys of up to `width` bits.
#[derive(Clone, Debug, Default)]
pub(crate) struct Keys {
    keys: Vec<Key>,
    /// The keys by their high bits.
    groups: Vec<Group>,
    /// Bits of a key that its group does not tell; [`TAG_BITS`] or fewer.
    low_bits: u32,
}

/// Keys that share their high bits.
#[derive(Clone, Copy, Debug, Default)]
struct Group {
    /// The low bits of the first [`TAGS`] keys, each with [`TAKEN`], 16 bits each from the lowest on; 0 behind the last.
    tags: [u64; 3],
    /// The last two of them.
    more: u32,
    /// Where the first stands among all keys.
    first: u32,
}

/// Keys of a group that are found at once; the few groups that have more are searched.
const TAGS: usize = 14;
const TAG_BITS: u32 = 15;
const TAKEN: u32 = 1 << TAG_BITS;

/// One in each 16 bits of a number.
const EACH: u64 = 0x0001_0001_0001_0001;

impl Group {
    fn put(&mut self, place: usize, tag: u32) {
        match self.tags.get_mut(place / 4) {
            Some(tags) => *tags |= u64::from(tag) << (place % 4 * 16),
            None if place < TAGS => self.more |= tag << (place % 4 * 16),
            None => {}
        }
    }

    /// The places whose tags are `tag` in the bits of `mask`, as bits: `16 * (place % 4) + 12 + place / 4`. All are compared: a search
    /// that may stop anywhere costs more than it saves.
    #[inline]
    fn places(&self, tag: u32, mask: u32) -> u64 {
        let (all, mask) = (u64::from(tag) * EACH, u64::from(mask) * EACH);
        let [first, second, third] = self.tags;
        let last = zeros((u64::from(self.more) ^ all) & mask) & 0xffff_ffff;
        zeros((first ^ all) & mask) >> 3 | zeros((second ^ all) & mask) >> 2 | zeros((third ^ all) & mask) >> 1 | last
    }

    /// The first of `places`.
    #[inline]
    fn first(places: u64) -> usize {
        let bit = places.trailing_zeros() as usize;
        bit / 16 + bit % 4 * 4
    }

    fn tag(&self, place: usize) -> u32 {
        let tags = self.tags.get(place / 4).copied().unwrap_or(u64::from(self.more));
        (tags >> (place % 4 * 16)) as u32 & 0xffff
    }

    fn is_full(&self) -> bool {
        self.more >> 16 != 0
    }
}

/// The keys that differ from `key` in the three lowest bits alone.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Block {
    key: Key,
    /// Those that their group holds.
    places: u64,
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
            group.first = at as u32;
            let own = keys.iter().skip(at).take_while(|&&key| key >> low_bits == number);
            for (place, &key) in own.enumerate() {
                group.put(place, tag_of(key, low_bits));
                at += 1;
            }
        }
        Self { keys, groups, low_bits }
    }

    /// The place of `key` among the keys, or else `missing`. Whether a key is known is nothing that a processor can guess: nothing here
    /// branches on it.
    #[inline]
    pub(crate) fn find_or(&self, key: Key, missing: usize) -> usize {
        let Some(group) = self.groups.get((key >> self.low_bits) as usize) else { return missing };
        let places = group.places(tag_of(key, self.low_bits), 0xffff);
        if (places == 0) & group.is_full() {
            return self.search(group.first as usize + TAGS, key).unwrap_or(missing);
        }
        let found = group.first as usize + Group::first(places);
        if places == 0 { missing } else { found }
    }

    /// The place of `key` among the keys.
    pub(crate) fn find(&self, key: Key) -> Option<usize> {
        Some(self.find_or(key, usize::MAX)).filter(|&at| at < usize::MAX)
    }

    /// Finds the keys that differ from `key` in the three lowest bits alone.
    #[inline]
    pub(crate) fn block(&self, key: Key) -> Block {
        let group = self.groups.get((key >> self.low_bits) as usize);
        Block { key, places: group.map_or(0, |g| g.places(tag_of(key, self.low_bits), 0xfff8)) }
    }

    /// Gives `each` key of a block: in which bits it differs from the one that was asked for, and its place.
    #[inline]
    pub(crate) fn each(&self, block: Block, mut each: impl FnMut(Key, usize)) {
        let Block { key, mut places } = block;
        let Some(group) = self.groups.get((key >> self.low_bits) as usize) else { return };
        while places != 0 {
            let place = Group::first(places);
            each((group.tag(place) ^ key) & 7, group.first as usize + place);
            places &= places - 1;
        }
        if group.is_full() {
            let rest = self.keys.iter().enumerate().skip(group.first as usize + TAGS);
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

/// The highest bit of each 16 that are all 0; also of those above such 16 that are 1 in all (Warren, “Hacker's Delight”, 2nd edition,
/// 6-1). The lowest is always right.
#[inline]
const fn zeros(x: u64) -> u64 {
    x.wrapping_sub(EACH) & !x & (0x8000 * EACH)
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
                prop_assert_eq!(found.find(*key), Some(at));
            }
            for key in [other, other % 64] {
                prop_assert_eq!(found.find(key).is_some(), all.contains(&key));
                let mut block = Vec::new();
                found.each(found.block(key), |bits, at| block.push((key ^ bits, at)));
                block.sort_unstable();
                let known: Vec<(u32, usize)> =
                    (key & !7..=key | 7).filter_map(|key| Some((key, found.find(key)?))).collect();
                prop_assert_eq!(block, known);
            }
        }
    }
}
