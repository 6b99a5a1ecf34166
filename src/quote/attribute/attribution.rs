//! Who speaks in a quoted span.

use crate::quote::clause::Phrase;
use crate::text::Span;

/// Who speaks in one quoted span, and whether anybody does.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Attribution {
    /// Its speaker.
    pub(crate) phrase: Option<Phrase>,
    /// The head of the phrase that was chosen, where more words than that are shown.
    pub(crate) chosen: Span,
    /// Its reporting word.
    pub(crate) cue: Option<Span>,
    /// How likely this speaker is, 0 to 1.
    pub(crate) confidence: f32,
    /// Index of the paragraph that the speaker's phrase stands in.
    pub(crate) paragraph: usize,
    /// Whether its sentence is nothing but quotes.
    pub(crate) alone: bool,
    /// How likely it is speech, 0 to 1; unknown of quotes inside of quotes.
    pub(crate) speech: Option<f32>,
}
