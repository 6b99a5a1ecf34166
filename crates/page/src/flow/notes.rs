//! Notes: written, edited and deleted.

use super::drafting::settle;
use super::effect::{Effect, Effects};
use super::layer::Layer;
use super::lists::toggle_layer;
use super::marking::{annotation, subject};
use super::messages::{close_dialog, offer_step, show_dialog, toast};
use super::selecting::let_selection_go;
use super::state::{Dialog, State};
use super::steps::done;
use super::subject::Subject;
use crate::page::reading::shorten;
use crate::words;
use postil::{Annotation, Command, Edit, NotebookError};

/// Opens the note of what is selected; what is not the reader's yet is marked when that is saved.
pub(super) fn start_note(state: &mut State, fx: &mut Effects) {
    if state.selected.is_none() {
        return;
    }
    let dialog = match subject(state) {
        Some(Subject::Note(id)) => Dialog::Edit(id),
        Some(new) => Dialog::Note(new),
        None => return,
    };
    let_selection_go(state, fx);
    show_dialog(state, dialog, fx);
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
        Dialog::Note(subject) => {
            settle(state, fx);
            close_dialog(state, fx);
            let Some(new) = annotation(state, &subject) else { return Ok(()) };
            if !state.is_on(Layer::Notes) {
                toggle_layer(state, Layer::Notes, fx);
            }
            command(state, Command::Add(Annotation { tags, note, ..new }), words::NOTED.to_owned(), fx).map(drop)
        }
        Dialog::Edit(id) => {
            settle(state, fx);
            close_dialog(state, fx);
            if let Some(before) =
                state.deleted_elsewhere.take().filter(|a| a.id == id && state.notebook.get(&id).is_none())
            {
                // another tab deleted it meanwhile; what was written here is not lost with it
                command(state, Command::Add(Annotation { tags, note, ..before }), String::new(), fx)?;
                toast(state, words::BROUGHT_BACK, fx);
                return Ok(());
            }
            let retagged = state.notebook.apply(Command::Retag(id.clone(), tags.clone()), &(state.world.now)())?;
            let noted = state.notebook.apply(Command::Note(id, note), &(state.world.now)())?;
            let learnt = state.tags.learn(&tags);
            let edit = Edit { before: retagged.before, after: noted.after };
            let what = words::on_passage(words::EDITED, &passage_of(&edit));
            done(state, what, vec![edit], learnt, words::NOTED.to_owned(), fx);
            Ok(())
        }
        _ => Ok(()),
    }
}

/// Deletes a passage, with a way back.
pub(super) fn delete(state: &mut State, id: String, fx: &mut Effects) -> Result<(), NotebookError> {
    settle(state, fx);
    close_dialog(state, fx);
    if let Some(step) = command(state, Command::Delete(id), String::new(), fx)? {
        let what = state.history.next(Some(step), false).map(|step| step.what.clone()).unwrap_or_default();
        offer_step(state, what, false, step, fx);
    }
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

/// Deletes all passages of this article, as one step.
pub(super) fn delete_all(state: &mut State, fx: &mut Effects) -> Result<(), NotebookError> {
    let ids: Vec<String> = state.notebook.annotations().iter().map(|annotation| annotation.id.clone()).collect();
    let now = (state.world.now)();
    let edits =
        ids.into_iter().map(|id| state.notebook.apply(Command::Delete(id), &now)).collect::<Result<Vec<_>, _>>()?;
    let what = words::all_deleted(edits.len());
    if let Some(step) = done(state, what.clone(), edits, Vec::new(), String::new(), fx) {
        offer_step(state, what, false, step, fx);
    }
    Ok(())
}

/// Applies a command, keeps what it changed, and redraws; gives the step's number. `said` is said once it is kept.
pub(super) fn command(
    state: &mut State,
    command: Command,
    said: String,
    fx: &mut Effects,
) -> Result<Option<u32>, NotebookError> {
    let edit = state.notebook.apply(command, &(state.world.now)())?;
    let does = match (&edit.before, &edit.after) {
        (None, _) => words::NOTED_STEP,
        (_, None) => words::DELETED,
        (Some(before), Some(after)) if before.selectors != after.selectors => words::ATTACHED,
        _ => words::EDITED,
    };
    let corrected = edit.about().is_some_and(|a| a.correction.is_some());
    let what = words::on_passage(if corrected { words::CORRECTED } else { does }, &passage_of(&edit));
    let learnt = edit.after.as_ref().map(|a| state.tags.learn(&a.tags)).unwrap_or_default();
    Ok(done(state, what, vec![edit], learnt, said, fx))
}

fn passage_of(edit: &Edit) -> String {
    shorten(edit.about().map_or("", |annotation| annotation.passage()), 40)
}
