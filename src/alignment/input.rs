//! What an alignment is made from.

use crate::comment::Comment;
use crate::entity::{EntityKind, Mention};
use crate::language::Language;
use crate::quote::Quote;
use crate::text::Span;

/// What an alignment is made from. Every span is in bytes of `text`.
pub(crate) struct AlignmentInput<'a> {
    /// The article's text, body and comments.
    pub(crate) text: &'a str,
    /// The sentences of title and body, in order.
    pub(crate) sentences: &'a [Span],
    pub(crate) comments: &'a [Comment],
    pub(crate) mentions: &'a [Mention],
    pub(crate) quotes: &'a [Quote],
    pub(crate) language: Option<&'static Language>,
}

/// The mentions inside `span`.
pub(super) fn mentions_in(mentions: &[Mention], span: Span) -> impl Iterator<Item = &Mention> {
    let from = mentions.partition_point(|m| m.span.start < span.start);
    mentions.get(from..).unwrap_or_default().iter().take_while(move |m| m.span.end <= span.end)
}

/// Whether what is named is somebody or something, rather than a date or an amount.
pub(super) const fn is_name(kind: EntityKind) -> bool {
    use EntityKind::{Event, Group, Location, Misc, Organization, Person, Work};
    matches!(kind, Person | Organization | Location | Group | Event | Work | Misc)
}
