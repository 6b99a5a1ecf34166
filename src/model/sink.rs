//! Who is told the features of words: the tagger adds up their weights, the trainer notes them.

use super::hash::Key;
use super::scores::EmissionScores;
use super::tagger::Tagger;

/// Is told the features of words, one word after another.
pub(crate) trait FeatureSink {
    /// What is told next is of the word at `at`.
    fn start_token(&mut self, at: usize);

    /// A feature: its kind and key.
    fn emit(&mut self, kind: u8, key: Key);

    /// The features that `tell` tells. They follow from `cause` alone: where that was heard before, nothing needs to be told.
    fn emit_cached(&mut self, cause: u64, tell: impl FnOnce(&mut dyn FnMut(u8, Key)));
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
impl<F: FnMut(usize, u8, Key)> FeatureSink for Each<F> {
    fn start_token(&mut self, at: usize) {
        self.at = at;
    }

    fn emit(&mut self, kind: u8, key: Key) {
        (self.each)(self.at, kind, key);
    }

    fn emit_cached(&mut self, _cause: u64, tell: impl FnOnce(&mut dyn FnMut(u8, Key))) {
        tell(&mut |kind, key| (self.each)(self.at, kind, key));
    }
}

/// Adds up the weights of features.
pub(crate) struct Sum<'m> {
    tagger: &'m Tagger,
    /// Of the word that is told of: what was told one by one, and the points of what was told together.
    keys: Vec<Key>,
    points: EmissionScores,
    at: usize,
    /// By the high bits of causes, mixed: one that was heard, and what it is worth. The last one heard stays.
    heard: Vec<(u64, EmissionScores)>,
}

/// Bits of a cause's place among those that were heard.
const PLACE_BITS: u32 = 8;

impl<'m> Sum<'m> {
    pub(crate) fn new(tagger: &'m Tagger) -> Self {
        let heard = vec![(u64::MAX, EmissionScores::default()); 1 << PLACE_BITS];
        Self { tagger, keys: Vec::with_capacity(64), points: EmissionScores::default(), at: 0, heard }
    }

    /// Listens to `tell`, and adds what it tells of words to their points in `emissions`.
    pub(crate) fn add(&mut self, emissions: &mut [EmissionScores], tell: impl FnOnce(&mut Adding<'_, 'm>)) {
        let mut adding = Adding { sum: self, emissions };
        tell(&mut adding);
        adding.end();
    }
}

/// A [`Sum`] that listens.
pub(crate) struct Adding<'s, 'm> {
    sum: &'s mut Sum<'m>,
    emissions: &'s mut [EmissionScores],
}

impl Adding<'_, '_> {
    fn end(&mut self) {
        let Sum { tagger, keys, points, at, .. } = &mut *self.sum;
        if let Some(emission) = self.emissions.get_mut(*at) {
            emission.join(points);
            tagger.add_all(keys, emission);
        }
        keys.clear();
        *points = EmissionScores::default();
    }
}

impl FeatureSink for Adding<'_, '_> {
    fn start_token(&mut self, at: usize) {
        self.end();
        self.sum.at = at;
    }

    fn emit(&mut self, _kind: u8, key: Key) {
        self.sum.keys.push(key);
    }

    fn emit_cached(&mut self, cause: u64, tell: impl FnOnce(&mut dyn FnMut(u8, Key))) {
        let Sum { tagger, keys, points, heard, .. } = &mut *self.sum;
        let place = cause.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (64 - PLACE_BITS);
        let Some((known, worth)) = heard.get_mut(place as usize) else { return };
        if *known != cause {
            let from = keys.len();
            tell(&mut |_, key| keys.push(key));
            *worth = EmissionScores::default();
            tagger.add_all(keys.get(from..).unwrap_or_default(), worth);
            keys.truncate(from);
            *known = cause;
        }
        points.join(worth);
    }
}

#[cfg(test)]
mod tests {
    use super::super::bits::Input;
    use super::super::hash::word;
    use super::super::scores::COLUMNS;
    use super::super::tagger::write_tagger;
    use super::*;
    use proptest::prelude::*;

    /// A tagger that knows two of three features below 40.
    fn tagger() -> Tagger {
        let row = |n: u8| {
            std::array::from_fn::<i8, COLUMNS, _>(|column| {
                n.wrapping_mul(7).wrapping_add(column as u8 * 5).cast_signed()
            })
        };
        let rows: Vec<_> = (0..40u8).filter(|n| n % 3 > 0).map(|n| (word(&n.to_string()), row(n))).collect();
        let bytes = write_tagger(&rows, &[[Some(0); 17]; 18]);
        Tagger::read(&mut Input::new(&bytes)).unwrap_or_default()
    }

    proptest! {
        /// What is told together counts as what is told one by one, however often it was heard, and whatever took its place since.
        #[test]
        fn groups_count_as_their_features(
            words in proptest::collection::vec((0u64..600, proptest::collection::vec(0u8..40, 0..9)), 1..60),
        ) {
            let tagger = tagger();
            let key = |n: u8| word(&n.to_string());
            // the features of a group follow from its cause
            let group = |cause: u64| (0..cause as u8 % 5).map(move |n| (cause as u8).wrapping_mul(11).wrapping_add(n * 7) % 40);
            let mut found = vec![EmissionScores::default(); words.len()];
            Sum::new(&tagger).add(&mut found, |hears| {
                for (at, (reason, alone)) in words.iter().enumerate() {
                    hears.start_token(at);
                    hears.emit_cached(*reason, |each| group(*reason).for_each(|n| each(1, key(n))));
                    alone.iter().for_each(|&n| hears.emit(1, key(n)));
                }
            });
            for ((reason, alone), found) in words.iter().zip(found) {
                let keys: Vec<Key> = group(*reason).chain(alone.iter().copied()).map(key).collect();
                let mut wanted = EmissionScores::default();
                tagger.add_all(&keys, &mut wanted);
                prop_assert_eq!(found.parts(), wanted.parts());
            }
        }
    }
}
