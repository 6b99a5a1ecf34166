//! What is found of an article in a snapshot.

use super::contents::Article;

/// An article, and where its body stands.
pub(crate) struct Extracted {
    pub(crate) article: Article,
    /// The first node of the body's first sentence (HTML).
    pub(crate) start: Option<usize>,
}
