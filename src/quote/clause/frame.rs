//! A sentence as a reporter wrote it, each quote in it folded into one item.

use super::class::Class;
use crate::text::Span;

/// A word, a mark or a whole quote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Item {
    /// Where it is, in bytes.
    pub(crate) span: Span,
    /// What it is.
    pub(crate) class: Class,
    /// Indices of the sentences that it begins and ends in, before quotes were folded.
    pub(super) sentences: (usize, usize),
}

/// One sentence of a paragraph, or of the inside of a quote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Frame {
    /// Its number among all sentences, those that are not kept included.
    pub(crate) number: usize,
    /// Index of its paragraph.
    pub(crate) paragraph: usize,
    /// The quote whose words these are; `None` for the reporter's (or the commenter's) own.
    pub(crate) owner: Option<usize>,
    /// Its words, marks and quotes, in order.
    pub(crate) items: Vec<Item>,
}

/// What the item at `at` is.
pub(super) fn class_at(items: &[Item], at: usize) -> Option<Class> {
    items.get(at).map(|i| i.class)
}

/// Whether the full stop at `at` belongs to an abbreviation inside a name.
pub(super) fn is_abbreviation_stop(items: &[Item], at: usize) -> bool {
    let Some((before, stop)) = at.checked_sub(1).and_then(|b| items.get(b)).zip(items.get(at)) else {
        return false;
    };
    before.class == Class::Name && before.span.end == stop.span.start && before.span.len() <= 5
}
