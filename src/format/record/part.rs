//! A part of an article that has a text of its own in the record, with offsets counted in it.

use super::rows::{EntityRow, Marks, Range, Words};
use crate::format::AnalysisView;
use crate::quote::{Quote, QuoteKind};
use crate::text::{Offsets, Span};

/// A part of the article that has a text of its own in the record.
pub(super) struct Part<'f, 'a> {
    pub(super) view: &'f AnalysisView<'a>,
    offsets: &'f Offsets,
    span: Span,
    /// The marks that the article quotes in, where others stand for something else.
    pub(super) marks: Option<Marks>,
    /// Code points before it.
    before: usize,
}

impl<'f, 'a> Part<'f, 'a> {
    pub(super) fn new(view: &'f AnalysisView<'a>, offsets: &'f Offsets, span: Span, marks: Option<Marks>) -> Self {
        Self { view, offsets, span, marks, before: offsets.point(&view.article.text, span.start) }
    }

    pub(super) fn text(&self) -> &'a str {
        self.span.str(&self.view.article.text)
    }

    /// Where `span` stands in this part, if it lies in it.
    pub(super) fn range(&self, span: Span) -> Option<Range> {
        if !self.span.covers(span) {
            return None;
        }
        let (start, end) = self.offsets.span_points(&self.view.article.text, span);
        Some(Range { start: start - self.before, end: end - self.before })
    }

    pub(super) fn words(&self, span: Span) -> Words<'a> {
        let range = self.range(span);
        let text = span.str(&self.view.article.text);
        Words { start: range.map(|r| r.start), end: range.map(|r| r.end), text }
    }

    pub(super) fn entities(&self) -> Vec<EntityRow<'a>> {
        let mentions = self.view.mentions;
        let first = mentions.partition_point(|m| m.span.start < self.span.start);
        let here = mentions.iter().skip(first).take_while(|m| m.span.start < self.span.end);
        here.filter_map(|mention| {
            Some(EntityRow {
                range: self.range(mention.span)?,
                text: mention.span.str(&self.view.article.text),
                kind: mention.kind,
                cluster: mention.cluster,
                value: mention.value.as_deref(),
            })
        })
        .collect()
    }

    /// The quotes that start in this part, with their numbers.
    pub(super) fn all_quotes(&self) -> impl Iterator<Item = (usize, &'a Quote)> {
        let quotes = self.view.quotes;
        let (first, end) = (quotes.partition_point(|q| q.span.start < self.span.start), self.span.end);
        quotes.iter().enumerate().skip(first).take_while(move |(_, q)| q.span.start < end)
    }

    pub(super) fn marked(&self) -> Vec<Range> {
        self.all_quotes().filter(|(_, q)| q.kind == QuoteKind::Marked).filter_map(|(_, q)| self.range(q.span)).collect()
    }
}
