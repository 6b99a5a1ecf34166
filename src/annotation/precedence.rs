//! Which of two versions of an annotation is taken: a total order, so that all who merge the same versions end with the same one.

use super::correction::Correction;
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
