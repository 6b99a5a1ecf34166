//! Passages found again in a text that may have changed.
//!
//! In: a text, and passages: their words, what stood around them, where they stood. Out: where each of them stands now and whether
//! it was moved or changed, or that it is gone. Nothing here knows what an annotation or a document is.
//!
//! 1. A passage that stands where it stood, between what it stood between, is settled by looking there.
//! 2. For the others the text is folded (case, quotation marks, white space) and its grams are listed, once for all of them, in linear time.
//! 3. The places of a passage's very words are those of its rarest gram that hold the rest.
//! 4. Without such a place, or with one in strange company, the windows of the text that hold most of the grams of words and context are
//!    compared by Myers' bit-parallel edit distance.
//! 5. Words, context and distance are weighed, and the best place is believed or not (`likeness`).
//!
//! Time is linear in the text and, for each passage, in the passage: however often its pieces stand in the text, a bounded number
//! of places is looked at.

mod alignment;
mod ascending;
mod batch;
mod folded;
mod grams;
mod likeness;
mod long;
mod order;
mod pattern;
mod search;
mod votes;

pub use batch::find;

use std::ops::Range;

/// A passage to find.
#[derive(Clone, Copy, Debug, Default)]
pub struct Passage<'a> {
    /// What stood before it.
    pub prefix: &'a str,
    /// Its words; without any it is not found.
    pub exact: &'a str,
    /// What stood after it.
    pub suffix: &'a str,
    /// The byte of the text at which it is remembered to begin.
    pub at: Option<usize>,
}

/// Where a passage stands now, in bytes of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// Its words stand where they stood, as far as the other passages tell: what was put in or taken out before all of them moves none.
    Exact(Range<usize>),
    /// Its words stand elsewhere.
    Moved(Range<usize>),
    /// Other words stand in its place.
    Changed(Range<usize>),
    /// It is nowhere.
    Gone,
}

impl Found {
    /// The place.
    #[must_use]
    pub fn range(&self) -> Option<Range<usize>> {
        match self {
            Self::Exact(range) | Self::Moved(range) | Self::Changed(range) => Some(range.clone()),
            Self::Gone => None,
        }
    }
}
