//! What a tag or a note is given to.

use postil::Span;

/// What a tag or a note is given to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Subject {
    /// Words that are not the reader's yet.
    Passage(Span),
    /// One of the reader's passages.
    Note(String),
    /// The whole article.
    Article,
}
