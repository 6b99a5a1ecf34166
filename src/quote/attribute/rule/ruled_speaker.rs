//! Whom the rules take for the speaker of a quote.

use crate::quote::clause::Phrase;
use crate::text::Span;

/// Who may have said a quote, and by which words the text says so.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct RuledSpeaker {
    /// The speaker's phrase.
    pub(crate) phrase: Phrase,
    /// The reporting word.
    pub(crate) cue: Option<Span>,
    /// How sure that is, 0 to 1.
    pub(crate) confidence: f32,
}
