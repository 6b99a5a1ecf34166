//! One or more lines that read as one.

use crate::text::{Line, Span};

/// One or more lines that read as one.
#[derive(Clone, Copy, Debug)]
pub(super) struct Part {
    pub(super) span: Span,
    /// Columns of white space before its first line.
    pub(super) indent: usize,
    /// Whether a blank line stands before it.
    pub(super) after_blank: bool,
}

impl From<Line> for Part {
    fn from(line: Line) -> Self {
        Self { span: line.span, indent: line.indent, after_blank: line.after_blank }
    }
}
