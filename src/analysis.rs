//! A snapshot to an analysis: the stages in order, nothing else.

use crate::article::{self, Article, BlockKind};
use crate::comment::{self, Comment};
use crate::entity::{self, Cluster, Mention};
use crate::format::Found;
use crate::options::Options;
use crate::quote::{self, Quote};
use crate::snapshot::Snapshot;
use crate::text::{Span, sentences};
use serde::{Deserialize, Serialize};

/// All that was found in one article. Every span is in bytes of `article.text`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Analysis {
    /// The text, its blocks and its metadata.
    pub article: Article,
    /// The readers' comments.
    pub comments: Vec<Comment>,
    /// Names, dates and amounts, in order.
    pub mentions: Vec<Mention>,
    /// Which mentions are the same thing.
    pub clusters: Vec<Cluster>,
    /// Quotes, ordered by start.
    pub quotes: Vec<Quote>,
}

impl Analysis {
    /// What the formats write out.
    #[must_use]
    pub fn found(&self) -> Found<'_> {
        Found {
            article: &self.article,
            comments: &self.comments,
            mentions: &self.mentions,
            clusters: &self.clusters,
            quotes: &self.quotes,
        }
    }
}

/// Analyses a page. Never fails: a page without an article gives an analysis with no blocks.
#[must_use]
pub fn analyze(snapshot: &Snapshot, options: &Options) -> Analysis {
    let thread = comment::find(snapshot);
    let mut article = article::extract(snapshot, &thread.nodes, options);
    let comments = comment::attach(&mut article, thread);
    let messages: Vec<Span> = comments.iter().map(|c| c.span).collect();

    let mut places: Vec<Span> = article
        .blocks
        .iter()
        .filter(|b| b.kind != BlockKind::Code)
        .map(|b| b.span)
        .chain(messages.iter().copied())
        .collect();
    places.sort_unstable();
    let sentences: Vec<_> = places.iter().flat_map(|&place| sentences(&article.text, place)).collect();

    let (mentions, clusters) = entity::find(&article, &sentences);
    let quotes = quote::find(&article, &messages, &sentences, &mentions, &clusters);
    Analysis { article, comments, mentions, clusters, quotes }
}
