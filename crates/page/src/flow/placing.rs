//! Where the reader's passages stand: their selectors are resolved once a change of the text or of the passages, and here kept.

use super::state::State;
use super::target::Target;
use postil::{Correction, Placed, Span};

/// Where the annotations of the notebook stand in the open article.
#[derive(Default)]
pub(crate) struct Places {
    /// Those with a place in the order of the article, and those without.
    pub(crate) placed: Placed,
    /// The place of each, by the notebook's order.
    spans: Vec<Option<Span>>,
}

impl Places {
    fn new(placed: Placed, count: usize) -> Self {
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

/// Works out where the reader's passages stand, and what they set right; says whether the latter changed.
pub(crate) fn place_notes(state: &mut State) -> bool {
    let State { reading: Some(reading), notebook, .. } = &*state else { return false };
    let placed = notebook.place(&reading.source, reading.text(), &reading.offsets);
    state.places = Places::new(placed, notebook.annotations().len());
    let corrections = corrections(state);
    let chosen = state.chosen.clone().and_then(|target| Some((state.span_of(&target)?, target)));
    let State { reading: Some(reading), chosen: now, .. } = &mut *state else { return false };
    let anew = reading.correct(corrections);
    if let (true, Some((span, Target::Mention(_)))) = (anew, chosen) {
        *now = reading.mention_at(span).map(Target::Mention);
    }
    anew
}

/// What the reader sets right, each with its place, the oldest first.
fn corrections(state: &State) -> Vec<(Span, Correction)> {
    let annotations = state.notebook.annotations().iter().zip(state.places.spans());
    let mut placed: Vec<_> = annotations
        .filter_map(|(annotation, place)| Some((annotation, place?, annotation.correction.as_ref()?)))
        .collect();
    placed.sort_by_cached_key(|(annotation, ..)| annotation.modified.clone());
    placed.into_iter().map(|(_, place, correction)| (place, correction.clone())).collect()
}
