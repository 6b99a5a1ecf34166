//! The body as comments are compared with it: its words and where each stands.

use super::input::{AlignmentInput, is_name, mentions_in};
use super::words::{Compared, words};
use crate::entity::ClusterId;
use crate::model::Key;
use crate::text::Span;
use std::collections::HashMap;

/// Places that a word has, at most, for it to lead to any.
const PLACES: usize = 64;

/// The words of the body, and where each stands.
pub(super) struct Body<'a> {
    pub(super) sentences: &'a [Span],
    /// All words, in order.
    pub(super) words: Vec<Compared>,
    /// For each sentence the first of its words, and at the end their number.
    firsts: Vec<usize>,
    /// Where each word stands, in `words`.
    places: HashMap<Key, Vec<u32>>,
    /// The sentences that each stem stands in.
    stems: HashMap<Key, Vec<u32>>,
    /// The sentences that name each cluster.
    names: HashMap<ClusterId, Vec<u32>>,
}

impl<'a> Body<'a> {
    /// Reads the body. Linear in it.
    pub(super) fn new(input: &AlignmentInput<'a>) -> Self {
        let mut body = Self {
            sentences: input.sentences,
            words: Vec::new(),
            firsts: Vec::with_capacity(input.sentences.len() + 1),
            places: HashMap::new(),
            stems: HashMap::new(),
            names: HashMap::new(),
        };
        for (number, &sentence) in input.sentences.iter().enumerate() {
            let number = number as u32;
            body.firsts.push(body.words.len());
            for word in words(input.text, sentence, input.language) {
                body.places.entry(word.exact).or_default().push(body.words.len() as u32);
                if let Some(stem) = word.stem {
                    add(body.stems.entry(stem).or_default(), number);
                }
                body.words.push(word);
            }
            for mention in mentions_in(input.mentions, sentence).filter(|m| is_name(m.kind)) {
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

    /// The words of the sentence with this number.
    pub(super) fn sentence_words(&self, number: u32) -> &[Compared] {
        let at = number as usize;
        let bounds = self.firsts.get(at).zip(self.firsts.get(at + 1));
        bounds.and_then(|(&from, &to)| self.words.get(from..to)).unwrap_or_default()
    }

    /// Whether a word stands in so many places that it leads to none.
    pub(super) fn is_everywhere(&self, exact: Key) -> bool {
        self.places.get(&exact).is_some_and(|places| places.len() > PLACES)
    }

    /// Where a word stands; nowhere if that is everywhere.
    pub(super) fn places_of(&self, exact: Key) -> &[u32] {
        rare(self.places.get(&exact))
    }

    /// The sentences that a stem stands in; none if many do.
    pub(super) fn sentences_of(&self, stem: Key) -> &[u32] {
        rare(self.stems.get(&stem))
    }

    /// The sentences that name what a cluster is; none if many do.
    pub(super) fn sentences_naming(&self, cluster: ClusterId) -> &[u32] {
        rare(self.names.get(&cluster))
    }

    /// What a word is worth that stands in so many sentences: the rarer, the more.
    pub(super) fn worth(&self, sentences: usize) -> f32 {
        ((self.sentences.len() + 1) as f32 / sentences.max(1) as f32).ln_1p()
    }
}

/// Adds the number of a sentence, once.
fn add(sentences: &mut Vec<u32>, number: u32) {
    if sentences.last() != Some(&number) {
        sentences.push(number);
    }
}

fn rare(places: Option<&Vec<u32>>) -> &[u32] {
    places.filter(|p| p.len() <= PLACES).map(Vec::as_slice).unwrap_or_default()
}
