//! Passages as a reader marks them, and where they are found.
#![allow(dead_code, reason = "each test crate uses some of it")]

pub(crate) mod invented;

use postil_anchor::{Found, Passage, find};

/// Context kept on each side, in characters.
const CONTEXT: usize = 32;

/// Passages that were marked in a text.
#[derive(Default)]
pub(crate) struct Marked {
    passages: Vec<(String, String, String, usize)>,
}

impl Marked {
    /// Marks the bytes `start..end` of `text`.
    pub(crate) fn mark(&mut self, text: &str, start: usize, end: usize) {
        let before: Vec<char> = text[..start].chars().rev().take(CONTEXT).collect();
        let after = text[end..].chars().take(CONTEXT).collect();
        let prefix = before.into_iter().rev().collect();
        self.passages.push((prefix, text[start..end].to_owned(), after, text[..start].chars().count()));
    }

    /// Marks the `nth` place of `words`.
    pub(crate) fn mark_words(&mut self, text: &str, words: &str, nth: usize) {
        let (start, _) = text.match_indices(words).nth(nth).expect(words);
        self.mark(text, start, start + words.len());
    }

    /// Finds all of them in another text.
    pub(crate) fn find(&self, text: &str) -> Vec<Found> {
        let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
        let passages: Vec<Passage<'_>> = self
            .passages
            .iter()
            .map(|(prefix, exact, suffix, at)| {
                let at = starts.get(*at).copied().unwrap_or(text.len());
                Passage { prefix, exact, suffix, at: Some(at) }
            })
            .collect();
        find(text, &passages)
    }
}

/// Where the `nth` place of `words` in `old` is found in `new`.
pub(crate) fn found(old: &str, words: &str, nth: usize, new: &str) -> Found {
    let mut marked = Marked::default();
    marked.mark_words(old, words, nth);
    marked.find(new).remove(0)
}
