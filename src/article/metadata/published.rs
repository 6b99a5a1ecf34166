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

pub(crate) fn published(facts: &Facts, near: &[&FlowBlock], order: DayOrder, url: Option<&str>) -> Option<String> {
    let read = |text: &str| iso_date(text, order);
    let metas = |names: &[&str]| names.iter().find_map(|name| facts.metas(name).find_map(read));
    let page = facts.snapshot;
    let value = |at: usize| {
        let machine = page.attribute(at, "datetime").or(page.attribute(at, "content")).and_then(read);
        machine.or_else(|| read(&facts.text(at)))
    };
    // a sentence, a caption or a table speaks of other days
    let is_label = |b: &&FlowBlock| {
        b.text.len() <= LABEL && !matches!(b.kind, BlockKind::Caption | BlockKind::Table | BlockKind::Quote)
    };
    let line = |b: &&FlowBlock| is_label(b).then(|| first_day(&b.text, order))?;
    facts
        .json
        .published
        .as_deref()
        .and_then(read)
        .or_else(|| metas(PUBLISHED))
        .or_else(|| facts.itemprops("datePublished").find_map(value))
        .or_else(|| facts.itemprops("dateCreated").find_map(value))
        .or_else(|| facts.times.iter().copied().filter(|&at| is_publication(facts, at)).find_map(value))
        .or_else(|| facts.times.iter().copied().find_map(value))
        .or_else(|| url.and_then(day_in_address))
        .or_else(|| near.iter().find_map(line))
        .or_else(|| by_class(facts, order))
        .or_else(|| facts.json.modified.as_deref().and_then(read))
        .or_else(|| metas(MODIFIED))
}

/// Whether a `<time>` says that it is of the publication.
fn is_publication(facts: &Facts, at: usize) -> bool {
    ["published", "entry-date", "pubdate", "date-published"].iter().any(|c| has_word(facts.snapshot, at, "class", c))
}

/// The date in the first small element whose class says that it holds one.
fn by_class(facts: &Facts, order: DayOrder) -> Option<String> {
    let page = facts.snapshot;
    (0..page.nodes.len()).filter(|&at| page.end(at) - at <= 12).find_map(|at| {
        let class = page.attribute(at, "class").or_else(|| page.attribute(at, "id"))?;
        let is_date = class.split_ascii_whitespace().flat_map(class_words).any(|w| DATES.contains(&w.as_str()));
        is_date.then(|| first_day(&facts.text(at), order))?
    })
}
