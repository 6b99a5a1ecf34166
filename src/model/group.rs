//! Tags of keys in 32 bytes, compared all at once: a search that may stop anywhere costs more than it saves.

use wide::u16x8;

/// Tags of a group that are found at once; the few groups that have more are searched.
pub(super) const TAGS: usize = 14;

/// Slots of a group, a bit each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Slots(u32);

impl Slots {
    pub(super) const NONE: Self = Self(0);

    #[inline]
    pub(super) fn is_none(self) -> bool {
        self.0 == 0
    }

    /// The first of them.
    #[inline]
    pub(super) fn first(self) -> usize {
        self.0.trailing_zeros() as usize
    }

    /// All but the first.
    #[inline]
    pub(super) fn rest(self) -> Self {
        Self(self.0 & self.0.wrapping_sub(1))
    }
}

/// Keys that share their high bits.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Group {
    /// The tags of the first [`TAGS`] keys, 0 after the last; then where the first stands among all keys, its low bits first.
    lanes: [u16x8; 2],
}

impl Group {
    /// A group whose first key stands at `start` among all keys.
    pub(super) fn starting_at(start: u32) -> Self {
        let mut group = Self::default();
        group.set(TAGS, start);
        group.set(TAGS + 1, start >> 16);
        group
    }

    fn lane(&self, at: usize) -> u32 {
        let lanes = self.lanes.get(at / 8).map(u16x8::as_array);
        lanes.and_then(|lanes| lanes.get(at % 8)).map_or(0, |&lane| u32::from(lane))
    }

    fn set(&mut self, at: usize, value: u32) {
        let lanes = self.lanes.get_mut(at / 8).map(u16x8::as_mut_array);
        if let Some(lane) = lanes.and_then(|lanes| lanes.get_mut(at % 8)) {
            *lane = value as u16;
        }
    }

    /// Where the first key stands among all keys.
    #[inline]
    pub(super) fn start(&self) -> usize {
        (self.lane(TAGS) | self.lane(TAGS + 1) << 16) as usize
    }

    pub(super) fn put(&mut self, slot: usize, tag: u32) {
        if slot < TAGS {
            self.set(slot, tag);
        }
    }

    /// The slots whose tags are `tag` in the bits of `mask`.
    #[inline]
    pub(super) fn slots_of(&self, tag: u32, mask: u32) -> Slots {
        let (mask, tag) = (u16x8::splat(mask as u16), u16x8::splat((tag & mask) as u16));
        let [low, high] = self.lanes.map(|lanes| (lanes & mask).simd_eq(tag).to_bitmask());
        Slots((low | high << 8) & ((1 << TAGS) - 1))
    }

    #[inline]
    pub(super) fn tag(&self, slot: usize) -> u32 {
        self.lane(slot)
    }

    #[inline]
    pub(super) fn is_full(&self) -> bool {
        self.lane(TAGS - 1) != 0
    }
}
