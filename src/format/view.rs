//! What a format writes out.

use crate::alignment::CommentAnswers;
use crate::article::{Article, BlockKind};
use crate::comment::Comment;
use crate::entity::{Cluster, ClusterId, Mention};
use crate::quote::{Quote, Voice, voices};
use crate::text::Span;
use serde::Serialize;

/// The parts of an article's one text. Spans count as those of the analysis do.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Parts {
    /// The headline, where the text has one.
    pub title: Option<Span>,
    /// From the first block after the headline to the last one before the comments.
    pub body: Option<Span>,
    /// Each comment's message.
    pub comments: Vec<Span>,
}

/// What was found in one article, borrowed: what the formats write out. Every span is in bytes of `article.text`.
#[derive(Clone, Copy, Debug)]
pub struct AnalysisView<'a> {
    /// The text, its blocks and its metadata.
    pub article: &'a Article,
    /// The readers' comments.
    pub comments: &'a [Comment],
    /// Names, dates and amounts, in order.
    pub mentions: &'a [Mention],
    /// Which mentions are the same thing.
    pub clusters: &'a [Cluster],
    /// Quotes, ordered by start.
    pub quotes: &'a [Quote],
    /// What each comment answers, in the order of `comments`.
    pub answers: &'a [CommentAnswers],
}

impl<'a> AnalysisView<'a> {
    /// Which parts the one text has.
    #[must_use]
    pub fn parts(&self) -> Parts {
        let comments: Vec<Span> = self.comments.iter().map(|c| c.span).collect();
        let thread = comments.iter().map(|c| c.start).min().unwrap_or(usize::MAX);
        // in plain text the lines that head comments are blocks, too
        let mut body = self.article.blocks.iter().filter(|b| b.kind != BlockKind::Title && b.span.end <= thread);
        let body = body.next().map(|first| Span::new(first.span.start, body.next_back().unwrap_or(first).span.end));
        Parts { title: self.article.title().map(|b| b.span), body, comments }
    }

    /// The headline: as the metadata give it, else as the text does.
    #[must_use]
    pub fn title(&self) -> Option<&'a str> {
        let printed = || self.article.title().map(|b| b.span.str(&self.article.text));
        self.article.metadata.title.as_deref().or_else(printed)
    }

    /// Whom a quote is attributed to: the full name where the speaker is known by one, else the words beside the quote.
    #[must_use]
    pub fn speaker(&self, quote: &Quote) -> Option<&'a str> {
        let speaker = quote.speaker?;
        let named = speaker.cluster.and_then(|c| c.of(self.clusters)).map(|c| c.name.as_str());
        Some(named.unwrap_or_else(|| speaker.span.str(&self.article.text)))
    }

    /// The clusters that the words of `quote` mention, in order, each once.
    #[must_use]
    pub fn about(&self, quote: &Quote) -> Vec<ClusterId> {
        let first = self.mentions.partition_point(|m| m.span.start < quote.span.start);
        let mut named = Vec::new();
        for mention in self.mentions.iter().skip(first).take_while(|m| m.span.end <= quote.span.end) {
            if !named.contains(&mention.cluster) {
                named.push(mention.cluster);
            }
        }
        named
    }

    /// The comment that `quote` stands in.
    #[must_use]
    pub fn comment_of(&self, quote: &Quote) -> Option<usize> {
        let index = self.comments.partition_point(|c| c.span.end <= quote.span.start);
        self.comments.get(index).filter(|c| c.span.covers(quote.span)).map(|_| index)
    }

    /// The article's speakers, most quoted words first, unclear ones last; quotes in comments are not among theirs.
    #[must_use]
    pub fn voices(&self) -> Vec<Voice> {
        let comments: Vec<Span> = self.comments.iter().map(|c| c.span).collect();
        voices(&self.article.text, self.quotes, self.clusters, &comments)
    }
}
