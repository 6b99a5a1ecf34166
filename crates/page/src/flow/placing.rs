//! Where the reader's passages stand: their selectors are resolved once a change of the text or of the passages, and here kept.

use super::places::Places;
use super::state::State;
use super::target::Target;
use postil::{Correction, Span};

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
