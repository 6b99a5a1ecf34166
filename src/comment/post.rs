//! A reader's comment.

use crate::text::Span;
use serde::{Deserialize, Serialize};

/// One reader's comment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Comment {
    /// Who wrote it, as printed.
    pub author: Option<String>,
    /// When, as printed (`7 months`, `12 Sep 2025 at 10:30`).
    pub posted: Option<String>,
    /// When, ISO 8601, where the page says so or the article's date allows it.
    pub posted_iso: Option<String>,
    /// 0 for a comment on the article, 1 for a reply to one, and so on.
    pub depth: u16,
    /// Its message, in bytes of the article's text.
    pub span: Span,
}
