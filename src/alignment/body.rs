//! The body as comments are compared with it: its words and names, and the sentences that have each.

use super::input::AlignmentInput;
use super::places::{PlacedWords, rare};
use super::words::words;
use crate::entity::ClusterId;
use crate::model::Key;
use crate::text::Span;
use std::collections::HashMap;

/// The words and names of the body, and where each stands.
pub(super) struct Body<'a> {
    pub(super) sentences: &'a [Span],
    pub(super) words: PlacedWords,
    /// For each sentence the first of its words, and at the end their number.
    firsts: Vec<usize>,
    /// The sentences that each stem stands in.
    stems: HashMap<Key, Vec<u32>>,
    /// The sentences that name each cluster.
    names: HashMap<ClusterId, Vec<u32>>,
}

impl<'a> Body<'a> {
    /// Reads the body. Linear in it.
    pub(super) fn new(input: &AlignmentInput<'a>) -> Self {
        let mut body = Self {
            sentences: input.body(),
            words: PlacedWords::default(),
            firsts: Vec::new(),
            stems: HashMap::new(),
            names: HashMap::new(),
        };
        for (number, &sentence) in body.sentences.iter().enumerate() {
            let number = number as u32;
            body.firsts.push(body.words.len());
            let words = words(input.text, sentence, input.language);
            for stem in words.iter().filter_map(|w| w.stem) {
                add(body.stems.entry(stem).or_default(), number);
            }
            body.words.extend(words);
            for mention in input.names_in(sentence) {
                add(body.names.entry(mention.cluster).or_default(), number);
            }
        }
        body.firsts.push(body.words.len());
        body
    }

    /// Whether the body names what `cluster` is.
    pub(super) fn names(&self, cluster: ClusterId) -> bool {
        self.names.contains_key(&cluster)
    }

    /// The stems of the sentence with this number.
    pub(super) fn stems_in(&self, number: u32) -> impl Iterator<Item = Key> {
        let at = number as usize;
        let bounds = self.firsts.get(at).zip(self.firsts.get(at + 1));
        let words = bounds.and_then(|(&from, &to)| self.words.get(from..to)).unwrap_or_default();
        words.iter().filter_map(|w| w.stem)
    }

    /// The sentences that a stem stands in, none if many do; and what it is worth.
    pub(super) fn with_stem(&self, stem: Key) -> (&[u32], f32) {
        let sentences = self.stems.get(&stem);
        (rare(sentences), self.worth(sentences))
    }

    /// The sentences that name what a cluster is, none if many do; and what that is worth.
    pub(super) fn naming(&self, cluster: ClusterId) -> (&[u32], f32) {
        let sentences = self.names.get(&cluster);
        (rare(sentences), self.worth(sentences))
    }

    /// What something is worth that stands in these sentences: the rarer, the more.
    fn worth(&self, sentences: Option<&Vec<u32>>) -> f32 {
        let count = sentences.map_or(1, Vec::len);
        ((self.sentences.len() + 1) as f32 / count as f32).ln_1p()
    }
}

/// Adds the number of a sentence, once.
fn add(sentences: &mut Vec<u32>, number: u32) {
    if sentences.last() != Some(&number) {
        sentences.push(number);
    }
}
