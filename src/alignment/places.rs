//! Words in their order, and where each stands.

use super::words::Compared;
use crate::model::Key;
use crate::text::Span;
use std::collections::HashMap;
use std::ops::Range;

/// Places that something has, at most, for it to lead to any: what stands everywhere leads nowhere, and would take quadratic time.
const PLACES: usize = 64;

/// Words in their order, and where each stands.
#[derive(Default)]
pub(super) struct PlacedWords {
    words: Vec<Compared>,
    places: HashMap<Key, Vec<u32>>,
}

impl PlacedWords {
    /// Puts further words behind those that are there.
    pub(super) fn extend(&mut self, words: Vec<Compared>) {
        for word in words {
            self.places.entry(word.exact).or_default().push(self.words.len() as u32);
            self.words.push(word);
        }
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.words.len()
    }

    /// Those in a range.
    pub(super) fn get(&self, range: Range<usize>) -> Option<&[Compared]> {
        self.words.get(range)
    }

    /// Where a word stands; nowhere if that is everywhere.
    pub(super) fn of(&self, exact: Key) -> &[u32] {
        rare(self.places.get(&exact))
    }

    /// Whether a word stands in so many places that it leads to none.
    pub(super) fn is_everywhere(&self, exact: Key) -> bool {
        self.places.get(&exact).is_some_and(|places| places.len() > PLACES)
    }

    /// From the first of the words in `range` to the last, in bytes.
    pub(super) fn span(&self, range: &Range<usize>) -> Option<Span> {
        let words = self.words.get(range.clone())?;
        Some(Span::new(words.first()?.span.start, words.last()?.span.end))
    }
}

/// Few places; none of what has many.
pub(super) fn rare(places: Option<&Vec<u32>>) -> &[u32] {
    places.filter(|p| p.len() <= PLACES).map(Vec::as_slice).unwrap_or_default()
}
