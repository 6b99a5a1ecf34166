//! The reader's notebook: commands in, changes out, and back again.

use super::tags::{TagUse, tag_uses, tidy_tags};
use super::{Annotation, Change, Command, Edit, NotebookError};
use crate::anchor::{Resolution, resolve_all};
use crate::order::{sort_by_key, sort_by_numbers};
use crate::text::{Offsets, Span};

/// The reader's annotations, of one article or of a whole library.
///
/// It stores nothing and remembers nothing itself: each command returns the [`Edit`] that a store is to write, a page to redraw, and a
/// [`History`](super::History) to take back.
#[derive(Clone, Debug, Default)]
pub struct Notebook {
    pub(super) annotations: Vec<Annotation>,
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

    /// Finds all of them in the `text` of their article.
    #[must_use]
    pub fn place(&self, text: &str, offsets: &Offsets) -> Placed {
        let mut placed = Placed::default();
        let selectors: Vec<_> = self.annotations.iter().map(|annotation| &annotation.selectors).collect();
        for (index, resolution) in resolve_all(text, offsets, &selectors).into_iter().enumerate() {
            match resolution {
                Resolution::Exact(_) => {}
                Resolution::Moved(_) => placed.moved.push(index),
                Resolution::Changed(_) => placed.changed.push(index),
                Resolution::Gone => placed.orphans.push(index),
            }
            placed.found.extend(resolution.span().map(|span| (span, index)));
        }
        sort_by_numbers(&mut placed.found, |(span, _)| (span.start, usize::MAX - span.end));
        let created = |&index: &usize| self.annotations.get(index).map(|a| &a.created);
        sort_by_key(&mut placed.orphans, created);
        placed
    }

    /// Carries out a command at the time `now` (ISO 8601 UTC).
    ///
    /// Tags are tidied (see [`tidy_tags`]). A command that changes nothing gives an edit from what is to what is.
    ///
    /// # Errors
    /// When the annotation to change or delete is not there.
    pub fn apply(&mut self, command: Command, now: &str) -> Result<Edit, NotebookError> {
        let known = |id: &str| self.get(id).cloned().ok_or_else(|| NotebookError::Unknown(id.to_owned()));
        let (before, after) = match command {
            Command::Add(mut new) => {
                new.tags = tidy_tags(&new.tags);
                for time in [&mut new.created, &mut new.modified] {
                    if time.is_empty() {
                        now.clone_into(time);
                    }
                }
                (self.get(&new.id).cloned(), Some(new))
            }
            Command::Retag(id, tags) => {
                let before = known(&id)?;
                let after = Annotation { tags: tidy_tags(&tags), ..before.clone() };
                (Some(before), Some(after))
            }
            Command::Note(id, note) => {
                let before = known(&id)?;
                let after = Annotation { note, ..before.clone() };
                (Some(before), Some(after))
            }
            Command::Correct(id, correction) => {
                let before = known(&id)?;
                let after = Annotation { correction: Some(correction), ..before.clone() };
                (Some(before), Some(after))
            }
            Command::Attach(id, selectors) => {
                let before = known(&id)?;
                let after = Annotation { selectors, ..before.clone() };
                (Some(before), Some(after))
            }
            Command::Delete(id) => (Some(known(&id)?), None),
        };
        let mut edit = Edit { before, after };
        if edit.before != edit.after {
            // what is new is as it was given, its own time included
            if let (Some(_), Some(after)) = (&edit.before, &mut edit.after) {
                now.clone_into(&mut after.modified);
            }
            let id = edit.about().map(|a| a.id.clone()).unwrap_or_default();
            self.set(&id, edit.after.clone());
        }
        Ok(edit)
    }

    /// Makes an edit on what is there now, to which other things may have been done since: those stay. The annotation counts as
    /// modified `now`, so that other tabs and devices take it over, too.
    pub fn carry_out(&mut self, edit: &Edit, now: &str) -> Change {
        let Some(id) = edit.about().map(|a| a.id.clone()) else { return Change::default() };
        let made = edit.onto(self.get(&id));
        if made.as_ref() == self.get(&id) {
            return Change::default();
        }
        self.set(&id, made.map(|a| Annotation { modified: now.to_owned(), ..a }))
    }

    /// Takes over that another tab deleted these annotations.
    pub fn forget(&mut self, ids: &[String]) -> Change {
        let mut change = Change::default();
        for id in ids {
            change.deleted.append(&mut self.set(id, None).deleted);
        }
        change
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

    fn done(book: &mut Notebook, command: Command, now: &str) -> Change {
        book.apply(command, now).unwrap().change()
    }

    #[test]
    fn adds_retags_notes_and_deletes() {
        let mut book = Notebook::default();
        assert_eq!(done(&mut book, Command::Add(note("a", "harbour")), "t1"), put(&["a"]));
        assert_eq!(
            done(&mut book, Command::Retag("a".into(), vec![" money ".into(), "Money".into()]), "t2"),
            put(&["a"])
        );
        assert_eq!(done(&mut book, Command::Note("a".into(), "ask".into()), "t3"), put(&["a"]));
        let a = book.get("a").unwrap();
        assert_eq!((&a.tags[..], a.note.as_str()), (&["money".to_owned()][..], "ask"));
        assert_eq!((a.created.as_str(), a.modified.as_str()), ("t1", "t3"));
        assert_eq!(done(&mut book, Command::Delete("a".into()), "t4"), deleted(&["a"]));
        assert_eq!(book.annotations(), []);
    }

    #[test]
    fn unknown_ids_are_refused() {
        let mut book = Notebook::default();
        let refused = Err(NotebookError::Unknown("x".into()));
        assert_eq!(book.apply(Command::Delete("x".into()), "t"), refused);
        assert_eq!(book.apply(Command::Note("x".into(), String::new()), "t"), refused);
        assert_eq!(book.apply(Command::Retag("x".into(), vec![]), "t"), refused);
    }

    #[test]
    fn a_command_that_changes_nothing_gives_an_empty_change() {
        let mut book = Notebook::default();
        book.apply(Command::Add(note("a", "harbour")), "t1").unwrap();
        assert_eq!(done(&mut book, Command::Retag("a".into(), vec!["source ".into()]), "t2"), Change::default());
        assert_eq!(book.annotations()[0].modified, "t1");
    }

    #[test]
    fn places_by_position_and_keeps_orphans() {
        let mut lost = note("lost", "union");
        lost.selectors.quote.as_mut().unwrap().exact = "a sentence that was taken out".into();
        let notes =
            vec![note("union", "union"), lost, note("word", "The harbour"), note("all", "The harbour will close.")];
        let book = Notebook::new(notes);
        let placed = book.place(TEXT, &Offsets::new(TEXT));
        let names = |i: usize| book.annotations()[i].id.as_str();
        assert_eq!(placed.found.iter().map(|&(_, i)| names(i)).collect::<Vec<_>>(), ["all", "word", "union"]);
        assert_eq!(placed.orphans.iter().map(|&i| names(i)).collect::<Vec<_>>(), ["lost"]);
    }

    #[test]
    fn what_another_tab_deleted_goes() {
        let mut book = Notebook::default();
        book.apply(Command::Add(note("a", "harbour")), "t1").unwrap();
        assert_eq!(book.forget(&["a".into(), "b".into()]), deleted(&["a"]));
    }
}
