//! The readers' comments below an article.

mod depth;
mod furniture;
mod header;
mod heading;
mod item;
mod mark;
mod name;
mod plain;
mod posted;
mod thread;
mod word;

use crate::article::{Article, Block, BlockKind};
use crate::snapshot::{Snapshot, Source};
use crate::text::{Span, lines};
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
    match snapshot.source {
        Source::Html => thread::find(snapshot),
        Source::PlainText => Thread::default(),
    }
}

/// Gives the article its comments: from HTML the thread's text is put behind the article's; in plain text the lines of the
/// thread are taken out of the blocks (their headers become [`crate::BlockKind::Other`]) and no byte of the text changes.
pub(crate) fn attach(article: &mut Article, thread: Thread) -> Vec<Comment> {
    if article.verbatim { split(article) } else { append(article, thread) }
}

/// Takes the thread at the end of a pasted text out of its blocks.
fn split(article: &mut Article) -> Vec<Comment> {
    let lines = lines(&article.text);
    let Some(found) = plain::find(&article.text, &lines) else { return Vec::new() };
    let Some(start) = lines.get(found.first).map(|l| l.span.start) else { return Vec::new() };
    // a block of several lines may reach into the thread
    article.blocks.retain(|b| b.span.start < start);
    if let Some(last) = article.blocks.last_mut().filter(|b| b.span.end > start) {
        last.span = Span::new(last.span.start, start).trim(&article.text);
    }
    let mut messages = found.comments.iter().map(|c| c.span).peekable();
    for line in lines.iter().skip(found.first) {
        while messages.next_if(|m| m.end <= line.span.start).is_some() {}
        // what is left of the line beside the message that shares it
        let rest = match messages.peek() {
            Some(m) if m.overlaps(line.span) => Span::new(line.span.start, m.start.max(line.span.start)),
            _ => line.span,
        };
        let rest = rest.trim(&article.text);
        if !rest.is_empty() {
            article.blocks.push(Block { kind: BlockKind::Other, span: rest, level: 0 });
        }
    }
    found.comments
}

/// Puts the thread's messages behind the article's text.
fn append(article: &mut Article, thread: Thread) -> Vec<Comment> {
    let mut comments = Vec::with_capacity(thread.comments.len());
    for raw in thread.comments {
        if !article.text.is_empty() {
            article.text.push_str("\n\n");
        }
        let start = article.text.len();
        article.text.push_str(&raw.text);
        let span = Span::new(start, article.text.len());
        let RawComment { author, posted, posted_iso, depth, .. } = raw;
        comments.push(Comment { author, posted, posted_iso, depth, span });
    }
    posted::resolve(&mut comments, article.metadata.language.as_deref());
    comments
}
