//! Annotations from a file beside those that are kept: nothing that the reader has is replaced by what comes in.

use super::passage::Annotation;
use super::source::Fnv;
use std::collections::HashMap;

/// What is to be kept of a file, and what became of each of its annotations.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Intake {
    /// To be stored: new ones, and kept ones with what was added to them.
    pub put: Vec<Annotation>,
    /// How many are new.
    pub added: usize,
    /// How many of the kept ones gained tags, a note or a place.
    pub completed: usize,
    /// How many say something else than the kept ones of the same id; they stand beside those, under an id of their own.
    pub beside: usize,
    /// How many were here already.
    pub same: usize,
}

/// Takes in what a file held, at `now` (ISO 8601 UTC), where `kept` is all that is kept, of every article.
///
/// Of one that is kept under the same id, what is missing is filled in: tags, a note where there is none, the words or the
/// position of the passage. Where the two disagree the kept one stays as it is, and the other one comes beside it. Taking a file in
/// twice changes nothing the second time.
#[must_use]
pub fn take_in(incoming: Vec<Annotation>, kept: &[Annotation], now: &str) -> Intake {
    let mut known: HashMap<String, Annotation> = kept.iter().map(|a| (a.id.clone(), a.clone())).collect();
    let mut order: Vec<String> = Vec::new();
    let mut intake = Intake::default();
    for mut annotation in incoming {
        let mut beside = false;
        if let Some(mine) = known.get_mut(&annotation.id) {
            if let Some(completed) = completed(mine, &annotation) {
                if completed == *mine {
                    intake.same += 1;
                } else {
                    order.push(mine.id.clone());
                    *mine = Annotation { modified: now.to_owned(), ..completed };
                    intake.completed += 1;
                }
                continue;
            }
            annotation.id = own_id(&annotation);
            beside = true;
        }
        if known.contains_key(&annotation.id) {
            intake.same += 1;
            continue;
        }
        *if beside { &mut intake.beside } else { &mut intake.added } += 1;
        order.push(annotation.id.clone());
        known.insert(annotation.id.clone(), annotation);
    }
    // one that was changed twice is taken out at its first place
    intake.put = order.into_iter().filter_map(|id| known.remove(&id)).collect();
    intake
}

/// `mine` with what `theirs` has and it lacks; `None` when they contradict each other.
fn completed(mine: &Annotation, theirs: &Annotation) -> Option<Annotation> {
    let mut all = mine.clone();
    if mine.source != theirs.source {
        return None;
    }
    fill(&mut all.selectors.quote, &theirs.selectors.quote)?;
    fill(&mut all.correction, &theirs.correction)?;
    for (here, there) in [(&mut all.note, &theirs.note), (&mut all.title, &theirs.title)] {
        if here.is_empty() {
            here.clone_from(there);
        }
    }
    if !theirs.note.is_empty() && theirs.note != all.note {
        return None;
    }
    // positions count in a text that may have been another one: of two, the reader's own is taken
    if all.selectors.position.is_none() {
        all.selectors.position = theirs.selectors.position;
    }
    for tag in &theirs.tags {
        if !all.tags.contains(tag) {
            all.tags.push(tag.clone());
        }
    }
    Some(all)
}

/// Fills what is missing; `None` when both are there and differ.
fn fill<T: Clone + PartialEq>(mine: &mut Option<T>, theirs: &Option<T>) -> Option<()> {
    match (&*mine, theirs) {
        (Some(a), Some(b)) if a != b => None,
        (Some(_), _) => Some(()),
        (None, _) => {
            mine.clone_from(theirs);
            Some(())
        }
    }
}

/// An id for an annotation whose own is another's: made from what it says, so that it is the same the next time.
fn own_id(annotation: &Annotation) -> String {
    let mut hash = Fnv::new();
    let selectors = &annotation.selectors;
    for text in [&annotation.id, &annotation.source, &annotation.note].into_iter().chain(&annotation.tags) {
        hash.text(text);
    }
    hash.text(&format!("{selectors:?} {:?}", annotation.correction));
    format!("urn:postil:{:032x}", hash.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::anchor::{Selectors, TextQuote};

    const NOW: &str = "2026-02-02T00:00:00Z";

    fn annotation(id: &str, tags: &[&str], note: &str) -> Annotation {
        let quote = TextQuote { exact: "soup".into(), ..TextQuote::default() };
        Annotation {
            id: id.into(),
            source: "https://quay.example/a".into(),
            title: String::new(),
            selectors: Selectors { quote: Some(quote), position: None },
            tags: tags.iter().map(|&t| t.to_owned()).collect(),
            note: note.into(),
            correction: None,
            created: "2026-01-01T00:00:00Z".into(),
            modified: "2026-01-01T00:00:00Z".into(),
        }
    }

    #[test]
    fn what_is_missing_is_filled_in() {
        let mine = annotation("a", &["claim"], "");
        let theirs = annotation("a", &["check", "claim"], "who says?");
        let intake = take_in(vec![theirs, annotation("b", &[], "")], &[mine], NOW);
        assert_eq!((intake.added, intake.completed, intake.beside, intake.same), (1, 1, 0, 0));
        let completed = Annotation { modified: NOW.into(), ..annotation("a", &["claim", "check"], "who says?") };
        assert_eq!(intake.put, [completed, annotation("b", &[], "")]);
    }

    #[test]
    fn what_contradicts_stands_beside() {
        let mine = annotation("a", &["claim"], "mine");
        let mut elsewhere = annotation("a", &["claim"], "mine");
        elsewhere.source = "https://quay.example/b".into();
        let incoming = vec![annotation("a", &[], "theirs"), elsewhere, annotation("a", &[], "")];
        let intake = take_in(incoming.clone(), std::slice::from_ref(&mine), NOW);
        assert_eq!((intake.added, intake.completed, intake.beside, intake.same), (0, 0, 2, 1));
        assert!(intake.put.iter().all(|a| a.id.starts_with("urn:postil:")));
        let again = take_in(incoming, &[&[mine][..], &intake.put].concat(), NOW);
        assert_eq!((again.put.len(), again.same), (0, 3));
    }

    #[test]
    fn a_file_that_has_one_twice_keeps_both() {
        let incoming = vec![annotation("a", &[], "one"), annotation("a", &[], "two"), annotation("a", &["t"], "one")];
        let intake = take_in(incoming, &[], NOW);
        assert_eq!((intake.added, intake.beside, intake.completed), (1, 1, 1));
        let notes: Vec<_> = intake.put.iter().map(|a| (a.note.as_str(), a.tags.len())).collect();
        assert_eq!(notes, [("one", 1), ("two", 0)]);
    }
}
