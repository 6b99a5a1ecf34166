//! A passage reported without marks.

use crate::text::Span;

/// A passage reported without marks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Report {
    /// What is reported.
    pub(crate) content: Span,
    /// The reporting words.
    pub(crate) cue: Option<Span>,
    /// Who is reported, as the text says beside it.
    pub(crate) source: Option<Span>,
    /// How sure the report and its speaker are, 0 to 1.
    pub(crate) confidence: f32,
}

/// How often the source beside a content is its speaker, of those contents that are right (PolNeAR's development articles: 90 of 100).
pub(super) const SURE: f32 = 0.9;

/// Words of a content, at least: shorter ones are seldom speech (“said so”).
pub(super) const SHORTEST: usize = 3;
