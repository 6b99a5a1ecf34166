//! Other annotations brought in: from a file, or written by another tab.

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
    /// Takes annotations over. Of two with the same id the one modified later stays; nothing is ever dropped because it is
    /// missing in `incoming`.
    ///
    /// A merge is not undone by [`Notebook::undo`], and neither is an earlier command on an annotation that it replaced.
    pub fn merge(&mut self, incoming: Vec<Annotation>) -> Merged {
        let mut merged = Merged::default();
        let mut places: HashMap<String, usize> =
            self.annotations.iter().enumerate().map(|(index, a)| (a.id.clone(), index)).collect();
        for annotation in incoming {
            let id = annotation.id.clone();
            let known = places.get(&id).and_then(|&index| self.annotations.get_mut(index));
            match known {
                Some(known) if later(&annotation.modified, &known.modified) => {
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
        if !merged.updated.is_empty() {
            let updated: std::collections::HashSet<&str> = merged.updated.iter().map(String::as_str).collect();
            self.drop_history(|id| updated.contains(id));
        }
        merged
    }
}

/// Whether the time `a` is after `b`. Both are ISO 8601; those that are readable are compared as times (`Z` and `+01:00`
/// mix in files of others, and so do fractions of a second), others as strings.
fn later(a: &str, b: &str) -> bool {
    match (instant(a), instant(b)) {
        (Some(a), Some(b)) => a > b,
        (Some(_), None) => true,
        (None, Some(_)) => false,
        (None, None) => a > b,
    }
}

/// Nanoseconds since 1970 of an RFC 3339 time (the profile of ISO 8601 that the W3C data model asks for).
fn instant(time: &str) -> Option<i128> {
    let number = |range: std::ops::Range<usize>| time.get(range).and_then(|d| d.parse::<u16>().ok());
    let month = time::Month::try_from(u8::try_from(number(5..7)?).ok()?).ok()?;
    let date = time::Date::from_calendar_date(number(0..4)?.into(), month, u8::try_from(number(8..10)?).ok()?).ok()?;
    let of = |n: u16| u8::try_from(n).ok();
    let clock = time::Time::from_hms(of(number(11..13)?)?, of(number(14..16)?)?, of(number(17..19)?)?).ok()?;
    let rest = time.get(19..)?;
    let digits = rest.strip_prefix('.').map_or(0, |f| f.chars().take_while(char::is_ascii_digit).count());
    let fraction: String = rest.chars().skip(1).take(digits).chain(std::iter::repeat('0')).take(9).collect();
    let zone = rest.get(if digits > 0 { digits + 1 } else { 0 }..)?;
    let shift = match zone {
        "Z" | "z" | "" => 0,
        _ => {
            let sign = if zone.starts_with('-') { -1 } else { 1 };
            let hours: i128 = zone.get(1..3)?.parse().ok()?;
            let minutes: i128 = zone.get(4..6)?.parse().ok()?;
            sign * (hours * 60 + minutes) * 60
        }
    };
    let seconds = i128::from(time::PrimitiveDateTime::new(date, clock).assume_utc().unix_timestamp()) - shift;
    Some(seconds * 1_000_000_000 + fraction.parse::<i128>().ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::anchor::Selectors;
    use crate::annotation::Command;

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

    #[test]
    fn what_a_merge_replaced_is_not_undone() {
        let mut book = Notebook::default();
        book.apply(Command::Add(note("a", "mine", "")), "2026-01-01T00:00:00Z").unwrap();
        book.apply(Command::Add(note("b", "mine", "")), "2026-01-01T00:00:00Z").unwrap();
        book.merge(vec![note("a", "theirs", "2026-01-02T00:00:00Z")]);
        assert_eq!(book.undo("t").unwrap().deleted, ["b"]);
        assert_eq!(book.undo("t"), None);
        assert_eq!(book.annotations()[0].note, "theirs");
    }

    #[test]
    fn times_are_compared_as_times() {
        assert!(later("2026-03-01T10:00:00Z", "2026-03-01T10:30:00+01:00"));
        assert!(later("2026-03-01T10:00:00.5Z", "2026-03-01T10:00:00.123456789Z"));
        assert!(later("2026-03-01T10:00:00.5Z", "2026-03-01T10:00:00Z"));
        assert!(!later("2026-03-01T10:00:00.000Z", "2026-03-01T10:00:00Z"));
        assert!(later("2026-03-01T10:00:00Z", "yesterday"));
        assert!(!later("", "2026-03-01T10:00:00Z"));
        assert!(!later("é026-03-01T10:00:00Z", "2026-03-01T10:00:00Z"));
    }
}
