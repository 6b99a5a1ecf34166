//! What a model knows of words and names apart from its weights: word clusters and a gazetteer.

use super::bits::Input;
use super::hash::{Key, mix};
use super::keys::Keys;

/// A word's clusters by distributional meaning, from fine to coarse.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WordClusters {
    /// One of about a thousand.
    pub fine: u16,
    /// One of a few hundred.
    pub middle: u16,
    /// One of a few dozen.
    pub coarse: u16,
}

/// Sorted keys, cut to their high bits, with a value each. Another key is taken for one of them once in `2^BITS / len` times.
#[derive(Clone, Debug, Default)]
pub struct Sorted {
    keys: Keys,
    values: Vec<u16>,
}

/// Bits kept of a key.
const BITS: u32 = 26;

const fn cut(key: Key) -> Key {
    key >> (32 - BITS)
}

impl Sorted {
    /// The value of `key`.
    #[must_use]
    pub fn get(&self, key: Key) -> Option<u16> {
        let at = self.keys.index_of(cut(key))?;
        self.values.get(at).copied()
    }

    pub(super) fn read(input: &mut Input, width: usize) -> Option<Self> {
        let keys = input.keys()?;
        let values = input.packed(keys.len(), width)?;
        Some(Self { keys: Keys::new(keys, BITS), values })
    }
}

/// Word clusters and a gazetteer.
#[derive(Clone, Debug, Default)]
pub struct LexicalResources {
    /// The fine cluster of a word in lower case, by its key.
    words: Sorted,
    /// The middle and coarse cluster of each fine one.
    clusters: Vec<(u16, u16)>,
    /// The index in `lists` of a phrase in lower case, by the key of its words.
    phrases: Sorted,
    /// The sets of lists that name a phrase, a bit for each list.
    lists: Vec<u16>,
}

impl LexicalResources {
    /// The clusters of a word in lower case, by its key, if it has any.
    #[must_use]
    pub fn clusters(&self, lower: Key) -> Option<WordClusters> {
        let fine = self.words.get(lower)?;
        let &(middle, coarse) = self.clusters.get(usize::from(fine))?;
        Some(WordClusters { fine, middle, coarse })
    }

    /// The lists of the gazetteer that hold a phrase, a bit for each, by its key.
    #[must_use]
    pub fn lists(&self, phrase: Key) -> u16 {
        self.phrases.get(phrase).and_then(|at| self.lists.get(usize::from(at))).copied().unwrap_or_default()
    }

    /// Reads what `write` wrote.
    pub(super) fn read(input: &mut Input) -> Option<Self> {
        let words = Sorted::read(input, 10)?;
        let count = input.count(20)?;
        let clusters = input.packed(2 * count, 10)?;
        let clusters = clusters.chunks_exact(2).filter_map(|c| Some((*c.first()?, *c.last()?))).collect();
        let phrases = Sorted::read(input, 8)?;
        let count = input.count(16)?;
        let lists = input.packed(count, 16)?;
        Some(Self { words, clusters, phrases, lists })
    }
}

/// The key of a phrase, word by word; begin with 0.
#[must_use]
pub const fn phrase(so_far: Key, word: Key) -> Key {
    mix(so_far ^ 0x5bd1_e995, word)
}

/// Making lexical resources, for training.
#[cfg(any(feature = "train", test))]
mod write {
    use super::super::bits::write;
    use super::{BITS, Key, Keys, LexicalResources, Sorted, cut};
    use std::collections::BTreeMap;

    impl Sorted {
        pub(crate) fn new(pairs: &[(Key, u16)], join: impl Fn(u16, u16) -> u16) -> Self {
            let mut map: BTreeMap<Key, u16> = BTreeMap::new();
            for &(key, value) in pairs {
                map.entry(cut(key)).and_modify(|v| *v = join(*v, value)).or_insert(value);
            }
            let (keys, values): (_, Vec<u16>) = map.into_iter().unzip();
            Self { keys: Keys::new(keys, BITS), values }
        }

        pub(crate) fn write(&self, out: &mut Vec<u8>, width: usize) {
            write::keys(out, self.keys.as_slice());
            write::packed(out, self.values.iter().copied(), width);
        }
    }

    impl LexicalResources {
        /// The resources of words by key with their fine cluster (the more frequent word first), of the fine clusters' middle and coarse ones,
        /// and of phrases by key with the lists that hold them.
        #[must_use]
        pub fn new(words: &[(Key, u16)], clusters: Vec<(u16, u16)>, phrases: &[(Key, u16)]) -> Self {
            let joined = Sorted::new(phrases, |a, b| a | b);
            let mut counts: BTreeMap<u16, usize> = BTreeMap::new();
            joined.values.iter().for_each(|&set| *counts.entry(set).or_default() += 1);
            // a byte holds 256 sets; of the rarest ones the last list alone is kept
            let mut sets: Vec<(u16, usize)> = counts.into_iter().collect();
            sets.sort_by_key(|&(set, count)| (set.count_ones() > 1, usize::MAX - count, set));
            let lists: Vec<u16> = sets.iter().take(256).map(|s| s.0).collect();
            let index = |set: u16| {
                let last = 1 << (15 - set.leading_zeros().min(15));
                let at = lists.iter().position(|&l| l == set).or_else(|| lists.iter().position(|&l| l == last));
                at.unwrap_or_default() as u16
            };
            let values = joined.values.iter().map(|&set| index(set)).collect();
            let phrases = Sorted { keys: joined.keys, values };
            Self { words: Sorted::new(words, |first, _| first), clusters, phrases, lists }
        }

        /// The resources as bytes.
        #[must_use]
        pub fn write(&self) -> Vec<u8> {
            let mut out = Vec::new();
            self.words.write(&mut out, 10);
            write::number(&mut out, self.clusters.len());
            write::packed(&mut out, self.clusters.iter().flat_map(|&(a, b)| [a, b]), 10);
            self.phrases.write(&mut out, 8);
            write::number(&mut out, self.lists.len());
            write::packed(&mut out, self.lists.iter().copied(), 16);
            out
        }
    }
}

/// How often words report (1 to 3), by their keys, as a model file holds it.
#[cfg(feature = "train")]
#[must_use]
pub fn write_cues(cues: &[(Key, u16)]) -> Vec<u8> {
    let mut out = Vec::new();
    Sorted::new(cues, |a, b| a.max(b)).write(&mut out, 2);
    out
}

#[cfg(test)]
mod tests {
    use super::super::hash::word;
    use super::*;

    #[test]
    fn resources_come_back_from_their_bytes() {
        let paris = phrase(0, word("paris"));
        let new_york = phrase(phrase(0, word("new")), word("york"));
        let words = [(word("paris"), 2), (word("ferry"), 1), (word("paris"), 0)];
        let resources =
            LexicalResources::new(&words, vec![(9, 1), (8, 1), (7, 0)], &[(paris, 1), (new_york, 1), (paris, 4)]);
        let bytes = resources.write();
        let Some(back) = LexicalResources::read(&mut Input::new(&bytes)) else { panic!("it does not come back") };
        assert_eq!(back.clusters(word("paris")), Some(WordClusters { fine: 2, middle: 7, coarse: 0 }));
        assert_eq!(back.clusters(word("ferry")).map(|c| c.middle), Some(8));
        assert_eq!([paris, new_york, phrase(0, word("york"))].map(|p| back.lists(p)), [5, 1, 0]);
        assert_eq!(back.clusters(word("harbour")), None);
        assert!(LexicalResources::read(&mut Input::new(bytes.get(..bytes.len() - 3).unwrap_or_default())).is_none());
    }
}
