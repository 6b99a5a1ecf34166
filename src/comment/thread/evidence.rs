//! What posts of a thread have, and teasers of other pages do not: a button to answer, a number; and the other way round.

use super::page_index::PageIndex;
use super::raw::RawComment;
use std::collections::HashSet;
use std::ops::Range;

/// Words of a linked heading that is a headline.
const HEADLINE: usize = 4;

/// How many of these have a headline that leads to another page: teasers. A forum's posts are headed by their topic, again and
/// again, or by their writers.
pub(super) fn headlines(page: &PageIndex, nodes: &[Range<usize>], comments: &[RawComment]) -> usize {
    let link = |at: usize| {
        let inside = (at..page.snapshot.end(at)).find(|&i| page.snapshot.tag(i) == "a");
        let around = || page.snapshot.parent(at).filter(|&p| page.snapshot.tag(p) == "a");
        inside.or_else(around).and_then(|a| page.snapshot.attribute(a, "href"))
    };
    let mut told = HashSet::new();
    let mut leads = |at: usize, author: &str| {
        if !matches!(page.snapshot.tag(at), "h1" | "h2" | "h3" | "h4") {
            return false;
        }
        let words = page.words(at, 300);
        words.split(' ').count() >= HEADLINE
            && link(at).is_some_and(|href| !href.contains('#'))
            && (author.is_empty() || !words.contains(author))
            && told.insert(words)
    };
    let mut count = 0;
    for (nodes, comment) in nodes.iter().zip(comments) {
        let author = comment.author.as_deref().unwrap_or_default();
        count += usize::from(nodes.clone().any(|at| leads(at, author)));
    }
    count
}

/// Whether `text` is what a link in `nodes` is called, as in a list of other threads.
pub(super) fn is_link(page: &PageIndex, nodes: &Range<usize>, text: &str) -> bool {
    let called = |at: usize| page.snapshot.tag(at) == "a" && page.words(at, text.len()) == text;
    !text.is_empty() && nodes.clone().any(called)
}

/// Texts of a post among which its number stands.
const HEADER: usize = 12;

/// Whether the posts in `nodes` have numbers, each one more than the one before.
pub(super) fn are_counted(page: &PageIndex, nodes: &[Range<usize>]) -> bool {
    let number = |nodes: &Range<usize>| {
        let texts = nodes.clone().map(|at| page.snapshot.data(at).trim()).filter(|text| !text.is_empty());
        texts.take(HEADER).find_map(|text| {
            let digits = text.strip_prefix('#')?.trim_start();
            let end = digits.find(|c: char| !c.is_ascii_digit()).unwrap_or(digits.len());
            digits.get(..end)?.parse::<u32>().ok()
        })
    };
    let numbers: Vec<u32> = nodes.iter().filter_map(number).collect();
    let follow = numbers.iter().zip(numbers.iter().skip(1)).filter(|(a, b)| a.checked_add(1) == Some(**b)).count();
    numbers.len() == nodes.len() && (follow + 1) * 5 >= nodes.len() * 4
}

/// Elements of a comment whose names may be what its own link leads to.
const NAMED: usize = 6;

/// Whether one answers what stands in `nodes`, or refers to it: there is a button for it, or a link to its own number.
pub(super) fn is_answerable(page: &PageIndex, nodes: &Range<usize>) -> bool {
    let id = |at: usize| page.snapshot.attribute(at, "id").or_else(|| page.snapshot.attribute(at, "name"));
    let numbered = |id: &&str| id.contains(|c: char| c.is_ascii_digit());
    let names: Vec<&str> = nodes.clone().filter_map(id).filter(numbered).take(NAMED).collect();
    let leads_here = |at: usize| {
        let target = page.snapshot.attribute(at, "href").and_then(|href| href.rsplit_once(['#', '/']));
        target.is_some_and(|(_, target)| names.contains(&target))
    };
    nodes.clone().any(|at| page.is_button(at) || (page.snapshot.tag(at) == "a" && leads_here(at)))
}
