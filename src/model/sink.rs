//! Where the features of words go: the tagger adds up their weights, the trainer notes them.

use super::hash::Key;
use super::scores::EmissionScores;
use super::tagger::Tagger;

/// Takes the features of words, one word after another.
pub(crate) trait FeatureSink {
    /// What is emitted next is of the word at `at`.
    fn start_token(&mut self, at: usize);

    /// A feature: its kind and key.
    fn emit(&mut self, kind: u8, key: Key);

    /// The features that `emit_all` gives. They follow from `cause` alone: where that was met before, nothing needs to be emitted.
    fn emit_cached(&mut self, cause: u64, emit_all: impl FnOnce(&mut dyn FnMut(u8, Key)));
}

/// Hands on every feature.
#[cfg(feature = "train")]
pub(crate) struct FeatureVisitor<F> {
    at: usize,
    visit: F,
}

#[cfg(feature = "train")]
impl<F: FnMut(usize, u8, Key)> FeatureVisitor<F> {
    /// Gives `visit` the number of the word, and the feature's kind and key.
    pub(crate) fn new(visit: F) -> Self {
        Self { at: 0, visit }
    }
}

#[cfg(feature = "train")]
impl<F: FnMut(usize, u8, Key)> FeatureSink for FeatureVisitor<F> {
    fn start_token(&mut self, at: usize) {
        self.at = at;
    }

    fn emit(&mut self, kind: u8, key: Key) {
        (self.visit)(self.at, kind, key);
    }

    fn emit_cached(&mut self, _cause: u64, emit_all: impl FnOnce(&mut dyn FnMut(u8, Key))) {
        emit_all(&mut |kind, key| (self.visit)(self.at, kind, key));
    }
}

/// Adds up the weights of features.
pub(crate) struct EmissionSum<'m> {
    tagger: &'m Tagger,
    /// Of the word at hand: the features emitted one by one, and the scores of those emitted together.
    keys: Vec<Key>,
    scores: EmissionScores,
    at: usize,
    /// By the high bits of causes, mixed: one that was met, and its scores. The last one met stays.
    cache: Vec<(u64, EmissionScores)>,
}

/// Bits of a cause's slot in the cache.
const SLOT_BITS: u32 = 8;

impl<'m> EmissionSum<'m> {
    pub(crate) fn new(tagger: &'m Tagger) -> Self {
        let cache = vec![(u64::MAX, EmissionScores::default()); 1 << SLOT_BITS];
        Self { tagger, keys: Vec::with_capacity(64), scores: EmissionScores::default(), at: 0, cache }
    }

    /// Adds the weights of what `emit_all` emits of words to their scores in `emissions`.
    pub(crate) fn add(&mut self, emissions: &mut [EmissionScores], emit_all: impl FnOnce(&mut SumSink<'_, 'm>)) {
        let mut sink = SumSink { sum: self, emissions };
        emit_all(&mut sink);
        sink.end_token();
    }
}

/// An [`EmissionSum`] that takes features.
pub(crate) struct SumSink<'s, 'm> {
    sum: &'s mut EmissionSum<'m>,
    emissions: &'s mut [EmissionScores],
}

impl SumSink<'_, '_> {
    fn end_token(&mut self) {
        let EmissionSum { tagger, keys, scores, at, .. } = &mut *self.sum;
        if let Some(emission) = self.emissions.get_mut(*at) {
            emission.join(scores);
            tagger.add_all(keys, emission);
        }
        keys.clear();
        *scores = EmissionScores::default();
    }
}

impl FeatureSink for SumSink<'_, '_> {
    fn start_token(&mut self, at: usize) {
        self.end_token();
        self.sum.at = at;
    }

    fn emit(&mut self, _kind: u8, key: Key) {
        self.sum.keys.push(key);
    }

    fn emit_cached(&mut self, cause: u64, emit_all: impl FnOnce(&mut dyn FnMut(u8, Key))) {
        let EmissionSum { tagger, keys, scores, cache, .. } = &mut *self.sum;
        let slot = cause.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (64 - SLOT_BITS);
        let Some((known, cached)) = cache.get_mut(slot as usize) else { return };
        if *known != cause {
            let from = keys.len();
            emit_all(&mut |_, key| keys.push(key));
            *cached = EmissionScores::default();
            tagger.add_all(keys.get(from..).unwrap_or_default(), cached);
            keys.truncate(from);
            *known = cause;
        }
        scores.join(cached);
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
        /// What is emitted together counts as what is emitted one by one, however often it was met, and whatever took its slot since.
        #[test]
        fn groups_count_as_their_features(
            words in proptest::collection::vec((0u64..600, proptest::collection::vec(0u8..40, 0..9)), 1..60),
        ) {
            let tagger = tagger();
            let key = |n: u8| word(&n.to_string());
            // the features of a group follow from its cause
            let group = |cause: u64| (0..cause as u8 % 5).map(move |n| (cause as u8).wrapping_mul(11).wrapping_add(n * 7) % 40);
            let mut found = vec![EmissionScores::default(); words.len()];
            EmissionSum::new(&tagger).add(&mut found, |sink| {
                for (at, (cause, alone)) in words.iter().enumerate() {
                    sink.start_token(at);
                    sink.emit_cached(*cause, |each| group(*cause).for_each(|n| each(1, key(n))));
                    alone.iter().for_each(|&n| sink.emit(1, key(n)));
                }
            });
            for ((cause, alone), found) in words.iter().zip(found) {
                let keys: Vec<Key> = group(*cause).chain(alone.iter().copied()).map(key).collect();
                let mut wanted = EmissionScores::default();
                tagger.add_all(&keys, &mut wanted);
                prop_assert_eq!(found.by_part(), wanted.by_part());
            }
        }
    }
}
