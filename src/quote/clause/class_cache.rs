//! The classes of an article's words, found out once for all words that are written alike.

use super::class::{Class, word_class};
use crate::entity::FeatureExtractor;
use crate::language::Clauses;
use crate::text::Span;

/// The class of a word as it is written, and what it is where its place does not explain its capital.
pub(super) type ClassPair = [Class; 2];

/// The classes of words.
pub(super) struct ClassCache<'e> {
    text: &'e str,
    extractor: &'e FeatureExtractor<'e>,
    clauses: &'static Clauses,
    /// By the forms of `extractor`.
    by_form: Vec<Option<ClassPair>>,
    /// The word of `extractor` that was asked for last.
    last: usize,
}

impl<'e> ClassCache<'e> {
    /// None known yet.
    pub(super) fn new(text: &'e str, extractor: &'e FeatureExtractor<'e>, clauses: &'static Clauses) -> Self {
        Self { text, extractor, clauses, by_form: vec![None; extractor.tokens.forms.len()], last: 0 }
    }

    /// Those of the word at `span`, which stands in the sentence with this index.
    pub(super) fn classes(&mut self, span: Span, sentence: usize) -> ClassPair {
        let words = &self.extractor.tokens;
        let within = words.sentences.get(sentence).map(|l| l.words.clone()).unwrap_or_default();
        let from = if within.contains(&self.last) { self.last } else { within.start };
        let at = (from..within.end).find(|&at| words.word(at).is_some_and(|w| w.span.end >= span.end));
        self.last = at.unwrap_or(from);
        let word = at.and_then(|at| words.word(at)).filter(|w| w.span == span);
        let found = || class_pair(span.str(self.text), self.clauses);
        match word.and_then(|w| self.by_form.get_mut(w.form)) {
            Some(slot) => *slot.get_or_insert_with(found),
            None => found(),
        }
    }
}

fn class_pair(word: &str, clauses: &Clauses) -> ClassPair {
    let lower = word.to_lowercase();
    [false, true].map(|capital| match word_class(&lower, capital, clauses) {
        Class::Word if word.starts_with(char::is_uppercase) => Class::Name,
        found => found,
    })
}
