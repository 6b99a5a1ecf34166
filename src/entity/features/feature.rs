//! Kinds of features and their keys.

use crate::model::{Key, mix};

/// Kinds of features. A number never changes its meaning: trained weights are found by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Feature {
    /// The word in lower case, at a distance of up to two words.
    Word = 1,
    /// The word as written.
    Written,
    /// Its shape, at a distance of up to two words.
    Shape,
    /// Its first and last letters.
    Affix,
    /// Its clusters, at a distance of up to two words.
    Cluster = 6,
    /// What the word lists know it as.
    LexicalClass,
    /// Two or three neighbouring words.
    Pair,
    /// Neighbouring clusters.
    ClusterPair,
    /// Neighbouring shapes.
    ShapePair,
    /// Its sentence's capitals and its position in it.
    Sentence,
    /// A name of the gazetteer.
    Gazetteer,
    /// How the article writes it elsewhere.
    DocumentCase,
    /// What stands beside it elsewhere in the article.
    DocumentContext,
    /// What a first pass took it for elsewhere in the article.
    FirstPass,
}

/// Positions of a word as seen from the word that is tagged: bits for -2, -1, 0, 1 and 2.
pub(crate) type Positions = u8;
pub(crate) const HERE: Positions = 0b00100;
pub(crate) const BESIDE: Positions = 0b01110;
pub(crate) const NEAR: Positions = 0b11111;

/// The key of a feature: of its kind, of one of the templates of that kind (1 to 63), and of a value.
pub(crate) const fn feature_key(kind: Feature, template: Key, value: Key) -> Key {
    mix((kind as Key) << 6 | template, value)
}

/// The numbers of the bits that are set.
pub(crate) fn bits_of<T: Copy + Into<u64>>(set: Option<&T>) -> impl Iterator<Item = Key> + use<T> {
    let mut rest: u64 = set.map_or(0, |&s| s.into());
    std::iter::from_fn(move || {
        let bit = (rest != 0).then(|| rest.trailing_zeros())?;
        rest &= rest - 1;
        Some(bit)
    })
}
