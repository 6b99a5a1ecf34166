//! The day an article appeared.

use super::facts::{Facts, has_word};
use crate::article::BlockKind;
use crate::article::body::FlowBlock;
use crate::article::words::class_words;
use crate::date::{day_in_address, first_day, machine_date};
use crate::language::DayOrder;

/// Longest line that holds a date, in bytes.
const LABEL: usize = 140;

/// `<meta>` names of the day an article appeared, most trustworthy first.
const PUBLISHED: &[&str] = &[
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "article.published",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date.created",
    "dcterms.created",
    "dc.created",
    "citation_publication_date",
    "publication_date",
    "publish-date",
    "publish_date",
    "publishdate",
    "published",
    "pubdate",
    "displaydate",
    "rnews:datepublished",
    "date_published",
    "dcterms.date",
    "dc.date",
    "datecreated",
    "date",
    "created",
];

/// `<meta>` names of later days, for a page that names no other.
const MODIFIED: &[&str] =
    &["article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "last-modified"];

/// Class words of a date.
const DATES: &[&str] =
    &["date", "datetime", "datum", "dateline", "fecha", "posted", "pubdate", "published", "time", "timestamp"];

/// A date that a machine wrote, or else the first day written for people. A time without an offset says no instant and is left out.
fn iso_date(text: &str, order: DayOrder) -> Option<String> {
    machine_date(text).and_then(|when| when.iso_instant(None)).or_else(|| first_day(text, order))
}

/// What stands before the day that an article appeared, lower case.
const APPEARED: &[&str] = &[
    "published",
    "posted",
    "veröffentlicht",
    "erschienen",
    "erstellt",
    "publié",
    "publicado",
    "pubblicato",
    "gepubliceerd",
];

/// What stands before another day of its history.
#[rustfmt::skip] // a word a line would take a page
const OTHERWISE: &[&str] = &[
    "updated", "modified", "received", "accepted", "revised", "reviewed", "edited", "aktualisiert", "geändert", "mis à jour",
    "modifié", "actualizado", "aggiornato", "bijgewerkt", "©", "copyright",
];

/// The day in a line of a few words: the one that is said to be of publication, else the first that is not said to be another.
fn day_in_line(text: &str, order: DayOrder) -> Option<String> {
    let spaced = parted(text);
    let lower = spaced.to_lowercase();
    // lower case may be longer than the text itself in a few scripts, and then nothing is told apart
    if lower.len() != spaced.len() {
        return first_day(&spaced, order);
    }
    let after = |words: &[&str]| words.iter().filter_map(|w| lower.find(w).map(|at| at + w.len())).min();
    let from = |at: usize| first_day(spaced.get(at..)?, order);
    match (after(APPEARED), after(OTHERWISE)) {
        (Some(at), _) => from(at).or_else(|| from(0)),
        // “12 May 2025, updated 13 May”
        (None, Some(at)) => first_day(spaced.get(..at)?, order),
        (None, None) => first_day(&spaced, order),
    }
}

/// A text with a space where elements side by side have glued a name to a date.
fn parted(text: &str) -> String {
    let mut parted = String::with_capacity(text.len() + 4);
    let mut before = ' ';
    for c in text.chars() {
        if (before.is_lowercase() && c.is_uppercase()) || (before.is_lowercase() && c.is_ascii_digit()) {
            parted.push(' ');
        }
        parted.push(c);
        before = c;
    }
    parted
}

/// A time at Greenwich, as the day that the page prints for it when that is the one before or after: 23:00 there is midnight elsewhere.
fn as_printed(published: &str, printed: impl Iterator<Item = String>) -> Option<String> {
    let at_greenwich = published.ends_with('Z') || published.ends_with("+00:00");
    let day = |text: &str| -> Option<time::Date> {
        let mut parts = text.get(..10)?.splitn(3, '-').map(str::parse::<i32>);
        let (year, month, day) = (parts.next()?.ok()?, parts.next()?.ok()?, parts.next()?.ok()?);
        let month = time::Month::try_from(u8::try_from(month).ok()?).ok()?;
        time::Date::from_calendar_date(year, month, u8::try_from(day).ok()?).ok()
    };
    let own = day(published).filter(|_| at_greenwich && published.contains('T'))?;
    let days: Vec<(time::Date, String)> = printed.filter_map(|text| Some((day(&text)?, text))).collect();
    if days.iter().any(|(day, _)| *day == own) {
        return None;
    }
    days.into_iter().find(|(day, _)| (*day - own).whole_days().abs() == 1).map(|(_, text)| text)
}

/// The day that an article appeared; `near` are the blocks around its head, and it ends before node `end`.
pub(crate) fn published(
    facts: &Facts,
    near: &[&FlowBlock],
    order: DayOrder,
    url: Option<&str>,
    end: usize,
) -> Option<String> {
    let read = |text: &str| iso_date(text, order);
    let metas = |names: &[&str]| names.iter().find_map(|name| facts.metas(name).find_map(read));
    let page = facts.snapshot;
    let value = |at: usize| {
        let machine = page.attribute(at, "datetime").or(page.attribute(at, "content")).and_then(read);
        machine.or_else(|| read(&facts.text(at)))
    };
    // a sentence, a caption or a table speaks of other days
    let is_label = |b: &&FlowBlock| {
        b.text.len() <= LABEL
            && !is_sentence(&b.text)
            && !matches!(b.kind, BlockKind::Caption | BlockKind::Table | BlockKind::Quote)
    };
    let line = |b: &&FlowBlock| is_label(b).then(|| day_in_line(&b.text, order))?;
    let is_told = |b: &&FlowBlock| {
        let lower = b.text.to_lowercase();
        APPEARED.iter().any(|w| lower.contains(w))
    };
    let any_line = |b: &&FlowBlock| is_label(b).then(|| first_day(&parted(&b.text), order))?;
    let machine = facts.json.published.as_deref().and_then(read).or_else(|| metas(PUBLISHED));
    let printed = || near.iter().filter_map(line);
    machine
        .map(|instant| as_printed(&instant, printed()).unwrap_or(instant))
        .or_else(|| facts.itemprops("datePublished").find_map(value))
        .or_else(|| facts.itemprops("dateCreated").find_map(value))
        .or_else(|| facts.times.iter().copied().filter(|&at| is_publication(facts, at)).find_map(value))
        .or_else(|| facts.times.iter().copied().filter(|&at| at < end).find_map(value))
        .or_else(|| url.and_then(day_in_address))
        .or_else(|| near.iter().filter(|b| is_told(b)).find_map(line))
        .or_else(|| near.iter().find_map(line))
        .or_else(|| by_class(facts, order, end))
        .or_else(|| near.iter().find_map(any_line))
        .or_else(|| facts.json.modified.as_deref().and_then(read))
        .or_else(|| metas(MODIFIED))
}

/// Whether a `<time>` says that it is of the publication.
fn is_publication(facts: &Facts, at: usize) -> bool {
    ["published", "entry-date", "pubdate", "date-published"].iter().any(|c| has_word(facts.snapshot, at, "class", c))
}

/// Words from which on a line with a full stop is a sentence.
const SENTENCE: usize = 7;

fn is_sentence(text: &str) -> bool {
    text.trim_end().ends_with(['.', '!', '?', '”', '"'])
        && text.split_whitespace().filter(|w| w.starts_with(char::is_alphabetic)).count() >= SENTENCE
}

/// The date in the first small element whose class says that it holds one.
fn by_class(facts: &Facts, order: DayOrder, end: usize) -> Option<String> {
    let page = facts.snapshot;
    (0..page.nodes.len().min(end)).filter(|&at| page.end(at) - at <= 12).find_map(|at| {
        let class = page.attribute(at, "class").or_else(|| page.attribute(at, "id"))?;
        let is_date = class.split_ascii_whitespace().flat_map(class_words).any(|w| DATES.contains(&w.as_str()));
        is_date.then(|| day_in_line(&facts.text(at), order))?
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn midnight_elsewhere_is_the_day_that_is_printed() {
        let printed = |days: &[&str]| days.iter().map(|d| (*d).to_owned()).collect::<Vec<_>>().into_iter();
        assert_eq!(as_printed("2022-11-06T23:00:00Z", printed(&["2022-11-07"])).as_deref(), Some("2022-11-07"));
        assert_eq!(as_printed("2022-11-06T23:00:00Z", printed(&["2022-11-06", "2022-11-07"])), None);
        assert_eq!(as_printed("2022-11-06T23:00:00Z", printed(&["2022-11-09"])), None);
        assert_eq!(as_printed("2022-11-06T23:00:00+01:00", printed(&["2022-11-07"])), None);
        assert_eq!(as_printed("2022-12-31T23:00:00Z", printed(&["2023-01-01"])).as_deref(), Some("2023-01-01"));
    }
}
