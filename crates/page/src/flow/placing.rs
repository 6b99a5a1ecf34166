//! Where the reader's passages stand: their selectors are resolved once a change of the text or of the passages, and here kept.

use super::places::Places;
use super::state::State;
use super::target::Target;
use crate::page::reading::Reading;
use postil::order::sort_by;
use postil::{Annotation, Correction, Placed, Selectors, Span};

/// Works out where the reader's passages stand, and what they set right; says whether the latter changed.
pub(crate) fn place_notes(state: &mut State) -> bool {
    let State { reading: Some(reading), notebook, .. } = &*state else { return false };
    let mut placed = notebook.place(reading.text(), &reading.offsets);
    place_whole(reading, notebook.annotations(), &mut placed);
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

/// What stands for an article as a whole: its headline, or its first words.
pub(super) fn headline(reading: &Reading) -> Option<Span> {
    let article = &reading.analysis.article;
    article.title().or(article.blocks.first()).map(|block| block.span.trim(&article.text))
}

/// Notes on the article as a whole have no passage of their own: they stand at its headline.
fn place_whole(reading: &Reading, annotations: &[Annotation], placed: &mut Placed) {
    let Some(span) = headline(reading) else { return };
    let whole = |index: &usize| {
        annotations.get(*index).is_some_and(|a| a.selectors == Selectors::default() && a.correction.is_none())
    };
    let (here, gone): (Vec<usize>, Vec<usize>) = placed.orphans.drain(..).partition(whole);
    placed.orphans = gone;
    let at = placed.found.partition_point(|(place, _)| (place.start, place.end) < (span.start, span.start));
    placed.found.splice(at..at, here.into_iter().map(|index| (span, index)));
}

/// What the reader sets right, each with its place, the oldest first.
fn corrections(state: &State) -> Vec<(Span, Correction)> {
    let annotations = state.notebook.annotations().iter().zip(state.places.spans());
    let mut placed: Vec<_> = annotations
        .filter_map(|(annotation, place)| Some((annotation, place?, annotation.correction.as_ref()?)))
        .collect();
    sort_by(&mut placed, |(a, ..), (b, ..)| a.modified.cmp(&b.modified));
    placed.into_iter().map(|(_, place, correction)| (place, correction.clone())).collect()
}
