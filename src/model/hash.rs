//! Keys of features: what a model knows a word, a phrase or a combination of both by.

/// A key of 32 bits; equal input gives equal keys on every machine and in every version that reads the same model.
pub type Key = u32;

/// The key of a string (FNV-1a, its bits mixed once more).
#[must_use]
pub fn word(text: &str) -> Key {
    let hash = text.bytes().fold(0x811c_9dc5_u32, |h, b| (h ^ u32::from(b)).wrapping_mul(0x0100_0193));
    mix(hash, 0)
}

/// The key of `a` and `b` in this order: two steps of multiplying and folding, after which the high bits depend on all of both.
#[must_use]
pub const fn mix(a: Key, b: Key) -> Key {
    let h = (a ^ b.rotate_left(16)).wrapping_mul(0x9e37_79b1);
    (h ^ (h >> 15)).wrapping_mul(0x85eb_ca77)
}

/// A hash of a word for tables in memory, all of whose bits depend on all of the word: FNV-1a by eight bytes at a time. It is of fixed
/// form, so it is for tables of words that no page brings along.
pub(super) fn spread(word: &str) -> u64 {
    let hash = word.as_bytes().chunks(8).fold(0xcbf2_9ce4_8422_2325_u64, |hash, chunk| {
        let value = chunk.iter().fold(0, |value, &byte| value << 8 | u64::from(byte));
        let hash = (hash ^ value).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        hash ^ hash >> 32
    });
    hash.wrapping_mul(0x9e37_79b9_7f4a_7c15)
}
