//! Other annotations brought in: from a file, or written by another tab.

use super::precedence::supersedes;
use super::{Annotation, Notebook};
use std::collections::HashMap;

/// What a merge did: ids.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Merged {
    /// Not known before.
    pub added: Vec<String>,
    /// Known, and replaced by the newer one that came in.
    pub updated: Vec<String>,
    /// Known, and as new as or newer than what came in: left as they are.
    pub same: Vec<String>,
}

impl Notebook {
    /// Takes annotations over. Of two with the same id the one modified later stays (of two modified at the same instant the same
    /// one in every tab); nothing is ever dropped because it is missing in `incoming`.
    pub fn merge(&mut self, incoming: Vec<Annotation>) -> Merged {
        let mut merged = Merged::default();
        let mut places: HashMap<String, usize> =
            self.annotations.iter().enumerate().map(|(index, a)| (a.id.clone(), index)).collect();
        for annotation in incoming {
            let id = annotation.id.clone();
            let known = places.get(&id).and_then(|&index| self.annotations.get_mut(index));
            match known {
                Some(known) if supersedes(&annotation, known) => {
                    *known = annotation;
                    merged.updated.push(id);
                }
                Some(_) => merged.same.push(id),
                None => {
                    places.insert(id.clone(), self.annotations.len());
                    self.annotations.push(annotation);
                    merged.added.push(id);
                }
            }
        }
        merged
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::anchor::Selectors;

    fn note(id: &str, note: &str, modified: &str) -> Annotation {
        Annotation {
            id: id.into(),
            source: "urn:x".into(),
            title: String::new(),
            selectors: Selectors::default(),
            tags: vec![],
            note: note.into(),
            correction: None,
            created: "2026-01-01T00:00:00Z".into(),
            modified: modified.into(),
        }
    }

    #[test]
    fn the_newer_wins_and_nothing_is_dropped() {
        let mut book = Notebook::new(vec![
            note("kept", "mine", "2026-01-05T00:00:00Z"),
            note("old", "mine", "2026-01-01T00:00:00Z"),
            note("only here", "mine", "2026-01-01T00:00:00Z"),
        ]);
        let merged = book.merge(vec![
            note("kept", "theirs", "2026-01-04T23:00:00Z"),
            note("old", "theirs", "2026-01-02T00:00:00Z"),
            note("new", "theirs", "2026-01-02T00:00:00Z"),
            note("new", "theirs, later", "2026-01-03T00:00:00Z"),
        ]);
        assert_eq!(
            (merged.added, merged.updated, merged.same),
            (vec!["new".to_owned()], vec!["old".to_owned(), "new".to_owned()], vec!["kept".to_owned()])
        );
        let notes: Vec<_> = book.annotations().iter().map(|a| (a.id.as_str(), a.note.as_str())).collect();
        assert_eq!(notes, [("kept", "mine"), ("old", "theirs"), ("only here", "mine"), ("new", "theirs, later")]);
    }
}
