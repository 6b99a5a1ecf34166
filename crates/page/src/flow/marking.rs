//! What the reader is about to mark, and the annotation that it becomes.

use super::state::State;
use super::subject::Subject;
use super::target::Target;
use postil::{Annotation, Selectors, describe};

/// What is to be tagged: the selection, else what the card is about, else the comment that was chosen. What is the reader's already is that.
pub(crate) fn subject(state: &State) -> Option<Subject> {
    let note = |found: Option<&Annotation>| found.map(|annotation| Subject::Note(annotation.id.clone()));
    if state.selected.is_some() && state.whole {
        let mut all = state.notebook.annotations().iter();
        return note(all.find(|a| a.selectors == Selectors::default() && a.correction.is_none()))
            .or(Some(Subject::Article));
    }
    let chosen = || state.chosen.as_ref().filter(|target| matches!(target, Target::Comment(_)));
    let span = match (state.selected, state.card.first().or_else(chosen)) {
        (Some(span), _) => span,
        (None, Some(Target::Note(id))) => return Some(Subject::Note(id.clone())),
        (None, Some(target)) => state.span_of(target)?,
        (None, None) => return None,
    };
    let mut same = state.passages().filter(|(a, place)| *place == Some(span) && a.selectors != Selectors::default());
    note(same.next().map(|(annotation, _)| annotation)).or(Some(Subject::Passage(span)))
}

/// A new annotation of a subject, with nothing in it yet; none where no article is open, or for what is one already.
pub(super) fn annotation(state: &State, subject: &Subject) -> Option<Annotation> {
    let reading = state.reading.as_ref()?;
    let selectors = match subject {
        Subject::Passage(span) => describe(reading.text(), &reading.offsets, *span),
        Subject::Article => Selectors::default(),
        Subject::Note(_) => return None,
    };
    Some(Annotation {
        id: (state.world.new_id)(),
        source: reading.source.clone(),
        title: reading.title(),
        selectors,
        tags: Vec::new(),
        note: String::new(),
        correction: None,
        created: String::new(),
        modified: String::new(),
    })
}
