//! The thread of a page that shows none of its own, as its JSON-LD states it (schema.org).

use super::raw::{RawComment, Thread};
use crate::article::{json_ld, squeezed, unmarked};
use crate::date::machine_date;
use crate::snapshot::{NodeKind, Snapshot};
use serde_json::{Map, Value};
use std::collections::HashMap;
use std::ops::Range;

/// Properties whose objects answer the object that has them.
const ANSWERS: [&str; 3] = ["acceptedAnswer", "suggestedAnswer", "comment"];

/// Properties that lead from an article to other ones.
const ELSEWHERE: [&str; 5] = ["itemListElement", "relatedLink", "isBasedOn", "citation", "mentions"];

/// Characters by which a comment is known where the page shows it.
const KNOWN_BY: usize = 40;

/// Elements around a comment's first words that may hold the rest of it.
const CLIMB: usize = 4;

/// The comments that the page's JSON-LD states. Where the page shows them they are taken out of the article.
pub(crate) fn stated_thread(snapshot: &Snapshot) -> Thread {
    let values = json_ld(snapshot);
    let mut comments: Vec<RawComment> = Vec::new();
    // what is still to be read, the next last; a comment is told from what stands around it by its depth
    let mut open: Vec<(&Value, Option<u16>)> = values.iter().rev().map(|value| (value, None)).collect();
    while let Some((value, depth)) = open.pop() {
        match value {
            Value::Array(items) => open.extend(items.iter().rev().map(|item| (item, depth))),
            Value::Object(object) => {
                if let Some(comment) = depth.and_then(|depth| comment(object, depth)) {
                    if comments.iter().rev().take(KNOWN_BY).any(|c| c.text == comment.text) {
                        continue;
                    }
                    comments.push(comment);
                }
                let below = depth.map_or(0, |depth| depth.saturating_add(1));
                let within = object.iter().filter(|(key, _)| {
                    !ANSWERS.contains(&key.as_str()) && !ELSEWHERE.contains(&key.as_str()) && depth.is_none()
                });
                open.extend(within.map(|(_, value)| (value, None)));
                open.extend(ANSWERS.iter().rev().filter_map(|&key| Some((object.get(key)?, Some(below)))));
            }
            _ => {}
        }
    }
    let nodes = shown(snapshot, &comments);
    Thread { nodes, headed: true, comments }
}

/// One that says something, and who or when.
fn comment(object: &Map<String, Value>, depth: u16) -> Option<RawComment> {
    let field = |name: &str| object.get(name).and_then(Value::as_str);
    let written = field("text").or_else(|| field("articleBody"))?;
    let lines: Vec<String> = written.lines().map(|line| squeezed(&unmarked(line))).filter(|l| !l.is_empty()).collect();
    let author = match object.get("author").or_else(|| object.get("creator")) {
        Some(Value::Array(authors)) => authors.first(),
        other => other,
    };
    let named = author.and_then(|author| author.as_str().or_else(|| author.get("name")?.as_str()));
    let author = named.map(|name| squeezed(&unmarked(name))).filter(|name| !name.is_empty());
    let posted_iso = field("dateCreated").or_else(|| field("datePublished")).and_then(|at| machine_date(at)?.iso(None));
    let posted = posted_iso.as_ref().and_then(|iso| Some(iso.get(..10)?.to_owned()));
    let text = lines.join("\n");
    let tells = !text.is_empty() && (author.is_some() || posted.is_some());
    tells.then_some(RawComment { author, posted, posted_iso, depth, text, nodes: 0..0 })
}

/// The nodes in which the page shows these comments all the same.
fn shown(snapshot: &Snapshot, comments: &[RawComment]) -> Vec<Range<usize>> {
    let start = |text: &str| text.chars().filter(|c| !c.is_whitespace()).take(KNOWN_BY).collect::<String>();
    let known: HashMap<String, usize> = comments.iter().map(|c| (start(&c.text), c.text.len())).collect();
    let mut nodes: Vec<Range<usize>> = Vec::new();
    if known.is_empty() {
        return nodes;
    }
    for at in 0..snapshot.nodes.len() {
        let is_text = matches!(snapshot.nodes.get(at).map(|n| n.kind), Some(NodeKind::Text(_)));
        if !is_text || nodes.last().is_some_and(|n| n.contains(&at)) {
            continue;
        }
        let Some(&length) = known.get(&start(snapshot.data(at))) else { continue };
        let written = |e: usize| (e..snapshot.end(e)).map(|n| snapshot.data(n).trim().len()).sum::<usize>();
        let around = snapshot.ancestors(at).take(CLIMB).take_while(|&e| written(e) <= length + length / 8 + KNOWN_BY);
        if let Some(element) = around.filter(|&e| snapshot.tag(e) != "script").last() {
            nodes.push(element..snapshot.end(element));
        }
    }
    nodes
}
