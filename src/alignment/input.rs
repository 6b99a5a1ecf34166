//! What an alignment is made from.

use crate::comment::Comment;
use crate::entity::Mention;
use crate::language::Language;
use crate::quote::Quote;
use crate::text::Span;

/// What an alignment is made from. Every span is in bytes of `text`; every list is in its order.
pub(crate) struct AlignmentInput<'a> {
    /// The article's text, body and comments.
    pub(crate) text: &'a str,
    /// The sentences of all of it.
    pub(crate) sentences: &'a [Span],
    pub(crate) comments: &'a [Comment],
    pub(crate) mentions: &'a [Mention],
    pub(crate) quotes: &'a [Quote],
    pub(crate) language: Option<&'static Language>,
}

impl<'a> AlignmentInput<'a> {
    /// The sentences of title and body, which end where the first comment begins.
    pub(super) fn body(&self) -> &'a [Span] {
        let thread = self.comments.iter().map(|c| c.span.start).min().unwrap_or(usize::MAX);
        self.sentences.get(..self.sentences.partition_point(|s| s.end <= thread)).unwrap_or_default()
    }

    /// The sentences inside `span`.
    pub(super) fn sentences_in(&self, span: Span) -> &'a [Span] {
        let from = self.sentences.partition_point(|s| s.start < span.start);
        let to = self.sentences.partition_point(|s| s.end <= span.end);
        self.sentences.get(from..to).unwrap_or_default()
    }

    /// The names inside `span`.
    pub(super) fn names_in(&self, span: Span) -> impl Iterator<Item = &'a Mention> {
        let from = self.mentions.partition_point(|m| m.span.start < span.start);
        let inside = self.mentions.get(from..).unwrap_or_default().iter().take_while(move |m| m.span.end <= span.end);
        inside.filter(|m| m.kind.is_name())
    }
}
