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
