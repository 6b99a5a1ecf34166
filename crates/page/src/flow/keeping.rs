//! The keeping of what the reader noted: said to be kept once it is, held here until then, and merged with what other tabs kept.

use super::backing_up::new_among;
use super::effect::{Effect, Effects, Paint, View};
use super::messages::{dismiss, toast, trouble, trouble_with};
use super::redrawing::redraw;
use super::state::{Dialog, State};
use super::unkept::{Kept, News, Trouble, Writing};
use crate::words;
use postil::{Change, Tag};

/// Writes what changed of the open article's passages, and of tags (those put, and the names of those deleted); `said` is said once that
/// is kept.
pub(super) fn keep(
    state: &mut State,
    change: Change,
    (tags, deleted_tags): (Vec<Tag>, Vec<String>),
    said: String,
    fx: &mut Effects,
) {
    let source = state.reading.as_ref().map(|reading| reading.source.clone()).unwrap_or_default();
    let put = change.put.iter().filter_map(|id| state.notebook.get(id).cloned()).collect();
    let writing = Writing { source, put, deleted: change.deleted, tags, deleted_tags, said };
    state.unkept.note(&writing);
    fx.push(Effect::Store(writing));
}

/// A writing is kept: other tabs hear of it, and only now is it said to be so.
pub(super) fn kept(state: &mut State, writing: Writing, fx: &mut Effects) {
    state.unkept.settle(&writing);
    if !writing.put.is_empty() && !std::mem::replace(&mut state.kept_for_good, true) {
        fx.push(Effect::KeepForGood);
    }
    let new = new_among(&writing.put);
    if new > 0 {
        fx.push(Effect::CountForBackup(new));
    }
    let tags = !(writing.tags.is_empty() && writing.deleted_tags.is_empty());
    let keys = match state.reading.as_ref().filter(|reading| reading.is_of(&writing.source)) {
        Some(reading) => reading.keys(),
        None => vec![writing.source],
    };
    fx.push(Effect::Broadcast(News { keys, deleted: writing.deleted, tags }));
    if !writing.said.is_empty() {
        fx.say(writing.said);
    }
    fx.paint(Paint::Notes);
    if state.unkept.is_empty() && std::mem::take(&mut state.unkept.refused) {
        dismiss(state, |toast| toast.button.is_some_and(|(_, act)| act == KEEP_AGAIN), fx);
        toast(state, words::KEPT_AFTER_ALL, fx);
    }
}

/// What the button that writes again does.
const KEEP_AGAIN: &str = "keep";

/// The store refused a writing: it stays here, and is tried again after a while, or when the reader says so.
pub(super) fn refused(state: &mut State, why: String, fx: &mut Effects) {
    dismiss(state, |toast| toast.button.is_some_and(|(_, act)| act == KEEP_AGAIN), fx);
    trouble_with(state, why, words::TRY_AGAIN, KEEP_AGAIN, fx);
    if !std::mem::replace(&mut state.unkept.refused, true) {
        fx.push(Effect::KeepLater);
    }
}

/// Writes everything that was refused once more; `later` when a while has passed, and not because the reader said so.
pub(super) fn keep_again(state: &State, later: bool, fx: &mut Effects) {
    if state.unkept.is_empty() {
        return;
    }
    state.unkept.writings().into_iter().for_each(|writing| fx.push(Effect::Store(writing)));
    if later {
        fx.push(Effect::KeepLater);
    }
}

/// Something happened to the database: said in a sentence, and the page works on.
pub(super) fn database(state: &mut State, what: Trouble, fx: &mut Effects) {
    let says = match what {
        Trouble::Blocked => words::DATABASE_BLOCKED,
        Trouble::Outdated => words::DATABASE_OUTDATED,
        Trouble::Closed => words::DATABASE_CLOSED,
    };
    trouble(state, says.to_owned(), fx);
}

/// Another tab changed an article's passages, in this or another of its layouts. What it deleted goes, unless it was changed here and is not kept yet.
pub(super) fn changed_elsewhere(state: &mut State, news: News, fx: &mut Effects) {
    if news.tags {
        fx.push(Effect::ReadTags);
    }
    let Some(reading) = state.reading.as_mut().filter(|reading| news.keys.iter().any(|key| reading.is_of(key))) else {
        return;
    };
    // the other tab may show a layout of it that was not known when this one was opened
    reading.learn_keys(&news.keys);
    let keys = reading.keys();
    if let Dialog::Edit(id) = &state.dialog
        && news.deleted.contains(id)
    {
        state.deleted_elsewhere = state.notebook.get(id).cloned();
    }
    let gone: Vec<String> = news.deleted.into_iter().filter(|id| !state.unkept.has(id)).collect();
    if !state.notebook.forget(&gone).deleted.is_empty() {
        redraw(state, fx);
    }
    fx.push(Effect::ReadNotes(keys));
}

/// Takes over what is kept of an article's passages. Nothing goes because it is missing there: it may be on its way.
pub(super) fn take_over(state: &mut State, source: &str, kept: Kept, fx: &mut Effects) {
    if state.reading.as_ref().is_none_or(|reading| reading.source != source) {
        return;
    }
    if state.unreadable != kept.unreadable {
        state.unreadable = kept.unreadable;
        tell_unreadable(state, fx);
        fx.draw(View::List);
    }
    let theirs = kept.notes.into_iter().filter(|annotation| !state.unkept.has(&annotation.id)).collect();
    let merged = state.notebook.merge(theirs);
    if !(merged.added.is_empty() && merged.updated.is_empty()) {
        redraw(state, fx);
    }
}

/// Says that some rows cannot be read; they are listed with the passages.
pub(super) fn tell_unreadable(state: &mut State, fx: &mut Effects) {
    if !state.unreadable.is_empty() {
        trouble(state, words::unreadable_notes(state.unreadable.len()), fx);
    }
}
