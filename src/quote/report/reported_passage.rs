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

impl Report {
    /// Whether all that tells of it stands before its content, which then may go on (“Roe said that … . And that …”).
    pub(super) fn is_told_before(&self) -> bool {
        [self.cue, self.source].into_iter().flatten().all(|part| part.end <= self.content.start)
    }
}

/// How often a report is right that “according to” alone makes (PolNeAR's development articles: 59 of 100).
pub(super) const BY_WORDS: f32 = 0.6;

/// Words of a content, at least: shorter ones are seldom speech (“said so”).
pub(super) const SHORTEST: usize = 3;
