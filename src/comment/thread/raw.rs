//! A thread as it stands in a page, before its text joins the article's.

use std::ops::Range;

/// A thread.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Thread {
    /// Node ranges that the thread takes up (HTML), comment form and pager included; the article leaves them out.
    pub(crate) nodes: Vec<Range<usize>>,
    /// Whether a heading such as “12 comments” stands above it.
    pub(crate) headed: bool,
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
    /// Its nodes.
    pub(crate) nodes: Range<usize>,
}

impl Thread {
    /// The thread without its first post, which is what the others answer; its nodes are the article's then.
    pub(crate) fn without_first(mut self) -> Self {
        if self.comments.is_empty() {
            return self;
        }
        let first = self.comments.remove(0).nodes;
        let parts = |n: Range<usize>| [n.start..n.end.min(first.start), n.start.max(first.end)..n.end];
        self.nodes = self.nodes.into_iter().flat_map(parts).filter(|n| !n.is_empty()).collect();
        // what answers the first post stands on the first level
        if self.comments.iter().all(|c| c.depth > 0) {
            self.comments.iter_mut().for_each(|c| c.depth -= 1);
        }
        self
    }
}
