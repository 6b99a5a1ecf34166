//! What a page says about its article: each fact from its most trustworthy source.

use super::facts::Facts;
use super::markup::unmarked;
use super::{byline, published, title};
use crate::article::body::FlowBlock;
use crate::article::words::{letters, squeezed};
use crate::article::{Metadata, address};
use crate::date::iso_date;
use crate::language::{DayOrder, day_order};
use crate::options::Options;
use std::ops::Range;

/// Blocks before and after the headline, or the article's first sentence, among which byline and date are looked for.
const NEAR: (usize, usize) = (3, 9);

/// The metadata of a page whose folded blocks are `blocks` and whose article stands at nodes `body`. The direction is
/// not among it.
pub(crate) fn metadata(facts: &Facts, blocks: &[FlowBlock], body: Range<usize>, options: &Options) -> Metadata {
    let Range { start, end } = body;
    let base = base(facts, options);
    let url = url(facts, options);
    let site = site(facts, url.as_deref());
    let papers = papers(facts, site.as_deref(), url.as_deref().or(base.as_deref()));
    let title = title::title(facts, site.as_deref(), start, &around(blocks, start));
    let headline = title.as_deref().and_then(|title| headline(facts, title));
    let mut near = headline.map_or_else(Vec::new, |at| around(blocks, at));
    near.extend(around(blocks, start));
    near.retain(|b| b.nodes.start < end);
    let byline = byline::byline(facts, &near, &papers, end);
    let language = language(facts);
    // a page that says no more than “en” is mostly from the United States
    let order = match language.as_deref() {
        Some(tag) if tag.eq_ignore_ascii_case("en") => DayOrder::MonthFirst,
        tag => tag.and_then(day_order).unwrap_or(DayOrder::DayFirst),
    };
    let published = options
        .published
        .as_deref()
        .and_then(iso_date)
        .or_else(|| published::published(facts, &near, order, url.as_deref().or(base.as_deref()), end));
    Metadata { title, byline, published, site, language, right_to_left: false, url }
}

/// The names that the paper goes by: the site's, the publisher's, and its address without the ending.
fn papers(facts: &Facts, site: Option<&str>, url: Option<&str>) -> Vec<String> {
    let host = url.and_then(address::host);
    let label = host.and_then(|h| h.rsplit('.').nth(1));
    let known = [site, facts.json.publisher.as_deref(), host, label].into_iter().flatten().map(str::to_owned);
    let titled = named_by_title(facts).filter(|_| facts.first_meta(&["og:site_name"]).is_none());
    known.chain(titled).collect()
}

/// The name of the paper as the page's title ends, when the page names no site itself.
fn named_by_title(facts: &Facts) -> Option<String> {
    let title = facts.title.as_deref()?;
    [" | ", " - ", " – ", " — "]
        .iter()
        .find_map(|mark| title.rsplit_once(mark))
        .map(|(_, paper)| paper.trim().to_owned())
}

/// The address that relative links are resolved against.
pub(crate) fn base(facts: &Facts, options: &Options) -> Option<String> {
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
    let declared = [html, metas, facts.json.language.as_deref()];
    declared.into_iter().flatten().map(|l| l.trim().replace('_', "-")).find(|l| {
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
