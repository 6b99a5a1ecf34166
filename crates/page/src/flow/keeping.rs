//! The keeping of what the reader noted: said to be kept once it is, held here until then, and merged with what other tabs kept.

use super::effect::{Effect, Effects, Paint, View};
use super::messages::{dismiss, toast, trouble, trouble_with};
use super::redrawing::redraw;
use super::state::{Dialog, State};
use crate::words;
use postil::{Annotation, Change, Notebook};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What is kept of an article's passages.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Kept {
    /// Those that can be read.
    pub(crate) notes: Vec<Annotation>,
    /// What stands in the rows that cannot.
    pub(crate) unreadable: Vec<String>,
}

/// What happened to the database.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Trouble {
    /// Another tab keeps it from being brought up to date.
    Blocked,
    /// A newer Postil in another tab needs it.
    Outdated,
    /// The browser closed it.
    Closed,
}

impl Trouble {
    /// By the word that the database's script has for it.
    pub(crate) fn from_word(word: &str) -> Option<Self> {
        Some(match word {
            "blocked" => Self::Blocked,
            "outdated" => Self::Outdated,
            "closed" => Self::Closed,
            _ => return None,
        })
    }
}

/// What one writing brings to the store, and what is said when it is done.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Writing {
    /// The article.
    pub(crate) source: String,
    /// Added or altered.
    pub(crate) put: Vec<Annotation>,
    /// Deleted, by their ids.
    pub(crate) deleted: Vec<String>,
    /// Said to a screen reader once all of it is kept.
    pub(crate) said: String,
}

/// What a tab tells the others: what it changed of an article's passages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct News {
    /// The article.
    pub(crate) source: String,
    /// Passages that it deleted, by their ids; what it put is read from the store.
    pub(crate) deleted: Vec<String>,
}

/// What is not kept yet, by the annotation's id.
#[derive(Default)]
pub(crate) struct Unkept {
    changes: BTreeMap<String, Unwritten>,
    /// Whether the store has refused any of it.
    refused: bool,
}

/// A change that is not kept yet.
struct Unwritten {
    source: String,
    /// The annotation; `None` for one that was deleted.
    now: Option<Annotation>,
}

impl Unkept {
    /// Whether anything is held here only.
    pub(crate) fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }

    /// Whether this annotation is on its way to the store, or held here because the store refused it.
    pub(crate) fn has(&self, id: &str) -> bool {
        self.changes.contains_key(id)
    }

    fn note(&mut self, writing: &Writing) {
        let put = writing.put.iter().map(|annotation| (annotation.id.clone(), Some(annotation.clone())));
        for (id, now) in put.chain(writing.deleted.iter().map(|id| (id.clone(), None))) {
            self.changes.insert(id, Unwritten { source: writing.source.clone(), now });
        }
    }

    /// Takes out what was written, unless it has changed again meanwhile.
    fn settle(&mut self, writing: &Writing) {
        for annotation in &writing.put {
            if self.changes.get(&annotation.id).is_some_and(|held| held.now.as_ref() == Some(annotation)) {
                self.changes.remove(&annotation.id);
            }
        }
        for id in &writing.deleted {
            if self.changes.get(id).is_some_and(|held| held.now.is_none()) {
                self.changes.remove(id);
            }
        }
    }

    /// All of it again, one writing an article.
    fn writings(&self) -> Vec<Writing> {
        let mut by_source: BTreeMap<&str, Writing> = BTreeMap::new();
        for (id, held) in &self.changes {
            let writing = by_source.entry(&held.source).or_default();
            writing.source.clone_from(&held.source);
            match &held.now {
                Some(annotation) => writing.put.push(annotation.clone()),
                None => writing.deleted.push(id.clone()),
            }
        }
        by_source.into_values().collect()
    }
}

/// Brings what of an article is not kept yet into a notebook of what is.
pub(super) fn hold(unkept: &Unkept, source: &str, notebook: &mut Notebook) {
    let held = || unkept.changes.iter().filter(|(_, held)| held.source == source);
    let gone: Vec<String> = held().filter(|(_, held)| held.now.is_none()).map(|(id, _)| id.clone()).collect();
    notebook.forget(&gone);
    notebook.merge(held().filter_map(|(_, held)| held.now.clone()).collect());
}

/// Writes what changed of the open article's passages; `said` is said once that is kept.
pub(super) fn keep(state: &mut State, change: Change, said: String, fx: &mut Effects) {
    let Some(reading) = &state.reading else { return };
    let put = change.put.iter().filter_map(|id| state.notebook.get(id).cloned()).collect();
    let writing = Writing { source: reading.source.clone(), put, deleted: change.deleted, said };
    state.unkept.note(&writing);
    fx.push(Effect::Store(writing));
}

/// A writing is kept: other tabs hear of it, and only now is it said to be so.
pub(super) fn kept(state: &mut State, writing: Writing, fx: &mut Effects) {
    state.unkept.settle(&writing);
    fx.push(Effect::Broadcast(News { source: writing.source, deleted: writing.deleted }));
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

/// Another tab changed an article's passages. What it deleted goes, unless it was changed here and is not kept yet.
pub(super) fn changed_elsewhere(state: &mut State, news: News, fx: &mut Effects) {
    if state.reading.as_ref().is_none_or(|reading| reading.source != news.source) {
        return;
    }
    if let Dialog::Edit(id) = &state.dialog
        && news.deleted.contains(id)
    {
        state.deleted_elsewhere = state.notebook.get(id).cloned();
    }
    let gone: Vec<String> = news.deleted.into_iter().filter(|id| !state.unkept.has(id)).collect();
    if !state.notebook.forget(&gone).deleted.is_empty() {
        redraw(state, fx);
    }
    fx.push(Effect::ReadNotes(news.source));
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
