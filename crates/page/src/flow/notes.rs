//! The reader's passages: commands to the notebook, what they change on the page, and their keeping.

use super::effect::{Effect, Effects};
use super::keeping::keep;
use super::layer::Layer;
use super::lists::toggle_layer;
use super::messages::{close_dialog, dismiss, offer, show_dialog, toast};
use super::redrawing::redraw;
use super::selecting::let_selection_go;
use super::state::{Dialog, State};
use crate::words;
use postil::{Annotation, Change, Command, NotebookError, Span, describe};

/// Tags on the bar; one digit key each.
const TAGS: usize = 9;
/// Tags shown on the bar before the reader has more of their own.
const FIRST_TAGS: usize = 5;

/// The tags on the bar, in the order of their keys.
pub(crate) fn bar_tags(state: &State) -> Vec<String> {
    let uses = state.notebook.tags();
    let used = uses.iter().filter(|tag| tag.count > 0).count();
    uses.into_iter().take(used.clamp(FIRST_TAGS, TAGS)).map(|tag| tag.tag).collect()
}

/// Tags the selected passage, and lets the selection go.
pub(super) fn tag_selection(state: &mut State, tag: String, fx: &mut Effects) -> Result<(), NotebookError> {
    let Some(span) = state.selected else { return Ok(()) };
    let_selection_go(state, fx);
    let said = words::tagged(&tag);
    mark(state, span, vec![tag], String::new(), said, fx)
}

/// Enter in the field for a new tag.
pub(super) fn new_tag(state: &mut State, tag: &str, fx: &mut Effects) -> Result<(), NotebookError> {
    if tag.is_empty() {
        let_selection_go(state, fx);
        return Ok(());
    }
    tag_selection(state, tag.to_owned(), fx)
}

/// Opens the note of the selected passage, which is marked when that is saved.
pub(super) fn start_note(state: &mut State, fx: &mut Effects) {
    let Some(span) = state.selected else { return };
    let_selection_go(state, fx);
    show_dialog(state, Dialog::Note(span), fx);
}

/// Opens the dialog for one of the reader's passages.
pub(super) fn edit(state: &mut State, id: String, fx: &mut Effects) {
    if state.notebook.get(&id).is_some() {
        show_dialog(state, Dialog::Edit(id), fx);
    }
}

/// Keeps what the dialog says, as one step for each thing that changed.
pub(super) fn save(state: &mut State, tags: &str, note: String, fx: &mut Effects) -> Result<(), NotebookError> {
    let tags: Vec<String> = tags.split(',').map(str::trim).filter(|tag| !tag.is_empty()).map(str::to_owned).collect();
    match state.dialog.clone() {
        Dialog::Note(_) if tags.is_empty() && note.trim().is_empty() => {
            fx.push(Effect::Problem(words::NOTE_IS_EMPTY.to_owned()));
            Ok(())
        }
        Dialog::Note(span) => {
            close_dialog(state, fx);
            mark(state, span, tags, note, words::NOTED.to_owned(), fx)
        }
        Dialog::Edit(id) => {
            close_dialog(state, fx);
            if let Some(before) =
                state.deleted_elsewhere.take().filter(|a| a.id == id && state.notebook.get(&id).is_none())
            {
                // another tab deleted it meanwhile; what was written here is not lost with it
                command(state, Command::Add(Annotation { tags, note, ..before }), String::new(), fx)?;
                toast(state, words::BROUGHT_BACK, fx);
                return Ok(());
            }
            let mut change = apply(state, Command::Retag(id.clone(), tags))?;
            let noted = apply(state, Command::Note(id, note))?;
            if change.put.is_empty() {
                change = noted;
            }
            changed(state, change, words::NOTED.to_owned(), fx);
            Ok(())
        }
        _ => Ok(()),
    }
}

/// Deletes a passage, with a way back.
pub(super) fn delete(state: &mut State, id: String, fx: &mut Effects) -> Result<(), NotebookError> {
    close_dialog(state, fx);
    command(state, Command::Delete(id), String::new(), fx)?;
    offer(state, words::DELETED, words::UNDO, "undo", fx);
    Ok(())
}

/// Asks before all passages of this article go.
pub(super) fn ask_to_delete_all(state: &State, fx: &mut Effects) {
    let all = state.notebook.annotations().len();
    if all > 0 {
        let passages = state.passages().count();
        fx.push(Effect::AskToDeleteAll(words::delete_all(passages, all - passages)));
    }
}

/// Deletes all passages of this article; each can be brought back by undo.
pub(super) fn delete_all(state: &mut State, fx: &mut Effects) -> Result<(), NotebookError> {
    let ids: Vec<String> = state.notebook.annotations().iter().map(|annotation| annotation.id.clone()).collect();
    let mut change = Change::default();
    for id in ids {
        change.deleted.extend(apply(state, Command::Delete(id))?.deleted);
    }
    changed(state, change, String::new(), fx);
    offer(state, words::ALL_DELETED, words::UNDO_LAST, "undo", fx);
    Ok(())
}

/// Takes back the last command, or does it again.
pub(super) fn undo(state: &mut State, again: bool, fx: &mut Effects) {
    let now = (state.world.now)();
    let change = if again { state.notebook.redo(&now) } else { state.notebook.undo(&now) };
    match change {
        Some(change) => {
            dismiss(state, |_| true, fx);
            let said = if again { words::REDONE } else { words::UNDONE };
            changed(state, change, said.to_owned(), fx);
        }
        None => toast(state, if again { words::NOTHING_TO_REDO } else { words::NOTHING_TO_UNDO }, fx),
    }
}

/// A new annotation of `span`, with nothing in it yet; none where no article is open.
pub(super) fn annotation(state: &State, span: Span) -> Option<Annotation> {
    let reading = state.reading.as_ref()?;
    Some(Annotation {
        id: (state.world.new_id)(),
        source: reading.source.clone(),
        title: reading.title(),
        selectors: describe(reading.text(), &reading.offsets, span),
        tags: Vec::new(),
        note: String::new(),
        correction: None,
        created: String::new(),
        modified: String::new(),
    })
}

/// Applies a command, keeps what it changed, and redraws. `said` is said once it is kept.
pub(super) fn command(
    state: &mut State,
    command: Command,
    said: String,
    fx: &mut Effects,
) -> Result<(), NotebookError> {
    let change = apply(state, command)?;
    changed(state, change, said, fx);
    Ok(())
}

/// Keeps what changed and redraws what shows it; nothing, if nothing did. `said` is said once it is kept.
pub(super) fn changed(state: &mut State, change: Change, said: String, fx: &mut Effects) {
    if change.put.is_empty() && change.deleted.is_empty() {
        return;
    }
    keep(state, change, said, fx);
    redraw(state, fx);
}

fn apply(state: &mut State, command: Command) -> Result<Change, NotebookError> {
    let now = (state.world.now)();
    state.notebook.apply(command, &now)
}

/// Marks `span` with tags and a note.
fn mark(
    state: &mut State,
    span: Span,
    tags: Vec<String>,
    note: String,
    said: String,
    fx: &mut Effects,
) -> Result<(), NotebookError> {
    let Some(new) = annotation(state, span) else { return Ok(()) };
    if !state.is_on(Layer::Notes) {
        toggle_layer(state, Layer::Notes, fx);
    }
    command(state, Command::Add(Annotation { tags, note, ..new }), said, fx)
}
