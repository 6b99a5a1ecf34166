//! The reader's notebook: commands in, changes out, and back again.

use super::tags::{TagUse, tag_uses, tidy_tags};
use super::{Annotation, Change, Command, NotebookError};
use crate::anchor::{Resolution, resolve_all};
use crate::text::{Offsets, Span, sort_by_numbers};
use std::collections::VecDeque;

/// How many commands can be undone; the oldest is forgotten first. More than a reader takes back, little enough to hold two
/// copies of an annotation each.
const HISTORY: usize = 1_000;

/// The reader's annotations, of one article or of a whole library, with undo and redo.
///
/// It stores nothing itself: each command returns the [`Change`] that a store is to write and a page to redraw.
#[derive(Clone, Debug, Default)]
pub struct Notebook {
    pub(super) annotations: Vec<Annotation>,
    pub(super) done: VecDeque<Step>,
    pub(super) undone: Vec<Step>,
}

/// One command as it can be taken back: an annotation before and after it.
#[derive(Clone, Debug)]
pub(super) struct Step {
    pub(super) id: String,
    before: Option<Annotation>,
    after: Option<Annotation>,
}

/// Where the annotations of one article stand in its text. Indices are those of [`Notebook::annotations`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Placed {
    /// Those found, ordered by start, longer ones first among equals, so that each encloses what follows it.
    pub found: Vec<(Span, usize)>,
    /// Those of the found whose words stand elsewhere than they did, in the notebook's order.
    pub moved: Vec<usize>,
    /// Those of the found in whose place other words stand ([`difference`](crate::difference) tells which), in the notebook's order.
    pub changed: Vec<usize>,
    /// Those whose passage is no longer in the text, oldest first. They stay in the notebook.
    pub orphans: Vec<usize>,
}

impl Notebook {
    /// A notebook of what a store held.
    #[must_use]
    pub fn new(annotations: Vec<Annotation>) -> Self {
        let mut notebook = Self::default();
        notebook.merge(annotations);
        notebook
    }

    /// Its annotations, in the order in which they came.
    #[must_use]
    pub fn annotations(&self) -> &[Annotation] {
        &self.annotations
    }

    /// The annotation with this id.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&Annotation> {
        self.annotations.iter().find(|a| a.id == id)
    }

    /// The tags in use, most used first, the more recently used first among equals.
    #[must_use]
    pub fn tags(&self) -> Vec<TagUse> {
        tag_uses(&self.annotations)
    }

    /// Finds the annotations of the article `source` in its `text`.
    #[must_use]
    pub fn place(&self, source: &str, text: &str, offsets: &Offsets) -> Placed {
        let mut placed = Placed::default();
        let own: Vec<(usize, &Annotation)> =
            self.annotations.iter().enumerate().filter(|(_, a)| a.source == source).collect();
        let selectors: Vec<_> = own.iter().map(|(_, annotation)| &annotation.selectors).collect();
        for (resolution, &(index, _)) in resolve_all(text, offsets, &selectors).into_iter().zip(&own) {
            match resolution {
                Resolution::Exact(_) => {}
                Resolution::Moved(_) => placed.moved.push(index),
                Resolution::Changed(_) => placed.changed.push(index),
                Resolution::Gone => placed.orphans.push(index),
            }
            placed.found.extend(resolution.span().map(|span| (span, index)));
        }
        sort_by_numbers(&mut placed.found, |(span, _)| (span.start, usize::MAX - span.end));
        placed
            .orphans
            .sort_by_cached_key(|&index| self.annotations.get(index).map(|a| a.created.clone()).unwrap_or_default());
        placed
    }

    /// Carries out a command at the time `now` (ISO 8601 UTC), and forgets what was undone before.
    ///
    /// Tags are tidied (see [`tidy_tags`]). A command that changes nothing gives an empty [`Change`] and is not remembered.
    ///
    /// # Errors
    /// When the annotation to change or delete is not there.
    pub fn apply(&mut self, command: Command, now: &str) -> Result<Change, NotebookError> {
        let known = |id: &str| self.get(id).cloned().ok_or_else(|| NotebookError::Unknown(id.to_owned()));
        let step = match command {
            Command::Add(mut new) => {
                new.tags = tidy_tags(&new.tags);
                for time in [&mut new.created, &mut new.modified] {
                    if time.is_empty() {
                        now.clone_into(time);
                    }
                }
                Step { id: new.id.clone(), before: self.get(&new.id).cloned(), after: Some(new) }
            }
            Command::Retag(id, tags) => {
                let before = known(&id)?;
                let after = Annotation { tags: tidy_tags(&tags), ..before.clone() };
                Step { id, before: Some(before), after: Some(after) }
            }
            Command::Note(id, note) => {
                let before = known(&id)?;
                let after = Annotation { note, ..before.clone() };
                Step { id, before: Some(before), after: Some(after) }
            }
            Command::Correct(id, correction) => {
                let before = known(&id)?;
                let after = Annotation { correction: Some(correction), ..before.clone() };
                Step { id, before: Some(before), after: Some(after) }
            }
            Command::Delete(id) => Step { before: Some(known(&id)?), after: None, id },
        };
        if step.before == step.after {
            return Ok(Change::default());
        }
        let change = if step.before.is_none() {
            self.set(&step.id, step.after.clone()) // as it was given, its own time included
        } else {
            self.set_at(&step.id, step.after.as_ref(), now)
        };
        self.undone.clear();
        self.remember(step);
        Ok(change)
    }

    /// Takes the last command back, or `None` when there is none. The annotation counts as modified `now`, so that other tabs
    /// and devices take over the undoing, too.
    pub fn undo(&mut self, now: &str) -> Option<Change> {
        let step = self.done.pop_back()?;
        let change = self.set_at(&step.id, step.before.as_ref(), now);
        self.undone.push(step);
        Some(change)
    }

    /// Does again what was undone last, or `None` when there is nothing. See [`Notebook::undo`] for `now`.
    pub fn redo(&mut self, now: &str) -> Option<Change> {
        let step = self.undone.pop()?;
        let change = self.set_at(&step.id, step.after.as_ref(), now);
        self.remember(step);
        Some(change)
    }

    /// Takes over that another tab deleted these annotations; that is not this notebook's to undo.
    pub fn forget(&mut self, ids: &[String]) -> Change {
        let mut change = Change::default();
        for id in ids {
            change.deleted.append(&mut self.set(id, None).deleted);
        }
        self.drop_history(|id| ids.iter().any(|i| i == id));
        change
    }

    /// Drops the steps of annotations that were changed from outside: undoing them would undo somebody else's work.
    pub(super) fn drop_history(&mut self, changed: impl Fn(&str) -> bool) {
        self.done.retain(|step| !changed(&step.id));
        self.undone.retain(|step| !changed(&step.id));
    }

    fn remember(&mut self, step: Step) {
        if self.done.len() >= HISTORY {
            self.done.pop_front();
        }
        self.done.push_back(step);
    }

    fn set_at(&mut self, id: &str, state: Option<&Annotation>, now: &str) -> Change {
        self.set(id, state.map(|a| Annotation { modified: now.to_owned(), ..a.clone() }))
    }

    /// Makes `state` the annotation with this id.
    fn set(&mut self, id: &str, state: Option<Annotation>) -> Change {
        let place = self.annotations.iter().position(|a| a.id == id);
        let mut change = Change::default();
        match (place, state) {
            (Some(index), Some(new)) => {
                if let Some(old) = self.annotations.get_mut(index) {
                    *old = new;
                }
                change.put.push(id.to_owned());
            }
            (None, Some(new)) => {
                self.annotations.push(new);
                change.put.push(id.to_owned());
            }
            (Some(index), None) => {
                self.annotations.remove(index);
                change.deleted.push(id.to_owned());
            }
            (None, None) => {}
        }
        change
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::anchor::describe;
    use proptest::prelude::*;

    const TEXT: &str = "The mayor spoke first. The harbour will close. The union answered.";

    fn note(id: &str, passage: &str) -> Annotation {
        let start = TEXT.find(passage).unwrap();
        Annotation {
            id: id.into(),
            source: "https://quay.example/a".into(),
            title: "Harbour".into(),
            selectors: describe(TEXT, &Offsets::new(TEXT), Span::new(start, start + passage.len())),
            tags: vec!["source".into()],
            note: String::new(),
            correction: None,
            created: String::new(),
            modified: String::new(),
        }
    }

    fn put(ids: &[&str]) -> Change {
        Change { put: ids.iter().map(|&i| i.into()).collect(), deleted: vec![] }
    }

    fn deleted(ids: &[&str]) -> Change {
        Change { put: vec![], deleted: ids.iter().map(|&i| i.into()).collect() }
    }

    #[test]
    fn adds_retags_notes_and_deletes() {
        let mut book = Notebook::default();
        assert_eq!(book.apply(Command::Add(note("a", "harbour")), "t1"), Ok(put(&["a"])));
        assert_eq!(
            book.apply(Command::Retag("a".into(), vec![" money ".into(), "Money".into()]), "t2"),
            Ok(put(&["a"]))
        );
        assert_eq!(book.apply(Command::Note("a".into(), "ask".into()), "t3"), Ok(put(&["a"])));
        let a = book.get("a").unwrap();
        assert_eq!((&a.tags[..], a.note.as_str()), (&["money".to_owned()][..], "ask"));
        assert_eq!((a.created.as_str(), a.modified.as_str()), ("t1", "t3"));
        assert_eq!(book.apply(Command::Delete("a".into()), "t4"), Ok(deleted(&["a"])));
        assert_eq!(book.annotations(), []);
    }

    #[test]
    fn unknown_ids_are_refused_and_nothing_is_remembered() {
        let mut book = Notebook::default();
        let refused = Err(NotebookError::Unknown("x".into()));
        assert_eq!(book.apply(Command::Delete("x".into()), "t"), refused);
        assert_eq!(book.apply(Command::Note("x".into(), String::new()), "t"), refused);
        assert_eq!(book.apply(Command::Retag("x".into(), vec![]), "t"), refused);
        assert_eq!(book.undo("t"), None);
    }

    #[test]
    fn undo_and_redo_go_through_all_steps() {
        let mut book = Notebook::default();
        book.apply(Command::Add(note("a", "harbour")), "t1").unwrap();
        book.apply(Command::Note("a".into(), "ask".into()), "t2").unwrap();
        book.apply(Command::Delete("a".into()), "t3").unwrap();
        assert_eq!(book.undo("t4"), Some(put(&["a"])));
        assert_eq!((book.annotations()[0].note.as_str(), book.annotations()[0].modified.as_str()), ("ask", "t4"));
        assert_eq!(book.undo("t5"), Some(put(&["a"])));
        assert_eq!(book.annotations()[0].note, "");
        assert_eq!(book.undo("t6"), Some(deleted(&["a"])));
        assert_eq!((book.undo("t7"), book.annotations().len()), (None, 0));
        assert_eq!(book.redo("t8"), Some(put(&["a"])));
        assert_eq!(book.redo("t9"), Some(put(&["a"])));
        assert_eq!(book.annotations()[0].note, "ask");
        // a new command closes the way forward
        book.apply(Command::Note("a".into(), "told".into()), "t10").unwrap();
        assert_eq!(book.redo("t11"), None);
    }

    #[test]
    fn a_command_that_changes_nothing_is_not_remembered() {
        let mut book = Notebook::default();
        book.apply(Command::Add(note("a", "harbour")), "t1").unwrap();
        assert_eq!(book.apply(Command::Retag("a".into(), vec!["source ".into()]), "t2"), Ok(Change::default()));
        assert_eq!(book.annotations()[0].modified, "t1");
        assert_eq!(book.undo("t3"), Some(deleted(&["a"])));
    }

    #[test]
    fn places_by_position_and_keeps_orphans() {
        let mut lost = note("lost", "union");
        lost.selectors.quote.as_mut().unwrap().exact = "a sentence that was taken out".into();
        let mut elsewhere = note("elsewhere", "union");
        elsewhere.source = "https://quay.example/b".into();
        let notes = vec![
            note("union", "union"),
            lost,
            elsewhere,
            note("word", "The harbour"),
            note("all", "The harbour will close."),
        ];
        let book = Notebook::new(notes);
        let placed = book.place("https://quay.example/a", TEXT, &Offsets::new(TEXT));
        let names = |i: usize| book.annotations()[i].id.as_str();
        assert_eq!(placed.found.iter().map(|&(_, i)| names(i)).collect::<Vec<_>>(), ["all", "word", "union"]);
        assert_eq!(placed.orphans.iter().map(|&i| names(i)).collect::<Vec<_>>(), ["lost"]);
    }

    #[test]
    fn what_another_tab_deleted_is_not_undone() {
        let mut book = Notebook::default();
        book.apply(Command::Add(note("a", "harbour")), "t1").unwrap();
        assert_eq!(book.forget(&["a".into(), "b".into()]), deleted(&["a"]));
        assert_eq!(book.undo("t2"), None);
    }

    #[test]
    fn history_is_bounded() {
        let mut book = Notebook::default();
        book.apply(Command::Add(note("a", "harbour")), "t").unwrap();
        for n in 0..HISTORY + 5 {
            book.apply(Command::Note("a".into(), n.to_string()), "t").unwrap();
        }
        assert_eq!(std::iter::from_fn(|| book.undo("t")).count(), HISTORY);
        assert_eq!(book.annotations()[0].note, "4");
    }

    fn commands() -> impl Strategy<Value = Vec<(u8, u8)>> {
        prop::collection::vec((0_u8..4, 0_u8..4), 0..40)
    }

    proptest! {
        #[test]
        fn undoing_all_gives_nothing_and_redoing_all_gives_it_back(commands in commands()) {
            let mut book = Notebook::default();
            for (what, which) in commands {
                let id = which.to_string();
                let _refused = match what {
                    0 => book.apply(Command::Add(note(&id, "union")), "t"),
                    1 => book.apply(Command::Retag(id, vec![which.to_string()]), "t"),
                    2 => book.apply(Command::Note(id, "n".repeat(which.into())), "t"),
                    _ => book.apply(Command::Delete(id), "t"),
                };
            }
            let sorted = |book: &Notebook| {
                let mut all = book.annotations().to_vec();
                all.sort_by(|a, b| a.id.cmp(&b.id));
                all
            };
            let before = sorted(&book);
            while book.undo("t").is_some() {}
            prop_assert_eq!(book.annotations().len(), 0);
            while book.redo("t").is_some() {}
            prop_assert_eq!(sorted(&book), before);
        }
    }
}
