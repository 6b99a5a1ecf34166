//! The readers' comments below an article.

use crate::article::Article;
use crate::snapshot::Snapshot;
use crate::text::Span;
use serde::{Deserialize, Serialize};
use std::ops::Range;

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

/// A thread as it stands in a snapshot, before its text joins the article's.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Thread {
    /// Node ranges that the thread takes up (HTML), comment form and pager included; the article leaves them out.
    pub(crate) nodes: Vec<Range<usize>>,
    /// Its comments in page order.
    pub(crate) comments: Vec<RawComment>,
}

/// A comment as found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct RawComment {
    pub(crate) author: Option<String>,
    pub(crate) posted: Option<String>,
    pub(crate) posted_iso: Option<String>,
    pub(crate) depth: u16,
    /// Its text, folded, paragraphs parted by `\n`.
    pub(crate) text: String,
}

/// Finds the thread in an HTML snapshot; plain text is split by [`attach`].
pub(crate) fn find(snapshot: &Snapshot) -> Thread {
    let _ = snapshot;
    Thread::default()
}

/// Gives the article its comments: from HTML the thread's text is put behind the article's; in plain text the lines of the
/// thread are taken out of the blocks (their headers become [`crate::BlockKind::Other`]) and no byte of the text changes.
pub(crate) fn attach(article: &mut Article, thread: Thread) -> Vec<Comment> {
    let _ = (article, thread);
    Vec::new()
}
