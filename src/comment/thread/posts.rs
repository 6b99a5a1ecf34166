//! Posts as forum software writes them: elements of one kind, each called a post or a message, with a number, a writer, a date and a text.

use super::item;
use super::page_index::PageIndex;
use super::word::words;
use std::collections::HashMap;
use std::ops::Range;

/// What a post is called in its class or id.
const CALLED: [&str; 12] = [
    "answer",
    "beitrag",
    "comment",
    "commentitem",
    "message",
    "msg",
    "post",
    "postbit",
    "postcontainer",
    "posting",
    "reply",
    "response",
];

/// What is called so is told by the paper as it happens, and is no thread.
const LIVE: [&str; 4] = ["live", "liveblog", "liveticker", "ticker"];

/// Elements around a post that may say so.
const AROUND: usize = 5;

/// Elements at the beginning of a post that may have its number.
const NAMED: usize = 8;

/// Fewest posts of one kind.
const FEWEST: usize = 2;

/// Groups of elements that may be the posts of a thread, in page order, none inside another.
pub(super) fn posts(page: &PageIndex) -> Vec<Vec<Range<usize>>> {
    let mut kinds: HashMap<String, usize> = HashMap::new();
    let mut groups: Vec<Vec<Range<usize>>> = Vec::new();
    for at in 0..page.snapshot.nodes.len() {
        let Some(kind) = kind(page, at).filter(|_| is_numbered(page, at) && !is_live(page, at)) else { continue };
        let nodes = at..page.snapshot.end(at);
        if !page.names_writer(nodes.start, nodes.end) && item::date(page, &nodes).is_none() {
            continue;
        }
        let index = *kinds.entry(kind).or_insert(groups.len());
        match groups.get_mut(index) {
            Some(group) => group.push(nodes),
            None => groups.push(vec![nodes]),
        }
    }
    let apart = |group: &Vec<Range<usize>>| {
        group.len() >= FEWEST && group.iter().zip(group.iter().skip(1)).all(|(a, b)| a.end <= b.start)
    };
    groups.into_iter().filter(apart).collect()
}

/// Whether element `at` is called a post.
pub(super) fn is_post(page: &PageIndex, at: usize) -> bool {
    kind(page, at).is_some()
}

/// Whether element `at` is of a story that is told as it happens.
fn is_live(page: &PageIndex, at: usize) -> bool {
    let live = |at: usize| {
        let class = page.snapshot.attribute(at, "class").unwrap_or_default();
        class.split_whitespace().flat_map(words).any(|word| LIVE.iter().any(|live| word.eq_ignore_ascii_case(live)))
    };
    page.around(at).take(AROUND).any(live)
}

/// The tag and what the element is called first, without numbers; none when that is no post.
fn kind(page: &PageIndex, at: usize) -> Option<String> {
    let tag = page.snapshot.tag(at);
    if !matches!(tag, "article" | "div" | "li" | "section" | "table" | "tbody" | "tr" | "td" | "dl") {
        return None;
    }
    let called =
        |token: &&str| words(token).next().is_some_and(is_called) || words(token).last().is_some_and(is_called);
    let token = ["class", "id"]
        .into_iter()
        .find_map(|name| page.snapshot.attribute(at, name).unwrap_or_default().split_whitespace().find(called))?;
    Some(std::iter::once(tag).chain(token.split(|c: char| c.is_ascii_digit())).collect())
}

fn is_called(word: &str) -> bool {
    let word = word.trim_end_matches(|c: char| c.is_ascii_digit());
    CALLED.iter().any(|called| word.eq_ignore_ascii_case(called))
}

/// Whether an element, or what stands first in it, has a number.
fn is_numbered(page: &PageIndex, at: usize) -> bool {
    let numbered = |at: usize, name: &str| {
        page.snapshot.attribute(at, name).is_some_and(|value| value.contains(|c: char| c.is_ascii_digit()))
    };
    (at..page.snapshot.end(at))
        .take(NAMED)
        .any(|e| numbered(e, "id") || (page.snapshot.tag(e) == "a" && numbered(e, "name")))
        || page.snapshot.parent(at).is_some_and(|p| page.snapshot.end(p) == page.snapshot.end(at) && numbered(p, "id"))
}
