//! Spans as JavaScript counts them.

/// A half-open range of UTF-16 units of some text, as JavaScript's strings and documents count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Utf16Span {
    /// First unit.
    pub start: u32,
    /// One past the last unit.
    pub end: u32,
}

impl Utf16Span {
    /// The span `start..end`; an `end` before `start` gives the empty span at `start`.
    #[must_use]
    pub fn new(start: u32, end: u32) -> Self {
        Self { start, end: end.max(start) }
    }

    /// Whether no unit lies in it.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.start >= self.end
    }
}
