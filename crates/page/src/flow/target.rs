//! A thing in the article that a row, a card or a key can mean.

use super::layer::Layer;
use postil::MentionId;

/// A thing in the article that a row, a card or a key can mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Target {
    /// A quote, by index.
    Quote(usize),
    /// A mention.
    Mention(MentionId),
    /// A comment, by index.
    Comment(usize),
    /// One of the reader's passages, by id.
    Note(String),
}

impl Target {
    /// The layer that shows it.
    pub(crate) fn layer(&self) -> Layer {
        match self {
            Self::Quote(_) => Layer::Quotes,
            Self::Mention(_) => Layer::Names,
            Self::Comment(_) => Layer::Comments,
            Self::Note(_) => Layer::Notes,
        }
    }
}
