//! What the reader did, step by step: each step can be taken back by itself, whatever was done after it, and done again.

use super::{Annotation, Change, Tag, TagEdit, same_tag};
use std::collections::VecDeque;

/// How many steps are remembered; the oldest is forgotten first. More than a reader takes back.
const LONGEST: usize = 1_000;

/// An annotation before and after a step; `None` where there was none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Edit {
    /// As it was.
    pub before: Option<Annotation>,
    /// As it was made.
    pub after: Option<Annotation>,
}

/// One thing that the reader did, to any number of passages and tags.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Step {
    /// Counts steps from 1: no two have the same.
    pub number: u32,
    /// What was done, in words.
    pub what: String,
    /// What became of passages.
    pub edits: Vec<Edit>,
    /// What became of tags.
    pub tags: Vec<TagEdit>,
}

/// The steps that can be taken back, and those that can be done again.
#[derive(Clone, Debug, Default)]
pub struct History {
    done: VecDeque<Step>,
    undone: Vec<Step>,
    count: u32,
}

impl Edit {
    /// The annotation that it is about, in one of its forms.
    #[must_use]
    pub fn about(&self) -> Option<&Annotation> {
        self.after.as_ref().or(self.before.as_ref())
    }

    /// Which ids it alters and deletes.
    #[must_use]
    pub fn change(&self) -> Change {
        let id = |annotation: &Annotation| annotation.id.clone();
        match (&self.before, &self.after) {
            (before, after) if before == after => Change::default(),
            (_, Some(after)) => Change { put: vec![id(after)], deleted: Vec::new() },
            (before, None) => Change { put: Vec::new(), deleted: before.iter().map(id).collect() },
        }
    }

    /// The way back.
    #[must_use]
    pub fn reversed(&self) -> Self {
        Self { before: self.after.clone(), after: self.before.clone() }
    }

    /// What it makes of an annotation to which other things may have been done since: those stay.
    #[must_use]
    pub fn onto(&self, current: Option<&Annotation>) -> Option<Annotation> {
        let nothing =
            |a: &Annotation| Annotation { tags: Vec::new(), note: String::new(), correction: None, ..a.clone() };
        match (&self.before, &self.after, current) {
            (None, made, None) => made.clone(),
            (Some(_), _, None) => None,
            (before, after, Some(current)) => {
                let from = before.clone().unwrap_or_else(|| nothing(current));
                let to = after.clone().unwrap_or_else(|| nothing(current));
                let selectors =
                    if current.selectors == from.selectors { to.selectors } else { current.selectors.clone() };
                let made = Annotation {
                    selectors,
                    tags: moved_tags(&from.tags, &to.tags, &current.tags),
                    note: if current.note == from.note { to.note } else { current.note.clone() },
                    correction: if current.correction == from.correction {
                        to.correction
                    } else {
                        current.correction.clone()
                    },
                    ..current.clone()
                };
                // an empty one stays only where that is what the reader made
                let is_empty = |a: &Annotation| a.tags.is_empty() && a.note.is_empty() && a.correction.is_none();
                (!is_empty(&made) || after.as_ref().is_some_and(is_empty)).then_some(made)
            }
        }
    }
}

/// `current`, without what is in `from` only and with what is in `to` only.
fn moved_tags(from: &[String], to: &[String], current: &[String]) -> Vec<String> {
    if current == from {
        return to.to_vec();
    }
    let has = |tags: &[String], tag: &str| tags.iter().any(|t| same_tag(t, tag));
    let mut tags: Vec<String> = current.iter().filter(|t| !has(from, t) || has(to, t)).cloned().collect();
    for tag in to {
        if !has(from, tag) && !has(&tags, tag) {
            tags.push(tag.clone());
        }
    }
    tags
}

impl Step {
    /// The way back.
    #[must_use]
    fn reversed(&self) -> Self {
        let turned = |edit: &TagEdit| TagEdit { before: edit.after.clone(), after: edit.before.clone() };
        Self {
            number: self.number,
            what: self.what.clone(),
            edits: self.edits.iter().rev().map(Edit::reversed).collect(),
            tags: self.tags.iter().rev().map(turned).collect(),
        }
    }
}

impl History {
    /// Remembers what was done, and gives its number; nothing, for what changed nothing. What was undone cannot be done again after it.
    pub fn record(&mut self, what: String, edits: Vec<Edit>, tags: Vec<TagEdit>) -> Option<u32> {
        let edits: Vec<Edit> = edits.into_iter().filter(|edit| edit.before != edit.after).collect();
        if edits.is_empty() && tags.is_empty() {
            return None;
        }
        self.undone.clear();
        self.count = self.count.wrapping_add(1);
        self.remember(Step { number: self.count, what, edits, tags });
        Some(self.count)
    }

    /// Takes one step back, or the last: gives what is to be done for that. `None` when there is none, or it is taken back already.
    pub fn undo(&mut self, number: Option<u32>) -> Option<Step> {
        let at = match number {
            Some(number) => self.done.iter().position(|step| step.number == number)?,
            None => self.done.len().checked_sub(1)?,
        };
        let step = self.done.remove(at)?;
        let back = step.reversed();
        self.undone.push(step);
        Some(back)
    }

    /// Does one step again, or the one that was undone last: gives what is to be done.
    pub fn redo(&mut self, number: Option<u32>) -> Option<Step> {
        let at = match number {
            Some(number) => self.undone.iter().position(|step| step.number == number)?,
            None => self.undone.len().checked_sub(1)?,
        };
        let step = self.undone.remove(at);
        self.remember(step.clone());
        Some(step)
    }

    /// The step that would be taken back, or done again: by its number, or the last.
    #[must_use]
    pub fn next(&self, number: Option<u32>, again: bool) -> Option<&Step> {
        let wanted = |step: &&Step| number.is_none_or(|number| step.number == number);
        if again { self.undone.iter().rfind(wanted) } else { self.done.iter().rfind(wanted) }
    }

    fn remember(&mut self, step: Step) {
        if self.done.len() >= LONGEST {
            self.done.pop_front();
        }
        self.done.push_back(step);
    }
}

/// The tags that a list of edits puts and deletes, by name.
#[must_use]
pub fn tag_rows(edits: &[TagEdit]) -> (Vec<Tag>, Vec<String>) {
    let put: Vec<Tag> = edits.iter().filter_map(|edit| edit.after.clone()).collect();
    let gone = edits.iter().filter_map(|edit| edit.before.as_ref());
    let deleted = gone.filter(|tag| put.iter().all(|p| p.name != tag.name)).map(|tag| tag.name.clone()).collect();
    (put, deleted)
}

#[cfg(test)]
#[path = "history/tests.rs"]
mod tests;
