//! The JSON Lines record of one analysis, for pipelines and researchers.
//!
//! Offsets are half-open and count Unicode code points. **Plain text**: `text` is the input untouched and every span lies in it.
//! **HTML**: `text` is the article's body alone; `headline` and each comment carry their own text and their own lists, with
//! offsets counted in that text.

mod quotes;

pub use self::quotes::{Marks, QuoteRow};

use super::Found;
use crate::article::BlockKind;
use crate::entity::EntityKind;
use crate::quote::{Quote, QuoteKind};
use crate::text::{Offsets, Span};
use serde::Serialize;

/// One article.
#[derive(Debug, Serialize)]
pub struct Record<'a> {
    /// As the input gave it: a string, a number or null.
    pub id: serde_json::Value,
    /// The headline.
    pub title: Option<&'a str>,
    /// Who wrote it.
    pub byline: Option<&'a str>,
    /// ISO 8601.
    pub published: Option<&'a str>,
    /// The site's name.
    pub site: Option<&'a str>,
    /// BCP 47.
    pub language: Option<&'a str>,
    /// The article's address.
    pub url: Option<&'a str>,
    /// The body (HTML) or the whole input (plain text).
    pub text: &'a str,
    /// The blocks of `text`.
    pub blocks: Vec<BlockRow>,
    /// The headline of an HTML page; null for plain text, whose headline is a block of `text`.
    pub headline: Option<Headline<'a>>,
    /// The readers' comments.
    pub comments: Vec<CommentRow<'a>>,
    /// Names, dates and amounts in `text`.
    pub entities: Vec<EntityRow<'a>>,
    /// Quotes in `text`.
    pub quotes: Vec<QuoteRow<'a>>,
    /// Words of `text` between quotation marks that nobody speaks.
    pub marked: Vec<Range>,
    /// Which entities are the same, over all parts.
    pub clusters: Vec<ClusterRow<'a>>,
}

/// A half-open range of code points.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Range {
    /// First code point.
    pub start: usize,
    /// One past the last.
    pub end: usize,
}

/// A block.
#[derive(Debug, Serialize)]
pub struct BlockRow {
    /// What it is.
    pub kind: BlockKind,
    /// Where, in `text`.
    #[serde(flatten)]
    pub range: Range,
    /// Heading level, list depth or quotation depth.
    pub level: u8,
}

/// The headline of an HTML page.
#[derive(Debug, Serialize)]
pub struct Headline<'a> {
    /// Its text.
    pub text: &'a str,
    /// Names, dates and amounts in it.
    pub entities: Vec<EntityRow<'a>>,
    /// Quotes in it.
    pub quotes: Vec<QuoteRow<'a>>,
    /// Words in it that are merely marked.
    pub marked: Vec<Range>,
}

/// A reader's comment.
#[derive(Debug, Serialize)]
pub struct CommentRow<'a> {
    /// Who wrote it, as printed.
    pub author: Option<&'a str>,
    /// When, as printed.
    pub posted: Option<&'a str>,
    /// When, ISO 8601.
    pub posted_iso: Option<&'a str>,
    /// Its message.
    pub text: &'a str,
    /// 0 for a comment on the article, 1 for a reply to one, and so on.
    pub depth: u16,
    /// Where it starts in the record's `text` (plain text only).
    pub start: Option<usize>,
    /// Where it ends in the record's `text` (plain text only).
    pub end: Option<usize>,
    /// Names, dates and amounts in this comment's `text` (HTML only).
    pub entities: Vec<EntityRow<'a>>,
    /// Quotes in this comment's `text` (HTML only).
    pub quotes: Vec<QuoteRow<'a>>,
    /// Words in this comment's `text` that are merely marked (HTML only).
    pub marked: Vec<Range>,
}

/// A name, date or amount.
#[derive(Debug, Serialize)]
pub struct EntityRow<'a> {
    /// Where.
    #[serde(flatten)]
    pub range: Range,
    /// Its words.
    pub text: &'a str,
    /// What it names.
    #[serde(rename = "type")]
    pub kind: EntityKind,
    /// The `id` of its cluster.
    pub cluster: usize,
    /// The normalised value of a date or amount.
    pub value: Option<&'a str>,
}

/// Words beside a quote. Without `start` and `end` when they stand in another part (a headline's speaker is named in the body).
#[derive(Debug, Serialize)]
pub struct Words<'a> {
    /// First code point.
    pub start: Option<usize>,
    /// One past the last.
    pub end: Option<usize>,
    /// The words.
    pub text: &'a str,
}

/// The words that name a quote's speaker.
#[derive(Debug, Serialize)]
pub struct SpeakerRow<'a> {
    /// The words and where they stand.
    #[serde(flatten)]
    pub words: Words<'a>,
    /// The `id` of the cluster that they mean.
    pub cluster: Option<usize>,
}

/// All mentions of one thing.
#[derive(Debug, Serialize)]
pub struct ClusterRow<'a> {
    /// Its number in this record.
    pub id: usize,
    /// Its fullest name.
    pub name: &'a str,
    /// What it is.
    #[serde(rename = "type")]
    pub kind: EntityKind,
    /// The first description that the text gives.
    pub description: Option<&'a str>,
    /// Its item in Wikidata, where its name is widely known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wikidata: Option<&'a str>,
    /// How often it is mentioned by name, in all parts.
    pub count: usize,
}

/// Makes the record of `found` under the name `id`.
#[must_use]
pub fn record<'a>(found: &Found<'a>, id: serde_json::Value) -> Record<'a> {
    let (article, metadata) = (found.article, &found.article.metadata);
    let offsets = Offsets::new(&article.text);
    let own = quotes::own_marks(found);
    // a headline has the marks of the house's headlines, and a comment its writer's
    let part = |span| Part::new(found, &offsets, span, None);
    let whole = if article.verbatim { Span::new(0, article.text.len()) } else { body(found) };
    let text = Part::new(found, &offsets, whole, Some(own));
    let headline = article.title().filter(|_| !article.verbatim).map(|block| {
        let part = part(block.span);
        Headline { text: part.text(), entities: part.entities(), quotes: part.quotes(), marked: part.marked() }
    });
    let comments = found.comments.iter().map(|comment| {
        let place = article.verbatim.then(|| text.range(comment.span)).flatten();
        let own = (!article.verbatim).then(|| part(comment.span));
        CommentRow {
            author: comment.author.as_deref(),
            posted: comment.posted.as_deref(),
            posted_iso: comment.posted_iso.as_deref(),
            text: comment.span.str(&article.text),
            depth: comment.depth,
            start: place.map(|p| p.start),
            end: place.map(|p| p.end),
            entities: own.as_ref().map(Part::entities).unwrap_or_default(),
            quotes: own.as_ref().map(Part::quotes).unwrap_or_default(),
            marked: own.as_ref().map(Part::marked).unwrap_or_default(),
        }
    });
    let blocks = article
        .blocks
        .iter()
        .filter_map(|block| Some(BlockRow { kind: block.kind, range: text.range(block.span)?, level: block.level }));
    let clusters = found.clusters.iter().enumerate().map(|(id, cluster)| ClusterRow {
        id,
        name: &cluster.name,
        kind: cluster.kind,
        description: cluster.description.as_deref(),
        wikidata: cluster.wikidata.as_deref(),
        count: cluster.mentions.len(),
    });
    Record {
        id,
        title: found.title(),
        byline: metadata.byline.as_deref(),
        published: metadata.published.as_deref(),
        site: metadata.site.as_deref(),
        language: metadata.language.as_deref(),
        url: metadata.url.as_deref(),
        text: text.text(),
        blocks: blocks.collect(),
        headline,
        comments: comments.collect(),
        entities: text.entities(),
        quotes: text.quotes(),
        marked: text.marked(),
        clusters: clusters.collect(),
    }
}

/// The body of a page: from its first block behind the headline to its last.
fn body(found: &Found<'_>) -> Span {
    let mut blocks = found.article.blocks.iter().filter(|b| b.kind != BlockKind::Title);
    let Some(first) = blocks.next() else {
        return Span::default();
    };
    Span::new(first.span.start, blocks.next_back().unwrap_or(first).span.end)
}

/// A part of the article that has a text of its own in the record.
struct Part<'f, 'a> {
    found: &'f Found<'a>,
    offsets: &'f Offsets,
    span: Span,
    /// The marks that the article quotes in, where others stand for something else.
    marks: Option<Marks>,
    /// Code points before it.
    before: usize,
}

impl<'f, 'a> Part<'f, 'a> {
    fn new(found: &'f Found<'a>, offsets: &'f Offsets, span: Span, marks: Option<Marks>) -> Self {
        Self { found, offsets, span, marks, before: offsets.point(&found.article.text, span.start) }
    }

    fn text(&self) -> &'a str {
        self.span.str(&self.found.article.text)
    }

    /// Where `span` stands in this part, if it lies in it.
    fn range(&self, span: Span) -> Option<Range> {
        if !self.span.covers(span) {
            return None;
        }
        let (start, end) = self.offsets.span_points(&self.found.article.text, span);
        Some(Range { start: start - self.before, end: end - self.before })
    }

    fn words(&self, span: Span) -> Words<'a> {
        let range = self.range(span);
        let text = span.str(&self.found.article.text);
        Words { start: range.map(|r| r.start), end: range.map(|r| r.end), text }
    }

    fn entities(&self) -> Vec<EntityRow<'a>> {
        let mentions = self.found.mentions;
        let first = mentions.partition_point(|m| m.span.start < self.span.start);
        let here = mentions.iter().skip(first).take_while(|m| m.span.start < self.span.end);
        here.filter_map(|mention| {
            Some(EntityRow {
                range: self.range(mention.span)?,
                text: mention.span.str(&self.found.article.text),
                kind: mention.kind,
                cluster: mention.cluster,
                value: mention.value.as_deref(),
            })
        })
        .collect()
    }

    /// The quotes that start in this part, with their numbers.
    fn all_quotes(&self) -> impl Iterator<Item = (usize, &'a Quote)> {
        let quotes = self.found.quotes;
        let (first, end) = (quotes.partition_point(|q| q.span.start < self.span.start), self.span.end);
        quotes.iter().enumerate().skip(first).take_while(move |(_, q)| q.span.start < end)
    }

    fn quotes(&self) -> Vec<QuoteRow<'a>> {
        quotes::rows(self)
    }

    fn marked(&self) -> Vec<Range> {
        self.all_quotes().filter(|(_, q)| q.kind == QuoteKind::Marked).filter_map(|(_, q)| self.range(q.span)).collect()
    }
}

#[cfg(test)]
pub(super) mod tests;
