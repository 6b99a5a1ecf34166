//! A piece of text between quotation marks.

use crate::text::Span;

/// Text between quotation marks, or set apart as quoted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct QuotedSpan {
    /// With its marks, in bytes.
    pub(crate) span: Span,
    /// Without them, and without white space at its edges.
    pub(crate) inner: Span,
    /// Index of the quoted span that holds this one.
    pub(crate) inside: Option<usize>,
    /// Index of its first paragraph.
    pub(crate) first: usize,
    /// Index of its last paragraph.
    pub(crate) last: usize,
}
