//! One comment out of its nodes: who, when, and the message without the buttons around it.

use super::page_index::{PageIndex, date_at, is_name};
use super::part::Parts;
use super::raw::RawComment;
use crate::article::body::fold;
use crate::comment::boilerplate::is_boilerplate;
use crate::comment::name;
use crate::date::{date_in, machine_date};
use crate::text::Span;
use std::ops::Range;

/// Reads the comment in `nodes`; parts that it lacks stay empty.
pub(crate) fn comment_in(page: &PageIndex, nodes: Range<usize>) -> RawComment {
    let date = date(page, &nodes);
    let (posted, posted_iso, line) = date.map_or_else(Default::default, |d| printed(page, d));
    let body = body(page, &nodes, date);
    let (author, name) = author(page, &nodes, body.as_ref(), date, &line);
    let mut text = body.map_or_else(String::new, |body| message(page, body, &[], ""));
    if text.is_empty() {
        text = message(page, nodes.clone(), &[date, name], author.as_deref().unwrap_or_default());
    }
    RawComment { author, posted, posted_iso, depth: 0, text, nodes }
}

/// The date of the comment in `nodes`: the first that no message tells of, a `<time>` before others, which may be the writer's.
pub(super) fn date(page: &PageIndex, nodes: &Range<usize>) -> Option<usize> {
    let dates = || nodes.clone().filter_map(|at| date_at(page, at));
    let first = dates().find(|&d| page.snapshot.tag(d) == "time").or_else(|| dates().next())?;
    let told = |date: usize| {
        page.snapshot.tag(date) != "time"
            && page.around(date).take(6).take_while(|&e| e > nodes.start).any(|e| page.says(e, Parts::BODY))
            && page.written(date, page.snapshot.end(date)) > date_length(page, date)
    };
    let other = || dates().find(|&d| !told(d));
    Some(if told(first) { other().unwrap_or(first) } else { first })
}

/// Bytes of the words around a date that are still its own.
fn date_length(page: &PageIndex, date: usize) -> usize {
    let words = page.words(date, 200);
    date_in(&words).map_or(0, |found| found.span.len()) + 4
}

/// What a date's element prints, its machine-readable form, and the whole of its words.
fn printed(page: &PageIndex, date: usize) -> (Option<String>, Option<String>, String) {
    let words = page.words(date, 200);
    let posted = match date_in(&words) {
        Some(found) => Some(found.span.str(&words).to_owned()),
        None => Some(words.clone()).filter(|w| !w.is_empty() && w.len() <= 60),
    };
    let iso = page.around(date).take(3).find_map(|e| {
        let value = page.snapshot.attribute(e, "datetime").or_else(|| page.snapshot.attribute(e, "title"))?;
        machine_date(value)?.iso(None)
    });
    (posted, iso, words)
}

/// The element of the message, when its markup names it: the first with enough of the words.
fn body(page: &PageIndex, nodes: &Range<usize>, date: Option<usize>) -> Option<Range<usize>> {
    let mut best: Option<(usize, Range<usize>)> = None;
    let mut at = nodes.start;
    while at < nodes.end {
        let end = page.snapshot.end(at).min(nodes.end);
        let dated = date.is_some_and(|d| at <= d && d < end);
        // below a header with name and date another name is of somebody who is spoken to
        let spoken_to = || date.is_some_and(|d| d < at) && page.names_writer(nodes.start, at);
        let holds_header = dated || page.names_writer(at, end) && !spoken_to();
        let inner = best.as_ref().is_some_and(|(_, b)| b.contains(&at));
        if !page.snapshot.tag(at).is_empty()
            && !holds_header
            && !inner
            && page.says(at, Parts::BODY)
            && !(at..end)
                .take(40)
                .any(|n| is_name(page, n) && page.written(n, page.snapshot.end(n)) == page.written(at, end))
        {
            let length = page.written(at, end);
            // a button's words may be called “text”
            let button = || length <= 120 && !page.says(at, Parts::COMMENT) && is_boilerplate(&page.words(at, 120));
            if length > 0 && !button() && best.as_ref().is_none_or(|(most, _)| length > *most) {
                best = Some((length, at..end));
            }
        }
        at += 1;
    }
    best.map(|(_, range)| range)
}

/// Words of a name that is taken as it stands.
const SHORT: usize = 2;

/// The name, and the element that it stands in.
fn author(
    page: &PageIndex,
    nodes: &Range<usize>,
    body: Option<&Range<usize>>,
    date: Option<usize>,
    line: &str,
) -> (Option<String>, Option<usize>) {
    let outside = |at: &usize| !body.is_some_and(|b| b.contains(at));
    let mut named: Option<(u8, usize, String)> = None;
    for at in nodes.clone().filter(outside).filter(|&at| is_name(page, at)) {
        // an element around a better one says the same with more words around
        let rank = page.rank(at);
        if named.as_ref().is_some_and(|(r, ..)| *r >= rank) {
            continue;
        }
        let words = page.words(at, 120);
        // beside the link to the writer may stand a rank and how much they wrote
        let mut links = (at + 1..page.snapshot.end(at)).filter(|&a| page.snapshot.tag(a) == "a");
        let linked = || links.find_map(|a| Some(page.words(a, 80)).filter(|w| !w.is_empty() && !is_boilerplate(w)));
        let longer = words.split_whitespace().count();
        let shorter = (longer > SHORT)
            .then(linked)
            .flatten()
            .filter(|name| name.split_whitespace().count() + SHORT <= longer && words.starts_with(name.as_str()));
        if let Some(name) = shorter.or_else(|| clean(&words, rank >= 3)) {
            named = Some((rank, at, name));
        }
    }
    if let Some((_, at, name)) = named {
        return (Some(name), Some(at));
    }
    // “par Luc, le 7 mai 2020”
    if let Some(name) = clean(line, false).filter(|_| line.split_whitespace().count() > 1) {
        return (Some(name), None);
    }
    let around = date
        .and_then(|d| page.snapshot.parent(d))
        .filter(|&p| p >= nodes.start && page.written(p, page.snapshot.end(p)) < page.written(nodes.start, nodes.end))
        .map(|p| page.words(p, 160))
        .unwrap_or_default();
    let in_line = Some(around).filter(|w| !w.is_empty()).and_then(|w| clean(&w, false));
    // what is set off as a name: before the date, else after it
    let set_off = || {
        let mut marks = nodes.clone().filter(outside).filter(|&at| {
            matches!(page.snapshot.tag(at), "a" | "b" | "strong" | "h3" | "h4" | "h5" | "h6" | "dt" | "em" | "span")
                && !date.is_some_and(|d| d >= at && d < page.snapshot.end(at))
        });
        marks.find_map(|at| clean(&page.words(at, 80), false).map(|n| (n, at)))
    };
    match in_line {
        Some(name) => (Some(name), None),
        None => set_off().map_or((None, None), |(n, at)| (Some(n), Some(at))),
    }
}

/// A name without “says:” and the like; `None` when the words are no name.
fn clean(words: &str, marked: bool) -> Option<String> {
    // “[deleted]” is nobody's name, nor is “#2”
    if words.is_empty()
        || words.starts_with('[')
        || words.contains('#')
        || (is_boilerplate(words) && !(marked && is_guest(words)))
    {
        return None;
    }
    if marked && is_guest(words) {
        return Some(words.to_owned());
    }
    name::name_in(words, marked).map(str::to_owned)
}

/// Whether a writer is named by what all are who gave no name.
fn is_guest(words: &str) -> bool {
    ["guest", "gast", "anonymous", "visitor", "invité", "invitado", "ospite", "anonym"]
        .iter()
        .any(|g| words.trim().eq_ignore_ascii_case(g))
}

/// Elements around a name that may be a quotation.
const QUOTED: usize = 12;

/// The message: blocks separated by `\n`, without what is the thread's machinery.
fn message(page: &PageIndex, nodes: Range<usize>, header: &[Option<usize>], author: &str) -> String {
    let snapshot = page.snapshot;
    let start = nodes.start;
    let skip = |at: usize| {
        let tag = snapshot.tag(at);
        if matches!(tag, "button" | "textarea" | "input" | "select" | "label" | "time" | "nav" | "iframe")
            || page.is_form(at)
            || tag == "summary" && at != start
            || header.contains(&Some(at))
        {
            return true;
        }
        at != start
            && page.written(at, snapshot.end(at)) <= 120
            && page.says(at, Parts::CONTROL)
            && !(at..snapshot.end(at)).any(|inner| page.says(inner, Parts::BODY))
            // “Ada wrote:” above what is quoted of her
            && !(page.words(at, 120).ends_with(':') && snapshot.ancestors(at).take(QUOTED).any(|e| snapshot.tag(e) == "blockquote"))
    };
    let blocks = fold(snapshot, nodes, &skip);
    let keep = |text: &str| {
        let rest = text.replace(author, "");
        !is_boilerplate(text) && (author.is_empty() || !name::is_header_words(&rest))
    };
    let texts = blocks.iter().map(|b| b.text.as_str());
    let mut kept: Vec<&str> = texts.skip_while(|t| !keep(t)).collect();
    while kept.last().is_some_and(|t| is_boilerplate(t)) {
        kept.pop();
    }
    kept.retain(|t| !is_boilerplate(t));
    if kept.is_empty() && header.is_empty() {
        // the markup says that this is what somebody wrote: “<3”, “+1”
        kept = blocks.iter().map(|b| b.text.as_str()).collect();
    }
    let text = kept.join("\n");
    Span::new(0, text.len()).trim(&text).str(&text).to_owned()
}
