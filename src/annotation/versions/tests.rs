//! Sets of annotations merged in any order.

use super::*;
use crate::anchor::Selectors;
use proptest::prelude::*;

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

fn notes(set: &AnnotationSet) -> Vec<&str> {
    set.annotations().map(|a| a.note.as_str()).collect()
}

const NINE: &str = "2026-01-01T09:00:00Z";
const TEN: &str = "2026-01-01T10:00:00Z";
const ELEVEN: &str = "2026-01-01T11:00:00Z";
const NOON: &str = "2026-01-01T12:00:00Z";

#[test]
fn what_only_one_has_both_have() {
    let (here, there) =
        (AnnotationSet::new([note("a", "mine", NINE)]), AnnotationSet::new([note("b", "theirs", NINE)]));
    assert_eq!(notes(&here.merged(there)), ["mine", "theirs"]);
}

#[test]
fn the_later_version_is_taken() {
    let (here, there) = (AnnotationSet::new([note("a", "old", NINE)]), AnnotationSet::new([note("a", "new", TEN)]));
    assert_eq!(notes(&here.clone().merged(there.clone())), ["new"]);
    assert_eq!(notes(&there.merged(here)), ["new"]);
}

#[test]
fn what_was_deleted_stays_so() {
    let there = AnnotationSet::new([note("a", "mine", NINE)]);
    let mut here = there.clone();
    here.delete("a", TEN);
    let merged = there.merged(here);
    assert_eq!((notes(&merged), merged.standing("a")), (vec![], Some(Standing::Deleted)));
}

/// Edited here at ten, deleted there at eleven by someone who had seen what was written at nine.
fn disputed() -> AnnotationSet {
    let mut here = AnnotationSet::new([note("a", "as it was", NINE)]);
    let mut there = here.clone();
    here.put(note("a", "edited", TEN));
    there.delete("a", ELEVEN);
    here.merged(there)
}

#[test]
fn edited_here_and_deleted_there_keeps_both_until_the_reader_decides() {
    let set = disputed();
    let found: Vec<_> = set.disputed().map(|(a, d)| (a.note.as_str(), d.at.as_str())).collect();
    assert_eq!((found, notes(&set)), (vec![("edited", ELEVEN)], vec!["edited"]));

    let mut kept = set.clone();
    kept.keep("a", NOON);
    assert!(matches!(kept.standing("a"), Some(Standing::There(a)) if a.note == "edited"));
    let mut gone = set.clone();
    gone.delete("a", NOON);
    assert_eq!(gone.standing("a"), Some(Standing::Deleted));
    // and whoever still has the dispute learns of the decision
    assert_eq!(set.clone().merged(kept.clone()), kept);
    assert_eq!(set.merged(gone.clone()), gone);
}

#[test]
fn a_deletion_is_taken_back() {
    let mut set = AnnotationSet::new([note("a", "mine", NINE)]);
    set.delete("a", TEN);
    set.keep("a", ELEVEN);
    assert_eq!(notes(&set), ["mine"]);
    set.delete("a", NOON);
    assert_eq!(notes(&set), [""; 0]);
    assert_eq!(set.standing("b"), None);
}

/// What may happen to three annotations at a few times, unreadable ones among them.
fn sets() -> impl Strategy<Value = AnnotationSet> {
    let time = prop::sample::select(vec![NINE, TEN, "2026-01-01T11:00:00+01:00", ELEVEN, NOON, "", "yesterday"]);
    let step = (0_u8..3, prop::sample::select(vec!["a", "b", "c"]), "[xy]?", time);
    prop::collection::vec(step, 0..8).prop_map(|steps| {
        let mut set = AnnotationSet::default();
        for (what, id, text, now) in steps {
            match what {
                0 => set.put(note(id, &text, now)),
                1 => set.delete(id, now),
                _ => set.keep(id, now),
            }
        }
        set
    })
}

proptest! {
    #[test]
    fn merging_is_commutative(a in sets(), b in sets()) {
        prop_assert_eq!(a.clone().merged(b.clone()), b.merged(a));
    }

    #[test]
    fn merging_is_associative(a in sets(), b in sets(), c in sets()) {
        prop_assert_eq!(a.clone().merged(b.clone()).merged(c.clone()), a.merged(b.merged(c)));
    }

    #[test]
    fn merging_is_idempotent(a in sets(), b in sets()) {
        prop_assert_eq!(a.clone().merged(a.clone()), a.clone());
        let merged = a.merged(b.clone());
        prop_assert_eq!(merged.clone().merged(b), merged);
    }

    #[test]
    fn nothing_vanishes_that_nobody_deleted(a in sets(), b in sets()) {
        let merged = a.clone().merged(b.clone());
        for set in [&a, &b] {
            for annotation in set.annotations() {
                let standing = merged.standing(&annotation.id);
                let is_there = matches!(standing, Some(Standing::There(_) | Standing::Disputed(..)));
                let deleted = [&a, &b].iter().any(|s| s.versions.get(&annotation.id).is_some_and(|v| v.deletion.is_some()));
                prop_assert!(is_there || deleted);
            }
        }
    }

    #[test]
    fn notebooks_that_merge_each_other_have_the_same(a in prop::collection::vec(("[ab]", "[xy]?", prop::sample::select(vec![NINE, TEN])), 0..6),
        b in prop::collection::vec(("[ab]", "[xy]?", prop::sample::select(vec![NINE, TEN])), 0..6)) {
        let list = |rows: &[(String, String, &str)]| rows.iter().map(|(id, text, time)| note(id, text, time)).collect::<Vec<_>>();
        let sorted = |mine: &[(String, String, &str)], theirs: &[(String, String, &str)]| {
            let mut book = crate::annotation::Notebook::new(list(mine));
            book.merge(list(theirs));
            let mut all = book.annotations().to_vec();
            all.sort_by(|a, b| a.id.cmp(&b.id));
            all
        };
        prop_assert_eq!(sorted(&a, &b), sorted(&b, &a));
    }
}
