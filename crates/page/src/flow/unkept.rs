//! What the reader noted and the store has not written yet, and what passes between page, store and other tabs.

use postil::{Annotation, Notebook, Tag};
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
    /// Tags added or altered.
    pub(crate) tags: Vec<Tag>,
    /// Tags deleted, by their names.
    pub(crate) deleted_tags: Vec<String>,
    /// Said to a screen reader once all of it is kept.
    pub(crate) said: String,
}

/// What a tab tells the others: what it changed of an article's passages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct News {
    /// All that the article's passages are kept under, as far as the tab knows.
    pub(crate) keys: Vec<String>,
    /// Passages that it deleted, by their ids; what it put is read from the store.
    pub(crate) deleted: Vec<String>,
    /// Whether it changed the reader's tags, too.
    #[serde(default)]
    pub(crate) tags: bool,
}

/// What is not kept yet, by the annotation's id.
#[derive(Default)]
pub(crate) struct Unkept {
    changes: BTreeMap<String, Unwritten>,
    /// Tags by their names; `None` for one that was deleted.
    tags: BTreeMap<String, Option<Tag>>,
    pub(super) refused: bool,
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
        self.changes.is_empty() && self.tags.is_empty()
    }

    /// Whether the store has refused some of it.
    pub(crate) fn is_refused(&self) -> bool {
        self.refused && !self.is_empty()
    }

    /// Whether this annotation is on its way to the store, or held here because the store refused it.
    pub(crate) fn has(&self, id: &str) -> bool {
        self.changes.contains_key(id)
    }

    /// The same of a tag.
    pub(super) fn has_tag(&self, name: &str) -> bool {
        self.tags.contains_key(name)
    }

    /// Annotations as the store has them, as they are.
    pub(super) fn over(&self, mut kept: Vec<Annotation>) -> Vec<Annotation> {
        kept.retain(|annotation| !self.has(&annotation.id));
        kept.extend(self.changes.values().filter_map(|held| held.now.clone()));
        kept
    }

    /// Takes up what is on its way to the store.
    pub(super) fn note(&mut self, writing: &Writing) {
        let put = writing.put.iter().map(|annotation| (annotation.id.clone(), Some(annotation.clone())));
        for (id, now) in put.chain(writing.deleted.iter().map(|id| (id.clone(), None))) {
            self.changes.insert(id, Unwritten { source: writing.source.clone(), now });
        }
        self.tags.extend(writing.tags.iter().map(|tag| (tag.name.clone(), Some(tag.clone()))));
        self.tags.extend(writing.deleted_tags.iter().map(|name| (name.clone(), None)));
    }

    /// Takes out what was written, unless it has changed again meanwhile.
    pub(super) fn settle(&mut self, writing: &Writing) {
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
        self.tags.retain(|name, held| match held {
            Some(held) => !writing.tags.contains(held),
            None => !writing.deleted_tags.contains(name),
        });
    }

    /// All of it again, one writing an article.
    pub(super) fn writings(&self) -> Vec<Writing> {
        let mut by_source: BTreeMap<&str, Writing> = BTreeMap::new();
        for (id, held) in &self.changes {
            let writing = by_source.entry(&held.source).or_default();
            writing.source.clone_from(&held.source);
            match &held.now {
                Some(annotation) => writing.put.push(annotation.clone()),
                None => writing.deleted.push(id.clone()),
            }
        }
        let mut writings: Vec<Writing> = by_source.into_values().collect();
        if !self.tags.is_empty() {
            let tags = self.tags.values().flatten().cloned().collect();
            let gone = self.tags.iter().filter(|(_, held)| held.is_none());
            let deleted_tags = gone.map(|(name, _)| name.clone()).collect();
            writings.push(Writing { tags, deleted_tags, ..Writing::default() });
        }
        writings
    }

    /// Brings what of an article is not kept yet into a notebook of what is.
    pub(super) fn bring_into(&self, is_of: impl Fn(&str) -> bool, notebook: &mut Notebook) {
        let held = || self.changes.iter().filter(|(_, held)| is_of(&held.source));
        let gone: Vec<String> = held().filter(|(_, held)| held.now.is_none()).map(|(id, _)| id.clone()).collect();
        notebook.forget(&gone);
        notebook.merge(held().filter_map(|(_, held)| held.now.clone()).collect());
    }
}
