//! What was typed and not saved: kept as a draft until it is saved or thrown away, and offered again.

use super::draft::Draft;
use super::effect::{Effect, Effects, View};
use super::marking::annotation;
use super::messages::{close_dialog, dismiss, offer, show_dialog};
use super::state::{Dialog, State};
use super::subject::Subject;
use crate::words;
use postil::{Selectors, resolve};

/// What the button does that goes on with a draft.
const GO_ON: &str = "go-on";

/// Something was typed into the dialog of a passage.
pub(super) fn typed(state: &mut State, tags: String, note: String, fx: &mut Effects) {
    let Some(reading) = &state.reading else { return };
    let source = reading.source.clone();
    let (id, selectors) = match &state.dialog {
        Dialog::Edit(id) => {
            let selectors = state.notebook.get(id).map(|annotation| annotation.selectors.clone());
            let earlier = || state.drafts.iter().find(|d| d.id.as_ref() == Some(id)).map(|d| d.selectors.clone());
            (Some(id.clone()), selectors.or_else(earlier).unwrap_or_default())
        }
        Dialog::Note(subject) => (None, annotation(state, subject).map(|new| new.selectors).unwrap_or_default()),
        _ => return,
    };
    let draft = Draft { source, id, selectors, tags, note };
    forget(state, &draft.key());
    let saved = draft.id.as_ref().and_then(|id| state.notebook.get(id));
    if draft.is_saved(saved) {
        fx.push(Effect::DropDraft(draft.key()));
    } else {
        state.drafts.push(draft.clone());
        fx.push(Effect::KeepDraft(draft));
    }
}

/// The draft of what the open dialog is about.
pub(crate) fn draft_of_dialog(state: &State) -> Option<&Draft> {
    match &state.dialog {
        Dialog::Edit(id) => state.drafts.iter().find(|draft| draft.id.as_ref() == Some(id)),
        Dialog::Note(subject) => state.drafts.iter().find(|draft| subject_of(state, draft).as_ref() == Some(subject)),
        _ => None,
    }
}

/// What a draft is about, as it stands in the open article: where the annotation is gone, the passage that it was of.
fn subject_of(state: &State, draft: &Draft) -> Option<Subject> {
    let reading = state.reading.as_ref().filter(|reading| reading.source == draft.source)?;
    let kept = draft.id.as_ref().filter(|id| state.notebook.get(id).is_some());
    match kept {
        Some(id) => Some(Subject::Note(id.clone())),
        None if draft.selectors == Selectors::default() => Some(Subject::Article),
        None => resolve(reading.text(), &reading.offsets, &draft.selectors).span().map(Subject::Passage),
    }
}

/// The dialog's passage is saved or deleted: its draft is not needed any more.
pub(super) fn settle(state: &mut State, fx: &mut Effects) {
    if let Some(key) = draft_of_dialog(state).map(Draft::key) {
        forget(state, &key);
        fx.push(Effect::DropDraft(key));
    }
}

/// The reader wants the note as it is kept.
pub(super) fn throw_away(state: &mut State, fx: &mut Effects) {
    settle(state, fx);
    fx.draw(View::Dialog);
}

/// Closes the open dialog; what was typed in it stays as a draft, and a message says so.
pub(super) fn close(state: &mut State, fx: &mut Effects) {
    let draft = draft_of_dialog(state).is_some();
    close_dialog(state, fx);
    if draft {
        offer_drafts(state, fx);
    }
}

/// The drafts that are kept of an article.
pub(super) fn read(state: &mut State, drafts: Vec<Draft>, fx: &mut Effects) {
    state.drafts = drafts;
    if state.drafts.iter().any(|draft| subject_of(state, draft).is_some()) {
        offer_drafts(state, fx);
    }
}

fn offer_drafts(state: &mut State, fx: &mut Effects) {
    dismiss(state, |toast| toast.button.is_some_and(|(_, act)| act == GO_ON), fx);
    offer(state, words::DRAFT_KEPT, words::GO_ON, GO_ON, fx);
}

/// Opens the latest draft again.
pub(super) fn go_on(state: &mut State, fx: &mut Effects) {
    dismiss(state, |toast| toast.button.is_some_and(|(_, act)| act == GO_ON), fx);
    let dialog = state.drafts.iter().rev().find_map(|draft| {
        Some(match subject_of(state, draft)? {
            Subject::Note(id) => Dialog::Edit(id),
            subject => Dialog::Note(subject),
        })
    });
    if let Some(dialog) = dialog {
        show_dialog(state, dialog, fx);
    }
}

fn forget(state: &mut State, key: &str) {
    state.drafts.retain(|draft| draft.key() != key);
}
