//! Tags of keys in 32 bytes, compared all at once: a search that may stop anywhere costs more than it saves.

/// Tags of a group that are found at once; the few groups that have more are searched.
pub(super) const TAGS: usize = 14;

pub(super) use self::lanes::Group;

/// Some of the places of a group, a bit each; which one tells the way of comparing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Places(u64);

impl Places {
    pub(super) const NONE: Self = Self(0);

    #[inline]
    pub(super) fn is_none(self) -> bool {
        self.0 == 0
    }

    /// The first of them.
    #[inline]
    pub(super) fn first(self) -> usize {
        lanes::place(self.0.trailing_zeros() as usize)
    }

    /// All but the first.
    #[inline]
    pub(super) fn rest(self) -> Self {
        Self(self.0 & self.0.wrapping_sub(1))
    }
}

/// By the vectors that every processor but WebAssembly's has.
#[cfg(not(target_arch = "wasm32"))]
mod lanes {
    use super::{Places, TAGS};
    use wide::u16x8;

    /// Keys that share their high bits.
    #[derive(Clone, Copy, Debug, Default)]
    pub(in super::super) struct Group {
        /// The tags of the first [`TAGS`] keys, 0 behind the last; then where the first stands among all keys, its low bits first.
        lanes: [u16x8; 2],
    }

    impl Group {
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

        pub(in super::super) fn begin(&mut self, start: u32) {
            self.set(TAGS, start);
            self.set(TAGS + 1, start >> 16);
        }

        /// Where the first key stands among all keys.
        #[inline]
        pub(in super::super) fn start(&self) -> usize {
            (self.lane(TAGS) | self.lane(TAGS + 1) << 16) as usize
        }

        pub(in super::super) fn put(&mut self, place: usize, tag: u32) {
            if place < TAGS {
                self.set(place, tag);
            }
        }

        /// The places whose tags are `tag` in the bits of `mask`.
        #[inline]
        pub(in super::super) fn places(&self, tag: u32, mask: u32) -> Places {
            let (mask, tag) = (u16x8::splat(mask as u16), u16x8::splat((tag & mask) as u16));
            let [low, high] = self.lanes.map(|lanes| (lanes & mask).simd_eq(tag).to_bitmask());
            Places(u64::from(low | high << 8) & ((1 << TAGS) - 1))
        }

        #[inline]
        pub(in super::super) fn tag(&self, place: usize) -> u32 {
            self.lane(place)
        }

        #[inline]
        pub(in super::super) fn is_full(&self) -> bool {
            self.lane(TAGS - 1) != 0
        }
    }

    /// The place that a bit of [`Places`] stands for.
    #[inline]
    pub(super) fn place(bit: usize) -> usize {
        bit
    }
}

/// By numbers of 64 bits, which hold four tags each.
#[cfg(target_arch = "wasm32")]
mod lanes {
    use super::{Places, TAGS};

    /// One in each 16 bits of a number.
    const EACH: u64 = 0x0001_0001_0001_0001;

    /// Keys that share their high bits.
    #[derive(Clone, Copy, Debug, Default)]
    pub(in super::super) struct Group {
        /// The tags of the first keys, 16 bits each from the lowest on; 0 behind the last.
        tags: [u64; 3],
        /// The last two of them.
        more: u32,
        start: u32,
    }

    impl Group {
        pub(in super::super) fn begin(&mut self, start: u32) {
            self.start = start;
        }

        /// Where the first key stands among all keys.
        #[inline]
        pub(in super::super) fn start(&self) -> usize {
            self.start as usize
        }

        pub(in super::super) fn put(&mut self, place: usize, tag: u32) {
            match self.tags.get_mut(place / 4) {
                Some(tags) => *tags |= u64::from(tag) << (place % 4 * 16),
                None if place < TAGS => self.more |= tag << (place % 4 * 16),
                None => {}
            }
        }

        /// The places whose tags are `tag` in the bits of `mask`.
        #[inline]
        pub(in super::super) fn places(&self, tag: u32, mask: u32) -> Places {
            let (all, mask) = (u64::from(tag) * EACH, u64::from(mask) * EACH);
            let [first, second, third] = self.tags;
            let last = zeros((u64::from(self.more) ^ all) & mask) & 0xffff_ffff;
            let others = zeros((second ^ all) & mask) >> 2 | zeros((third ^ all) & mask) >> 1 | last;
            Places(zeros((first ^ all) & mask) >> 3 | others)
        }

        pub(in super::super) fn tag(&self, place: usize) -> u32 {
            let tags = self.tags.get(place / 4).copied().unwrap_or(u64::from(self.more));
            (tags >> (place % 4 * 16)) as u32 & 0xffff
        }

        #[inline]
        pub(in super::super) fn is_full(&self) -> bool {
            self.more >> 16 != 0
        }
    }

    /// The place that a bit of [`Places`] stands for: bits are `16 * (place % 4) + 12 + place / 4`.
    #[inline]
    pub(super) fn place(bit: usize) -> usize {
        bit / 16 + bit % 4 * 4
    }

    /// The highest bit of each 16 that are all 0; also of those above such 16 that are 1 in all (Warren, “Hacker's Delight”, 2nd
    /// edition, 6-1). The lowest is always right.
    #[inline]
    const fn zeros(x: u64) -> u64 {
        x.wrapping_sub(EACH) & !x & (0x8000 * EACH)
    }
}
