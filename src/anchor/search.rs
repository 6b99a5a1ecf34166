//! All places of a passage in a text, overlapping ones too, in linear time.

/// A passage prepared for searching (Knuth, Morris and Pratt): unlike a plain search it finds places that overlap, and a
/// hostile text such as a million equal letters costs no more than any other.
pub(super) struct Needle<'a> {
    bytes: &'a [u8],
    /// For each length of a matched beginning, less one: the longest shorter beginning that it also ends with.
    fallback: Vec<usize>,
}

impl<'a> Needle<'a> {
    /// Prepares `passage`, which is not empty.
    pub(super) fn new(passage: &'a str) -> Self {
        let bytes = passage.as_bytes();
        let mut needle = Self { bytes, fallback: Vec::with_capacity(bytes.len()) };
        needle.fallback.push(0);
        let mut matched = 0;
        for &byte in bytes.iter().skip(1) {
            matched = needle.step(matched, byte);
            needle.fallback.push(matched);
        }
        needle
    }

    /// Where it starts in `text`, in bytes, in order. Valid UTF-8 on both sides makes every place a character boundary.
    pub(super) fn places<'t>(&'t self, text: &'t [u8]) -> impl Iterator<Item = usize> + 't {
        let mut matched = 0;
        text.iter().enumerate().filter_map(move |(at, &byte)| {
            matched = self.step(matched, byte);
            (matched == self.bytes.len()).then(|| at + 1 - matched)
        })
    }

    /// How much is matched once `byte` follows a match of length `matched`.
    fn step(&self, mut matched: usize, byte: u8) -> usize {
        loop {
            if self.bytes.get(matched) == Some(&byte) {
                return matched + 1;
            }
            match matched.checked_sub(1).and_then(|last| self.fallback.get(last)) {
                Some(&shorter) => matched = shorter,
                None => return 0,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn places(text: &str, passage: &str) -> Vec<usize> {
        Needle::new(passage).places(text.as_bytes()).collect()
    }

    #[test]
    fn finds_overlapping_places() {
        assert_eq!(places("aaaa", "aa"), [0, 1, 2]);
        assert_eq!(places("ananas banana", "ana"), [0, 2, 8, 10]);
        assert!(places("short", "much longer").is_empty());
    }

    proptest! {
        #[test]
        fn agrees_with_a_plain_search(text in "[abé]{0,60}", passage in "[abé]{1,4}") {
            let plain: Vec<usize> =
                text.char_indices().map(|(at, _)| at).filter(|&at| text[at..].starts_with(&passage)).collect();
            prop_assert_eq!(places(&text, &passage), plain);
        }
    }
}
