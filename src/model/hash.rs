//! Keys of features: what a model knows a word, a phrase or a combination of both by.

/// A key of 32 bits; equal input gives equal keys on every machine and in every version that reads the same model.
pub type Key = u32;

/// The key of a string (FNV-1a, its bits mixed once more).
#[must_use]
pub fn word(text: &str) -> Key {
    let hash = text.bytes().fold(0x811c_9dc5_u32, |h, b| (h ^ u32::from(b)).wrapping_mul(0x0100_0193));
    mix(hash, 0)
}

/// The key of `a` and `b` in this order (the finaliser of MurmurHash3 over both).
#[must_use]
pub const fn mix(a: Key, b: Key) -> Key {
    let mut h = a.rotate_left(13).wrapping_mul(0x9e37_79b1) ^ b.wrapping_mul(0x85eb_ca77);
    h = (h ^ (h >> 15)).wrapping_mul(0x2c1b_3c6d);
    h = (h ^ (h >> 12)).wrapping_mul(0x297a_2d39);
    h ^ (h >> 15)
}
