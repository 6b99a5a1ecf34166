//! Two versions of a set of annotations made one: what two tabs, two devices or a backup know.

use super::Annotation;
use super::precedence::{by_time, supersedes};
use serde::{Deserialize, Serialize};
use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

/// That an annotation was deleted. It is kept, so that who has not heard of it does not bring the annotation back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deletion {
    /// When the version that was deleted had been modified: the last one that whoever deleted it had seen.
    pub seen: String,
    /// When it was deleted, ISO 8601 UTC.
    pub at: String,
}

/// All that is known of one annotation.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Versions {
    /// Its latest version.
    pub latest: Option<Annotation>,
    /// Its latest deletion.
    pub deletion: Option<Deletion>,
    /// When the reader last said that it is to stay, whoever deleted it before; ISO 8601 UTC.
    pub kept: Option<String>,
}

/// How an annotation stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing<'a> {
    /// It is there.
    There(&'a Annotation),
    /// It is deleted.
    Deleted,
    /// It was changed by someone who did not know that it was deleted, or deleted by someone who did not know that it was changed.
    /// Both are kept until the reader decides.
    Disputed(&'a Annotation, &'a Deletion),
}

impl Versions {
    /// How it stands.
    #[must_use]
    pub fn standing(&self) -> Standing<'_> {
        match (&self.latest, &self.deletion) {
            (None, _) => Standing::Deleted,
            (Some(annotation), None) => Standing::There(annotation),
            (Some(annotation), Some(deletion)) => {
                let unseen = by_time(&annotation.modified, &deletion.seen) == Ordering::Greater;
                let kept = self.kept.as_deref().is_some_and(|kept| by_time(kept, &deletion.at) != Ordering::Less);
                match (unseen, kept) {
                    (_, true) => Standing::There(annotation),
                    (false, _) => Standing::Deleted,
                    (true, false) => Standing::Disputed(annotation, deletion),
                }
            }
        }
    }

    /// Takes over what another knows.
    fn merge(&mut self, other: Self) {
        if other.latest.as_ref().is_some_and(|o| self.latest.as_ref().is_none_or(|own| supersedes(o, own))) {
            self.latest = other.latest;
        }
        let order = |a: &Deletion, b: &Deletion| {
            let times = by_time(&a.seen, &b.seen).then_with(|| by_time(&a.at, &b.at));
            times.then_with(|| (&a.seen, &a.at).cmp(&(&b.seen, &b.at))) == Ordering::Greater
        };
        if other.deletion.as_ref().is_some_and(|o| self.deletion.as_ref().is_none_or(|own| order(o, own))) {
            self.deletion = other.deletion;
        }
        let later = |a: &String, b: &String| by_time(a, b).then_with(|| a.cmp(b)) == Ordering::Greater;
        if other.kept.as_ref().is_some_and(|o| self.kept.as_ref().is_none_or(|own| later(o, own))) {
            self.kept = other.kept;
        }
    }
}

/// A set of annotations as one tab, device or file knows it: by id, deleted ones included.
///
/// Two sets are merged in any order and as often as one likes, and whoever merges the same sets has the same one then: merging is
/// commutative, associative and idempotent. Nothing that either has vanishes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnnotationSet {
    versions: BTreeMap<String, Versions>,
}

impl AnnotationSet {
    /// The set of these annotations; of several with one id the latest.
    #[must_use]
    pub fn new(annotations: impl IntoIterator<Item = Annotation>) -> Self {
        let mut set = Self::default();
        annotations.into_iter().for_each(|annotation| set.put(annotation));
        set
    }

    /// What both sets know.
    #[must_use]
    pub fn merged(mut self, other: Self) -> Self {
        for (id, versions) in other.versions {
            match self.versions.entry(id) {
                Entry::Occupied(mut own) => own.get_mut().merge(versions),
                Entry::Vacant(place) => drop(place.insert(versions)),
            }
        }
        self
    }

    /// Takes in a version of an annotation.
    pub fn put(&mut self, annotation: Annotation) {
        let versions = self.versions.entry(annotation.id.clone()).or_default();
        versions.merge(Versions { latest: Some(annotation), ..Versions::default() });
    }

    /// Deletes the annotation, as it is known here, at the time `now`.
    pub fn delete(&mut self, id: &str, now: &str) {
        if let Some(versions) = self.versions.get_mut(id) {
            let seen = versions.latest.as_ref().map(|a| a.modified.clone()).unwrap_or_default();
            versions.merge(Versions { deletion: Some(Deletion { seen, at: now.to_owned() }), ..Versions::default() });
        }
    }

    /// Has the annotation stay, or come back, whoever deleted it until `now`.
    pub fn keep(&mut self, id: &str, now: &str) {
        if let Some(versions) = self.versions.get_mut(id) {
            versions.merge(Versions { kept: Some(now.to_owned()), ..Versions::default() });
        }
    }

    /// How the annotation stands; nothing when nobody ever knew it.
    #[must_use]
    pub fn standing(&self, id: &str) -> Option<Standing<'_>> {
        self.versions.get(id).map(Versions::standing)
    }

    /// All that are there, disputed ones included: what is in doubt is shown.
    pub fn annotations(&self) -> impl Iterator<Item = &Annotation> {
        self.versions.values().filter_map(|versions| match versions.standing() {
            Standing::There(annotation) | Standing::Disputed(annotation, _) => Some(annotation),
            Standing::Deleted => None,
        })
    }

    /// Those about which the reader has to be asked, with what was done to them.
    pub fn disputed(&self) -> impl Iterator<Item = (&Annotation, &Deletion)> {
        self.versions.values().filter_map(|versions| match versions.standing() {
            Standing::Disputed(annotation, deletion) => Some((annotation, deletion)),
            Standing::There(_) | Standing::Deleted => None,
        })
    }
}

#[cfg(test)]
mod tests;
