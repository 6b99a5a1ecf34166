//! A thread as it stands in a page, before its text joins the article's.

use std::ops::Range;

/// A thread.
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
    /// Its text, folded, paragraphs separated by `\n`.
    pub(crate) text: String,
}
