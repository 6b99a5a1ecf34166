//! What is seen of an option, as places in the table of weights. Their numbers never change: trained weights are found by them.

/// Weights in the table; features share them by their hash.
pub(crate) const SIZE: usize = 1 << 14;

/// What is seen of one option: places in the table.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Features(pub(crate) Vec<u16>);

impl Features {
    /// None yet, with room for those of a candidate.
    pub(crate) fn new() -> Self {
        Self(Vec::with_capacity(64))
    }

    /// Adds the feature `template` with its values.
    pub(crate) fn add(&mut self, template: u32, values: &[u32]) {
        let mut hash = mix(0xcbf2_9ce4_8422_2325, template);
        for &value in values {
            hash = mix(hash, value);
        }
        // the low bits, after all others were folded into them
        let folded = hash ^ (hash >> 29) ^ (hash >> 47);
        self.0.push((folded & (SIZE as u64 - 1)) as u16);
    }
}

/// One step of FNV-1a over 32 bits at a time.
fn mix(hash: u64, value: u32) -> u64 {
    let hash = (hash ^ u64::from(value)).wrapping_mul(0x0000_0100_0000_01b3);
    hash ^ (hash >> 32)
}

/// A number for `word`, its capitals aside (FNV-1a).
pub(crate) fn word_code(word: &str) -> u32 {
    let step = |hash: u32, letter: u32| (hash ^ letter).wrapping_mul(0x0100_0193);
    let all = 0x811c_9dc5;
    if word.is_ascii() {
        return word.bytes().fold(all, |hash, b| step(hash, u32::from(b.to_ascii_lowercase())));
    }
    word.chars().flat_map(char::to_lowercase).fold(all, |hash, c| step(hash, u32::from(c)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_the_same_in_capitals() {
        assert_eq!(word_code("Said"), word_code("said"));
        assert_ne!(word_code("said"), word_code("says"));
    }
}
