//! Features by number: keys of 32 bits are many and far apart, weights lie side by side.

use crate::crf::Sentence;
use crate::tagger::Text;
use postil::train::Example;
use std::collections::HashMap;

/// The features that get weights.
#[derive(Default)]
pub(crate) struct Index {
    numbers: HashMap<u32, u32>,
    /// The key of each feature.
    pub(crate) keys: Vec<u32>,
    /// The kind of each feature.
    pub(crate) kinds: Vec<u8>,
}

/// Kinds of features that depend on a first pass, of names and of reports.
pub(crate) const EVIDENCE: [u8; 2] = [15, 19];

impl Index {
    /// Numbers the features that occur `least` times or more in the texts, each of which counts so often; those of kinds in the set
    /// `without` are left out. The features of a first pass are numbered whenever they are met.
    pub(crate) fn new<'t>(texts: impl Iterator<Item = (&'t dyn Text, u32)>, least: u32, without: u32) -> Self {
        let mut counts: HashMap<u32, (u32, u8)> = HashMap::new();
        for (text, count) in texts {
            for example in text.examples(None) {
                for &(kind, key) in example.features.iter().flatten() {
                    if without & (1 << kind) == 0 {
                        counts.entry(key).or_insert((0, kind)).0 += count;
                    }
                }
            }
        }
        let kept = counts.into_iter().filter(|c| c.1.0 >= least).map(|(key, (_, kind))| (key, kind));
        let mut kept: Vec<(u32, u8)> = kept.collect();
        kept.sort_unstable();
        let mut index = Self::default();
        for (key, kind) in kept {
            index.add(key, kind);
        }
        index
    }

    pub(crate) fn add(&mut self, key: u32, kind: u8) -> u32 {
        *self.numbers.entry(key).or_insert_with(|| {
            self.keys.push(key);
            self.kinds.push(kind);
            self.keys.len() as u32 - 1
        })
    }

    /// The sentences of `examples` as numbers; `grow` says whether features of a first pass that are new get one.
    pub(crate) fn sentences(&mut self, examples: Vec<Example>, grow: bool) -> Vec<Sentence> {
        let mut sentences = Vec::with_capacity(examples.len());
        for example in examples {
            let mut sentence = Sentence { labels: example.labels, weight: 1.0, ..Sentence::default() };
            for features in &example.features {
                for &(kind, key) in features {
                    if grow && EVIDENCE.contains(&kind) {
                        sentence.features.push(self.add(key, kind));
                    } else if let Some(&number) = self.numbers.get(&key) {
                        sentence.features.push(number);
                    }
                }
                sentence.ends.push(sentence.features.len() as u32);
            }
            sentences.push(sentence);
        }
        sentences
    }
}
