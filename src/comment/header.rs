//! What the header of a comment says.

use crate::text::Span;

/// What one line says of a comment. Spans are in bytes of the whole text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Header {
    pub(super) author: Option<Span>,
    pub(super) posted: Option<Span>,
    /// How sure the date is, 0 to 3 ([`PrintedDate::weight`](crate::date::PrintedDate::weight)).
    pub(super) weight: u8,
    /// The date stands before the name.
    pub(super) date_first: bool,
    /// `#3`, `2.1.`: how many numbers; 0 for none.
    pub(super) numbers: usize,
    /// Arrows and bars before it.
    pub(super) marks: usize,
    /// “says”, “wrote”, “posted by”.
    pub(super) said: bool,
    /// An avatar's text alternative before the name.
    pub(super) avatar: bool,
    /// The line says that it is an answer (“Reply by”).
    pub(super) answer: bool,
    /// Whom it answers.
    pub(super) reply_to: Option<Span>,
    /// The line ends with a colon.
    pub(super) colon: bool,
}
