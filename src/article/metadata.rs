//! What a page says about its article: each fact from its most trustworthy source.

use super::facts::{Facts, has_word, squeezed};
use super::flow::FlowBlock;
use super::markup::unmarked;
use super::{BlockKind, Metadata, address, boilerplate::class_words, byline, prune::letters, title};
use crate::date::{day_in_address, first_day, machine_date};
use crate::language::{DayOrder, day_order};
use crate::options::Options;

/// Blocks before and after the headline, or the article's first sentence, among which byline and date are looked for.
const NEAR: (usize, usize) = (3, 9);

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

/// The metadata of a page whose folded blocks are `blocks` and whose article begins at node `start`. The direction is
/// not told here.
pub(super) fn of(facts: &Facts, blocks: &[FlowBlock], start: usize, options: &Options) -> Metadata {
    let base = base(facts, options);
    let url = url(facts, options);
    let site = site(facts, url.as_deref());
    let title = title::of(facts, site.as_deref(), start, &around(blocks, start));
    let headline = title.as_deref().and_then(|title| headline(facts, title));
    let mut near = headline.map_or_else(Vec::new, |at| around(blocks, at));
    near.extend(around(blocks, start));
    let byline = byline::of(facts, &near, site.as_deref());
    let language = language(facts);
    // a page that says no more than “en” is mostly from the United States
    let order = match language.as_deref() {
        Some(tag) if tag.eq_ignore_ascii_case("en") => DayOrder::MonthFirst,
        tag => tag.and_then(day_order).unwrap_or(DayOrder::DayFirst),
    };
    let published =
        options.published.clone().or_else(|| published(facts, &near, order, url.as_deref().or(base.as_deref())));
    Metadata { title, byline, published, site, language, right_to_left: false, url }
}

/// The address that relative links are resolved against.
pub(super) fn base(facts: &Facts, options: &Options) -> Option<String> {
    let page = options.url.clone().or_else(|| canonical(facts, None));
    match facts.base {
        Some(href) => address::resolve(page.as_deref(), href).or(page),
        None => page,
    }
}

fn canonical(facts: &Facts, base: Option<&str>) -> Option<String> {
    let links = facts.rels("canonical").filter(|&at| facts.snapshot.tag(at) == "link");
    links.filter_map(|at| facts.snapshot.attribute(at, "href")).find_map(|href| address::resolve(base, href))
}

fn url(facts: &Facts, options: &Options) -> Option<String> {
    canonical(facts, options.url.as_deref())
        .or_else(|| address::resolve(options.url.as_deref(), facts.first_meta(&["og:url"])?))
        .or_else(|| options.url.clone())
}

fn site(facts: &Facts, url: Option<&str>) -> Option<String> {
    let named = facts.first_meta(&["og:site_name"]).map(|s| squeezed(&unmarked(s)));
    named
        .filter(|s| !s.is_empty())
        .or_else(|| facts.json.publisher.clone())
        .or_else(|| facts.first_meta(&["application-name", "apple-mobile-web-app-title"]).map(squeezed))
        .or_else(|| url.and_then(address::host).map(str::to_owned))
}

/// The page's language, when what it says has the form of a BCP 47 tag.
fn language(facts: &Facts) -> Option<String> {
    let html = facts.snapshot.attribute(0, "lang");
    let metas = facts.first_meta(&["content-language", "og:locale", "language", "dc.language", "inlanguage"]);
    let told = [html, metas, facts.json.language.as_deref()];
    told.into_iter().flatten().map(|l| l.trim().replace('_', "-")).find(|l| {
        let mut parts = l.split('-');
        let first = parts.next().unwrap_or_default();
        (2..=3).contains(&first.len())
            && first.bytes().all(|b| b.is_ascii_alphabetic())
            && parts.all(|p| (1..=8).contains(&p.len()) && p.bytes().all(|b| b.is_ascii_alphanumeric()))
    })
}

/// The blocks around a node.
fn around(blocks: &[FlowBlock], node: usize) -> Vec<&FlowBlock> {
    let at = blocks.partition_point(|b| b.nodes.start < node);
    let range = at.saturating_sub(NEAR.0)..blocks.len().min(at + NEAR.1);
    blocks.get(range).unwrap_or_default().iter().collect()
}

/// The heading that is the title.
fn headline(facts: &Facts, title: &str) -> Option<usize> {
    let title = letters(title);
    facts.headlines.iter().copied().find(|&at| !title.is_empty() && letters(&facts.text(at)) == title)
}

/// A date that a machine wrote, or else the first day written for people. A time without an offset says no instant and is left out.
fn iso_date(text: &str, order: DayOrder) -> Option<String> {
    machine_date(text).and_then(|when| when.iso_instant(None)).or_else(|| first_day(text, order))
}

fn published(facts: &Facts, near: &[&FlowBlock], order: DayOrder, url: Option<&str>) -> Option<String> {
    let read = |text: &str| iso_date(text, order);
    let metas = |names: &[&str]| names.iter().find_map(|name| facts.metas(name).find_map(read));
    let page = facts.snapshot;
    let value = |at: usize| {
        let told = page.attribute(at, "datetime").or(page.attribute(at, "content")).and_then(read);
        told.or_else(|| read(&facts.text(at)))
    };
    // a sentence, a caption or a table tells of other days
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
        let told = class.split_ascii_whitespace().flat_map(class_words).any(|w| DATES.contains(&w.as_str()));
        told.then(|| first_day(&facts.text(at), order))?
    })
}
