//! Brings article and thread together.

use super::post::Comment;
use super::thread::{RawComment, Thread};
use super::{plain, posted, thread};
use crate::article::{Article, Block, BlockKind, Extracted, extract};
use crate::options::Options;
use crate::snapshot::{Snapshot, Source};
use crate::text::{Span, lines};

/// An article shorter than this, in bytes, may be what a page says beside a thread.
const LITTLE: usize = 250;

/// The article of a page and the thread below it. Where no article stands above the thread, as on a forum's page, its first post
/// is the article. Plain text is split by [`attach`].
pub(crate) fn article_and_thread(snapshot: &Snapshot, options: &Options) -> (Article, Thread) {
    if snapshot.source == Source::PlainText {
        return (extract(snapshot, &[], options).article, Thread::default());
    }
    let mut thread = thread::thread_in(snapshot);
    if thread.comments.is_empty() {
        thread = thread::stated_thread(snapshot);
    }
    let Extracted { article, start } = extract(snapshot, &thread.nodes, options);
    let Some(first) = thread.comments.first() else { return (article, thread) };
    let body: usize = article.blocks.iter().filter(|b| b.kind != BlockKind::Title).map(|b| b.span.len()).sum();
    let below = start.is_none_or(|at| at > first.nodes.start) && body < first.text.len() * 4;
    let is_headed = thread.headed && body > 0;
    if is_headed || !(below || (body < LITTLE && body < first.text.len())) {
        return (article, thread);
    }
    let others = thread.clone().without_first();
    let lifted = extract(snapshot, &others.nodes, options);
    let holds = lifted.article.text.len() >= article.text.len() + first.text.len() / 2;
    if !holds {
        return (article, thread);
    }
    let mut article = lifted.article;
    let metadata = &mut article.metadata;
    metadata.byline = first.author.clone().or(metadata.byline.take());
    metadata.published = metadata.published.take().or_else(|| first.posted_iso.clone());
    (article, others)
}

/// Gives the article its comments: from HTML the thread's text is put after the article's; in plain text the lines of the
/// thread are taken out of the blocks (their headers become [`crate::BlockKind::Other`]) and no byte of the text changes.
pub(crate) fn attach(article: &mut Article, thread: Thread) -> Vec<Comment> {
    if article.verbatim { split(article) } else { append(article, thread) }
}

/// Takes the thread at the end of a pasted text out of its blocks.
fn split(article: &mut Article) -> Vec<Comment> {
    let lines = lines(&article.text);
    let Some(found) = plain::thread_in(&article.text, &lines) else { return Vec::new() };
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

/// Puts the thread's messages after the article's text.
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
