//! A half-open range of bytes of a text.

use serde::{Deserialize, Serialize};

/// A half-open byte range `start..end` of some UTF-8 text; both ends lie on character boundaries.
///
/// Inside Postil all places are byte spans of the article's one text; [`crate::Offsets`] converts them at the edges.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// The span `start..end`; an `end` before `start` gives the empty span at `start`.
    #[must_use]
    pub fn new(start: usize, end: usize) -> Self {
        Self { start, end: end.max(start) }
    }

    /// Length in bytes.
    #[must_use]
    pub fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether no byte lies in it.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.start >= self.end
    }

    /// The text under the span, or `None` when it is not a valid slice of `text`.
    #[must_use]
    pub fn of(self, text: &str) -> Option<&str> {
        text.get(self.start..self.end)
    }

    /// The text under the span, or the empty string when it is not a valid slice of `text`.
    #[must_use]
    pub fn str(self, text: &str) -> &str {
        self.of(text).unwrap_or_default()
    }

    /// Whether `other` lies wholly inside.
    #[must_use]
    pub fn covers(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the byte at `at` lies inside.
    #[must_use]
    pub fn contains(self, at: usize) -> bool {
        self.start <= at && at < self.end
    }

    /// Whether at least one byte is shared.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The shared part, if any.
    #[must_use]
    pub fn intersect(self, other: Self) -> Option<Self> {
        self.overlaps(other).then(|| Self::new(self.start.max(other.start), self.end.min(other.end)))
    }

    /// The same span without white space at its edges.
    #[must_use]
    pub fn trim(self, text: &str) -> Self {
        let inner = self.str(text);
        let start = self.start + (inner.len() - inner.trim_start().len());
        Self::new(start, start + inner.trim().len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trims_to_words() {
        let text = "a  bé \n";
        assert_eq!(Span::new(1, text.len()).trim(text).str(text), "bé");
        assert!(Span::new(1, 3).trim(text).is_empty());
    }

    #[test]
    fn intersects_only_when_bytes_are_shared() {
        assert_eq!(Span::new(0, 3).intersect(Span::new(3, 5)), None);
        assert_eq!(Span::new(0, 4).intersect(Span::new(3, 5)), Some(Span::new(3, 4)));
    }

    #[test]
    fn of_refuses_broken_characters() {
        assert_eq!(Span::new(1, 2).of("é"), None);
    }
}
