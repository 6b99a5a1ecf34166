//! The reader's passages: commands to the notebook, what they change on the page, and their keeping.

use super::card::hide_card;
use super::effect::{Effect, Effects, Paint, View};
use super::layer::{Layer, Tab};
use super::lists::toggle_layer;
use super::messages::{close_dialog, dismiss, offer, show_dialog, toast};
use super::placing::place_notes;
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
    mark(state, span, vec![tag], String::new(), fx)?;
    fx.say(said);
    Ok(())
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
            mark(state, span, tags, note, fx)
        }
        Dialog::Edit(id) => {
            close_dialog(state, fx);
            let mut change = apply(state, Command::Retag(id.clone(), tags))?;
            let noted = apply(state, Command::Note(id, note))?;
            if change.put.is_empty() {
                change = noted;
            }
            changed(state, change, fx);
            Ok(())
        }
        _ => Ok(()),
    }
}

/// Deletes a passage, with a way back.
pub(super) fn delete(state: &mut State, id: String, fx: &mut Effects) -> Result<(), NotebookError> {
    close_dialog(state, fx);
    command(state, Command::Delete(id), fx)?;
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
    changed(state, change, fx);
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
            fx.say(if again { words::REDONE } else { words::UNDONE });
            changed(state, change, fx);
        }
        None => toast(state, if again { words::NOTHING_TO_REDO } else { words::NOTHING_TO_UNDO }, fx),
    }
}

/// Another tab changed an article's passages.
pub(super) fn changed_elsewhere(state: &State, source: String, fx: &mut Effects) {
    if state.reading.as_ref().is_some_and(|reading| reading.source == source) {
        fx.push(Effect::ReadNotes { source, late: false });
    }
}

/// Takes over what is kept of an article's passages now: what is no longer kept is gone, unless it is read so `late` that it may not
/// be kept yet.
pub(super) fn take_over(state: &mut State, source: &str, kept: Vec<Annotation>, late: bool, fx: &mut Effects) {
    if state.reading.as_ref().is_none_or(|reading| reading.source != source) {
        return;
    }
    let ours = state.notebook.annotations().iter().filter(|_| !late);
    let gone = ours.filter(|ours| kept.iter().all(|theirs| theirs.id != ours.id));
    let gone: Vec<String> = gone.map(|annotation| annotation.id.clone()).collect();
    let forgotten = state.notebook.forget(&gone);
    let merged = state.notebook.merge(kept);
    if !(forgotten.deleted.is_empty() && merged.added.is_empty() && merged.updated.is_empty()) {
        redraw(state, fx);
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

/// Applies a command, keeps what it changed, and redraws.
pub(super) fn command(state: &mut State, command: Command, fx: &mut Effects) -> Result<(), NotebookError> {
    let change = apply(state, command)?;
    changed(state, change, fx);
    Ok(())
}

/// Keeps what changed and redraws what shows it; nothing, if nothing did.
pub(super) fn changed(state: &mut State, change: Change, fx: &mut Effects) {
    let Some(reading) = &state.reading else { return };
    if change.put.is_empty() && change.deleted.is_empty() {
        return;
    }
    let source = reading.source.clone();
    redraw(state, fx);
    let put = change.put.iter().filter_map(|id| state.notebook.get(id).cloned()).collect();
    fx.push(Effect::Store { source, put, deleted: change.deleted });
}

fn apply(state: &mut State, command: Command) -> Result<Change, NotebookError> {
    let now = (state.world.now)();
    state.notebook.apply(command, &now)
}

/// Marks `span` with tags and a note.
fn mark(state: &mut State, span: Span, tags: Vec<String>, note: String, fx: &mut Effects) -> Result<(), NotebookError> {
    let Some(new) = annotation(state, span) else { return Ok(()) };
    if !state.is_on(Layer::Notes) {
        toggle_layer(state, Layer::Notes, fx);
    }
    command(state, Command::Add(Annotation { tags, note, ..new }), fx)
}

/// Places the passages anew, and redraws everything that shows them, and, if it follows from them, what was found.
fn redraw(state: &mut State, fx: &mut Effects) {
    let anew = place_notes(state);
    hide_card(state, fx);
    if anew {
        fx.paint(Paint::Analysis);
        fx.draw(View::Voices);
        fx.draw(View::Facets);
    }
    fx.paint(Paint::Notes);
    fx.draw(View::MarginNotes);
    fx.draw(View::Layers);
    if anew || state.tab == Tab::NOTES {
        fx.draw(View::List);
    }
    fx.draw(View::Map);
}
