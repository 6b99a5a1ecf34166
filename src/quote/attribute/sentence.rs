//! A sentence as the stage of its quotes: who is named in it, who it is about, and what the rules make of it.

use crate::quote::attribute::rule::{Candidate, Site, best, closing, first_subject};
use crate::quote::clause::chunk::{Chunk, antecedent, chunks};
use crate::quote::clause::class::Class;
use crate::quote::clause::frame::Frame;
use crate::quote::clause::phrase::Phrase;
use crate::text::Span;

/// A sentence with what is asked of it again and again.
#[derive(Debug)]
pub(crate) struct Scene<'f> {
    /// The sentence.
    pub(crate) frame: &'f Frame,
    /// Its noun phrases.
    pub(crate) chunks: Vec<Chunk>,
    /// The item and the index of each quote in it.
    pub(crate) quotes: Vec<(usize, usize)>,
    /// Whom it is about.
    pub(crate) subject: Option<Span>,
    /// Who reports at its end (“…, Roe said.”).
    pub(crate) closing: Option<Span>,
    /// Whether it is nothing but quotes.
    pub(crate) alone: bool,
}

/// Items before and behind a quote that tell its speaker, at most: with them, a sentence of a thousand quotes costs no more
/// than a thousand sentences.
const REACH: usize = 120;

impl<'f> Scene<'f> {
    /// Reads `frame`. Linear in it.
    pub(crate) fn new(text: &str, frame: &'f Frame) -> Self {
        let items = frame.items.as_slice();
        let quotes = items.iter().enumerate().filter_map(|(at, item)| match item.class {
            Class::Quote(index) => Some((at, index)),
            _ => None,
        });
        let head = items.get(..items.len().min(REACH)).unwrap_or_default();
        let site = Site { text, items, at: items.len(), low: 0, high: items.len(), inner: Span::default() };
        Self {
            frame,
            chunks: chunks(text, frame),
            quotes: quotes.collect(),
            subject: first_subject(head, head.len()).map(|p| p.head),
            closing: closing(&site).map(|p| p.head),
            alone: items.iter().all(|i| matches!(i.class, Class::Quote(_) | Class::Stop(_))),
        }
    }

    /// Whether the phrase is a “who” behind the phrase that it means.
    pub(crate) fn is_meant(&self, chunk: &Chunk) -> bool {
        let at = chunk.phrase.first;
        let who = self.frame.items.get(at).is_some_and(|i| i.class == Class::Relative);
        who && antecedent(&self.frame.items, &self.chunks, at).is_some()
    }

    /// What the rules say of the quote that is the `number`th of the sentence; their phrase counts items of the whole sentence.
    pub(crate) fn verdict(&self, text: &str, number: usize, inner: Span) -> Option<Candidate> {
        let &(at, _) = self.quotes.get(number)?;
        let items = self.frame.items.as_slice();
        let low = number.checked_sub(1).and_then(|n| self.quotes.get(n)).map_or(0, |q| q.0 + 1);
        let high = self.quotes.get(number + 1).map_or(items.len(), |q| q.0).min(at + REACH);
        let from = at.saturating_sub(REACH);
        let near = items.get(from..high).unwrap_or_default();
        let site = Site { text, items: near, at: at - from, low: low.saturating_sub(from), high: high - from, inner };
        let found = best(&site)?;
        let phrase = Phrase { first: found.phrase.first + from, end: found.phrase.end + from, ..found.phrase };
        Some(Candidate { phrase, ..found })
    }
}
