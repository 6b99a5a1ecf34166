//! Who is told the features of words: the tagger adds up their weights, the trainer notes them.

use super::hash::Key;
use super::points::Points;
use super::tagger::Tagger;

/// Is told the features of words, one word after another.
pub(crate) trait Hear {
    /// What is told next is of the word at `at`.
    fn turn(&mut self, at: usize);

    /// A feature: its kind and key.
    fn hear(&mut self, kind: u8, key: Key);

    /// The features that `tell` tells. They follow from `cause` alone: where that was heard before, nothing needs to be told.
    fn hear_all(&mut self, cause: u64, tell: impl FnOnce(&mut dyn FnMut(u8, Key)));
}

/// Hands on every feature.
#[cfg(feature = "train")]
pub(crate) struct Each<F> {
    at: usize,
    each: F,
}

#[cfg(feature = "train")]
impl<F: FnMut(usize, u8, Key)> Each<F> {
    /// Gives `each` the number of the word, and the feature's kind and key.
    pub(crate) fn new(each: F) -> Self {
        Self { at: 0, each }
    }
}

#[cfg(feature = "train")]
impl<F: FnMut(usize, u8, Key)> Hear for Each<F> {
    fn turn(&mut self, at: usize) {
        self.at = at;
    }

    fn hear(&mut self, kind: u8, key: Key) {
        (self.each)(self.at, kind, key);
    }

    fn hear_all(&mut self, _cause: u64, tell: impl FnOnce(&mut dyn FnMut(u8, Key))) {
        tell(&mut |kind, key| (self.each)(self.at, kind, key));
    }
}

/// Adds up the weights of features.
pub(crate) struct Sum<'m> {
    tagger: &'m Tagger,
    /// Of the word that is told of: what was told one by one, and the points of what was told together.
    keys: Vec<Key>,
    points: Points,
    at: usize,
    /// By the high bits of causes, mixed: one that was heard, and what it is worth. The last one heard stays.
    heard: Vec<(u64, Points)>,
}

/// Bits of a cause's place among those that were heard.
const PLACE_BITS: u32 = 8;

impl<'m> Sum<'m> {
    pub(crate) fn new(tagger: &'m Tagger) -> Self {
        let heard = vec![(u64::MAX, Points::default()); 1 << PLACE_BITS];
        Self { tagger, keys: Vec::with_capacity(64), points: Points::default(), at: 0, heard }
    }

    /// Listens to `tell`, and adds what it tells of words to their points in `emissions`.
    pub(crate) fn add(&mut self, emissions: &mut [Points], tell: impl FnOnce(&mut Adding<'_, 'm>)) {
        let mut adding = Adding { sum: self, emissions };
        tell(&mut adding);
        adding.end();
    }
}

/// A [`Sum`] that listens.
pub(crate) struct Adding<'s, 'm> {
    sum: &'s mut Sum<'m>,
    emissions: &'s mut [Points],
}

impl Adding<'_, '_> {
    fn end(&mut self) {
        let Sum { tagger, keys, points, at, .. } = &mut *self.sum;
        if let Some(emission) = self.emissions.get_mut(*at) {
            emission.join(points);
            tagger.add_all(keys, emission);
        }
        keys.clear();
        *points = Points::default();
    }
}

impl Hear for Adding<'_, '_> {
    fn turn(&mut self, at: usize) {
        self.end();
        self.sum.at = at;
    }

    fn hear(&mut self, _kind: u8, key: Key) {
        self.sum.keys.push(key);
    }

    fn hear_all(&mut self, cause: u64, tell: impl FnOnce(&mut dyn FnMut(u8, Key))) {
        let Sum { tagger, keys, points, heard, .. } = &mut *self.sum;
        let place = cause.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (64 - PLACE_BITS);
        let Some((known, worth)) = heard.get_mut(place as usize) else { return };
        if *known != cause {
            let from = keys.len();
            tell(&mut |_, key| keys.push(key));
            *worth = Points::default();
            tagger.add_all(keys.get(from..).unwrap_or_default(), worth);
            keys.truncate(from);
            *known = cause;
        }
        points.join(worth);
    }
}
