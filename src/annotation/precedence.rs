//! Which of two versions of an annotation is taken: a total order, so that all who merge the same versions end with the same one.

use super::correction::Correction;
use super::instant::instant;
use super::passage::Annotation;
use crate::anchor::TextQuote;
use crate::entity::EntityKind;
use std::cmp::Ordering;

/// Whether `a` is to take the place of `b`, another version of the same annotation: the one modified later; of two that were at the
/// same instant one of them, whoever asks.
pub(super) fn supersedes(a: &Annotation, b: &Annotation) -> bool {
    by_time(&a.modified, &b.modified).then_with(|| by_content(a, b)) == Ordering::Greater
}

/// The order of two times. Both are ISO 8601; those that are readable are compared as times (`Z` and `+01:00` mix in files of others,
/// and so do fractions of a second) and come after those that are not, which are compared as strings.
pub(super) fn by_time(a: &str, b: &str) -> Ordering {
    match (instant(a), instant(b)) {
        (None, None) => a.cmp(b),
        (a, b) => a.cmp(&b),
    }
}

/// Any order, in which no two different annotations are equal.
fn by_content(a: &Annotation, b: &Annotation) -> Ordering {
    fn words(a: &Annotation) -> [&str; 8] {
        let quote = a.selectors.quote.as_ref();
        let part = |part: fn(&TextQuote) -> &String| quote.map_or("", |quote| part(quote).as_str());
        let selectors = [part(|q| &q.exact), part(|q| &q.prefix), part(|q| &q.suffix)];
        let [exact, prefix, suffix] = selectors;
        [&a.note, &a.title, &a.source, &a.created, &a.modified, exact, prefix, suffix]
    }
    fn correction(a: &Annotation) -> (u8, Option<EntityKind>, Option<&str>) {
        match &a.correction {
            None => (0, None, None),
            Some(Correction::Kind(kind)) => (1, *kind, None),
            Some(Correction::Speaker(name)) => (2, None, name.as_deref()),
        }
    }
    let position = |a: &Annotation| (a.selectors.quote.is_some(), a.selectors.position.map(|p| (p.start, p.end)));
    let rest = words(a).cmp(&words(b)).then_with(|| a.tags.cmp(&b.tags));
    rest.then_with(|| position(a).cmp(&position(b))).then_with(|| correction(a).cmp(&correction(b)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_compared_as_times() {
        assert!(is_later("2026-03-01T10:00:00Z", "2026-03-01T10:30:00+01:00"));
        assert!(is_later("2026-03-01T10:00:00.5Z", "2026-03-01T10:00:00.123456789Z"));
        assert!(is_later("2026-03-01T10:00:00.5Z", "2026-03-01T10:00:00Z"));
        assert!(!is_later("2026-03-01T10:00:00.000Z", "2026-03-01T10:00:00Z"));
        assert!(is_later("2026-03-01T10:00:00Z", "yesterday"));
        assert!(!is_later("", "2026-03-01T10:00:00Z"));
        assert!(!is_later("é026-03-01T10:00:00Z", "2026-03-01T10:00:00Z"));
    }

    fn is_later(a: &str, b: &str) -> bool {
        by_time(a, b) == Ordering::Greater
    }
}
