//! The labels of words by which spans are written down, in the BILOU scheme (Ratinov and Roth, 2009).

use std::ops::Range;

/// Kinds of spans that a tagger distinguishes.
pub const KINDS: usize = 4;

/// Labels of a kind: begin, inside, last, unit.
pub(super) const PARTS: usize = 4;

/// All labels.
pub const LABELS: usize = 1 + PARTS * KINDS;

/// What a word is in a span; the number is that of the span's kind, below `KINDS`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Label {
    /// In no span.
    #[default]
    Outside,
    /// The first word of several.
    Begin(u8),
    /// A word between the first and the last.
    Inside(u8),
    /// The last word of several.
    Last(u8),
    /// The only word.
    Unit(u8),
}

impl Label {
    /// All labels, in the order of their numbers.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..LABELS).filter_map(Self::from_index)
    }

    /// Its number, by which model files and features know it: 0 outside, else 1 more than four times the kind, and begin, inside, last and
    /// unit in this order.
    #[must_use]
    pub const fn index(self) -> usize {
        match self {
            Self::Outside => 0,
            Self::Begin(kind) => 1 + PARTS * kind as usize,
            Self::Inside(kind) => 2 + PARTS * kind as usize,
            Self::Last(kind) => 3 + PARTS * kind as usize,
            Self::Unit(kind) => 4 + PARTS * kind as usize,
        }
    }

    /// The label with this number; `None` from [`LABELS`] on.
    #[must_use]
    pub const fn from_index(index: usize) -> Option<Self> {
        if index >= LABELS {
            return None;
        }
        let Some(column) = index.checked_sub(1) else { return Some(Self::Outside) };
        let kind = (column / PARTS) as u8;
        Some(match column % PARTS {
            0 => Self::Begin(kind),
            1 => Self::Inside(kind),
            2 => Self::Last(kind),
            _ => Self::Unit(kind),
        })
    }

    /// The kind of the span that the word belongs to.
    #[must_use]
    pub const fn kind(self) -> Option<u8> {
        match self {
            Self::Outside => None,
            Self::Begin(kind) | Self::Inside(kind) | Self::Last(kind) | Self::Unit(kind) => Some(kind),
        }
    }
}

impl Label {
    /// Whether the word belongs to the same span as the one before.
    #[must_use]
    pub const fn continues(self) -> bool {
        matches!(self, Self::Inside(_) | Self::Last(_))
    }

    /// Whether the word belongs to the same span as the one after.
    #[must_use]
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Begin(_) | Self::Inside(_))
    }
}

/// What training asks of labels.
#[cfg(any(feature = "train", test))]
impl Label {
    /// Whether it may stand after `before`; `None` is the beginning of a sentence.
    #[must_use]
    pub fn may_follow(self, before: Option<Self>) -> bool {
        match before {
            Some(before) if before.is_open() => self.continues() && self.kind() == before.kind(),
            _ => !self.continues(),
        }
    }
}

/// The spans that `labels` write down, as words, with their kinds.
pub fn labelled_spans(labels: &[Label]) -> Vec<(Range<usize>, u8)> {
    let mut spans = Vec::new();
    let mut start = 0;
    for (at, label) in labels.iter().enumerate() {
        match *label {
            Label::Outside | Label::Inside(_) => {}
            Label::Begin(_) => start = at,
            Label::Last(kind) => spans.push((start..at + 1, kind)),
            Label::Unit(kind) => spans.push((at..at + 1, kind)),
        }
    }
    spans
}

/// Writes a span of `kind` down over `labels`, those of its words.
#[cfg(any(feature = "train", test))]
pub(crate) fn write_span(labels: &mut [Label], kind: u8) {
    match labels {
        [] => {}
        [only] => *only = Label::Unit(kind),
        [first, inner @ .., last] => {
            *first = Label::Begin(kind);
            inner.fill(Label::Inside(kind));
            *last = Label::Last(kind);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_those_of_model_files() {
        let numbers: Vec<usize> = Label::all().map(Label::index).collect();
        assert_eq!(numbers, (0..17).collect::<Vec<_>>());
        assert_eq!([Label::Outside, Label::Begin(0), Label::Unit(0), Label::Begin(1)].map(Label::index), [0, 1, 4, 5]);
        assert_eq!([Label::from_index(15), Label::from_index(17)], [Some(Label::Last(3)), None]);
    }

    #[test]
    fn spans_come_back_from_their_labels() {
        let mut labels = vec![Label::Outside; 7];
        write_span(&mut labels[1..2], 2);
        write_span(&mut labels[3..6], 1);
        assert_eq!(labelled_spans(&labels), [(1..2, 2), (3..6, 1)]);
        let follows = |pair: &[Label]| pair[1].may_follow(Some(pair[0]));
        assert!(labels.windows(2).all(follows) && labels[0].may_follow(None));
    }

    #[test]
    fn no_span_begins_inside_or_changes_its_kind() {
        assert!(!Label::Inside(0).may_follow(None) && !Label::Last(0).may_follow(Some(Label::Unit(0))));
        assert!(
            !Label::Last(1).may_follow(Some(Label::Begin(0))) && !Label::Outside.may_follow(Some(Label::Inside(0)))
        );
    }
}
