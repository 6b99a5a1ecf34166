//! An article as paragraphs, and what is quoted in them.

use super::layout::{Paragraph, Zone, paragraphs};
use super::pairing::quoted_spans;
use super::quoted_span::QuotedSpan;
use crate::article::Article;
use crate::language::Apostrophes;
use crate::text::Span;

/// The paragraphs of an article and its comments, and the quoted spans in them.
#[derive(Debug)]
pub(crate) struct Segments {
    /// In order of the text.
    pub(crate) paragraphs: Vec<Paragraph>,
    /// Ordered by start, outer before inner; they overlap only by nesting.
    pub(crate) quoted: Vec<QuotedSpan>,
}

impl Segments {
    /// Those of `article` and its `comments`. `apostrophes` are those of the text's language, if it has a pack. Linear in the text.
    pub(crate) fn new(article: &Article, comments: &[Span], apostrophes: Option<&Apostrophes>) -> Self {
        let paragraphs = paragraphs(article, comments);
        let quoted = quoted_spans(&article.text, &paragraphs, apostrophes);
        Self { paragraphs, quoted }
    }

    /// The zone of the paragraph with this index.
    pub(crate) fn zone(&self, paragraph: usize) -> Option<Zone> {
        self.paragraphs.get(paragraph).map(|p| p.zone)
    }

    /// The zone that a quoted span begins in.
    pub(crate) fn zone_of(&self, quoted: &QuotedSpan) -> Zone {
        self.zone(quoted.first).unwrap_or(Zone::Body)
    }

    /// Whether `span` shares no byte with what is quoted.
    pub(crate) fn is_outside(&self, span: Span) -> bool {
        let before = self.quoted.partition_point(|q| q.span.start < span.end);
        // spans that hold others come first and end last
        !self.quoted.get(..before).unwrap_or_default().iter().rev().take(NEAREST).any(|q| q.span.overlaps(span))
    }
}

/// Quoted spans before a place that may reach over it: more than may be nested.
const NEAREST: usize = 16;
