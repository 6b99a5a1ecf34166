//! A snapshot to an analysis: the stages in order, nothing else.

use crate::article::{self, Article, BlockKind};
use crate::comment::{self, Comment};
use crate::entity::{AnnotatedText, Cluster, Mention};
use crate::format::Found;
use crate::language::language_of;
use crate::options::Options;
use crate::quote::{self, Quote};
use crate::snapshot::{Snapshot, Source};
use crate::text::{Offsets, Sentence, Span, sentences, wrapped_sentences};
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
    let (article, comments, sentences) = prepare(snapshot, options);
    let messages: Vec<Span> = comments.iter().map(|c| c.span).collect();
    let language = language_of(article.metadata.language.as_deref(), &article.text);
    let annotated = AnnotatedText::new(&article, &sentences, language);
    let quotes = quote::find(&annotated, &messages);
    let (mentions, clusters) = annotated.into_entities();
    Analysis { article, comments, mentions, clusters, quotes }
}

/// The article of a page, its comments, and the sentences of every block and comment, in order.
pub(crate) fn prepare(snapshot: &Snapshot, options: &Options) -> (Article, Vec<Comment>, Vec<Sentence>) {
    let thread = comment::find(snapshot);
    let mut article = article::extract(snapshot, &thread.nodes, options);
    let comments = comment::attach(&mut article, thread);
    // several lines of plain text make one block only where a fixed width broke them
    let wrapped = snapshot.source == Source::PlainText;
    let blocks = article.blocks.iter().filter(|b| b.kind != BlockKind::Code).map(|b| (b.span, wrapped));
    let mut places: Vec<(Span, bool)> = blocks.chain(comments.iter().map(|c| (c.span, false))).collect();
    places.sort_by_key(|(p, _)| (p.start, p.end));
    let read = |&(place, wrapped): &(Span, bool)| {
        if wrapped { wrapped_sentences(&article.text, place) } else { sentences(&article.text, place) }
    };
    let sentences = places.iter().flat_map(read).collect();
    (article, comments, sentences)
}

impl Analysis {
    /// The same analysis with every span in UTF-16 units instead of bytes, for JavaScript.
    #[must_use]
    pub fn in_utf16(mut self) -> Self {
        let text = std::mem::take(&mut self.article.text);
        let offsets = Offsets::new(&text);
        for span in self.spans_mut() {
            let (start, end) = offsets.span_utf16(&text, *span);
            *span = Span::new(start, end);
        }
        self.article.text = text;
        self
    }

    /// Every span that the analysis holds.
    fn spans_mut(&mut self) -> impl Iterator<Item = &mut Span> {
        let blocks = self.article.blocks.iter_mut().map(|b| &mut b.span);
        let links = self.article.links.iter_mut().map(|l| &mut l.span);
        let comments = self.comments.iter_mut().map(|c| &mut c.span);
        let mentions = self.mentions.iter_mut().map(|m| &mut m.span);
        let references = self.clusters.iter_mut().flat_map(|c| &mut c.references);
        let quotes = self.quotes.iter_mut().flat_map(|q| {
            let speaker = q.speaker.as_mut().map(|s| &mut s.span);
            std::iter::once(&mut q.span).chain(q.cue.as_mut()).chain(speaker)
        });
        blocks.chain(links).chain(comments).chain(mentions).chain(references).chain(quotes)
    }
}
