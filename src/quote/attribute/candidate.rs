//! Somebody who may have said a quote.

use super::features::Features;
use crate::quote::clause::Phrase;
use crate::text::Span;

/// Where a candidate stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Group {
    /// In the quote's own sentence.
    Own,
    /// In the sentence that a quote over several paragraphs began in.
    Opening,
    /// In the sentence before.
    Before,
    /// In the sentence after.
    After,
    /// Spoke last, or the one before that, sentences ago.
    Last(u8),
    /// Nobody is named.
    Nobody,
}

impl Group {
    /// A number for it.
    pub(crate) fn code(self) -> u32 {
        match self {
            // where a quote begins says as much as where it stands
            Self::Own | Self::Opening => 1,
            Self::Before => 3,
            Self::After => 4,
            Self::Nobody => 5,
            Self::Last(rank) => 6 + u32::from(rank),
        }
    }
}

/// Somebody who may have said a quote.
#[derive(Clone, Debug)]
pub(crate) struct Candidate {
    /// Where they were found.
    pub(crate) group: Group,
    /// Their words; `None` for nobody.
    pub(crate) phrase: Option<Phrase>,
    /// What those are, as a number.
    pub(crate) nature: u32,
    /// The reporting words that the phrase hangs on.
    pub(crate) cue: Option<Span>,
    /// Index of the paragraph that the phrase stands in.
    pub(crate) paragraph: usize,
    /// What is seen of them.
    pub(crate) features: Features,
}

/// Whoever spoke last in one place.
#[derive(Clone, Copy, Debug)]
pub(crate) struct RecentSpeaker {
    /// Their words.
    pub(crate) phrase: Phrase,
    /// The head of the phrase that was chosen, where more words than that are shown.
    pub(crate) chosen: Span,
    /// The paragraph that they spoke in last.
    pub(crate) paragraph: usize,
    /// The number of the sentence that they spoke in last.
    pub(crate) sentence: usize,
    /// The paragraph that the phrase stands in.
    pub(crate) origin: usize,
}
