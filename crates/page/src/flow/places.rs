//! Where the annotations of the notebook stand in the open article.

use postil::{Placed, Span};

/// Where the annotations of the notebook stand in the open article.
#[derive(Default)]
pub(crate) struct Places {
    /// Those with a place in the order of the article, and those without.
    pub(crate) placed: Placed,
    /// The place of each, by the notebook's order.
    spans: Vec<Option<Span>>,
}

impl Places {
    pub(super) fn new(placed: Placed, count: usize) -> Self {
        let mut spans = vec![None; count];
        for &(span, index) in &placed.found {
            if let Some(place) = spans.get_mut(index) {
                *place = Some(span);
            }
        }
        Self { placed, spans }
    }

    /// The place of each annotation, by the notebook's order; `None` for one whose words are gone.
    pub(crate) fn spans(&self) -> impl DoubleEndedIterator<Item = Option<Span>> + ExactSizeIterator {
        self.spans.iter().copied()
    }

    /// The place of annotation number `index`.
    pub(crate) fn span(&self, index: usize) -> Option<Span> {
        self.spans.get(index).copied().flatten()
    }
}
