//! An article with what the stages before found in it.

use crate::article::Article;
use crate::entity::{AnnotatedText, Cluster, EntityKind, FeatureExtractor, Mention};
use crate::language::Language;
use crate::text::Span;

/// An article as its quotes are looked for.
#[derive(Clone, Copy)]
pub(crate) struct QuoteInput<'a> {
    pub(crate) article: &'a Article,
    /// The comments' messages, in order.
    pub(crate) comments: &'a [Span],
    /// Of the sentences of every block and comment, in order.
    pub(crate) extractor: &'a FeatureExtractor<'a>,
    /// In order, without overlap.
    pub(crate) mentions: &'a [Mention],
    pub(crate) clusters: &'a [Cluster],
    /// The pack by which the text is read.
    pub(crate) language: &'static Language,
}

impl<'a> QuoteInput<'a> {
    /// What is asked of an annotated text; none in a language without a pack.
    pub(crate) fn new(annotated: &'a AnnotatedText<'a>, comments: &'a [Span]) -> Option<Self> {
        let extractor = annotated.features.as_ref()?;
        Some(Self {
            article: annotated.article,
            comments,
            extractor,
            mentions: &annotated.mentions,
            clusters: &annotated.clusters,
            language: extractor.tokens.language,
        })
    }

    /// The article's text, comments included.
    pub(crate) fn text(&self) -> &'a str {
        &self.article.text
    }
}

/// Whether mentions of this kind are names, rather than dates and amounts.
pub(crate) fn is_name(kind: EntityKind) -> bool {
    use EntityKind::{Date, Money, Percent, Quantity, Time};
    !matches!(kind, Date | Time | Money | Percent | Quantity)
}
