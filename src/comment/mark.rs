//! The names and dates of a page that may head a comment, grouped by the markup that they stand in.

use super::word;
use crate::snapshot::{NodeKind, Snapshot};
use crate::text::date;
use std::collections::{BTreeMap, BTreeSet};

/// Longest name and longest text around a date, in bytes.
const NAME: usize = 90;
const DATE: usize = 160;
/// Bytes of other words that may stand beside a date.
const BESIDE: usize = 90;

/// A page with what is asked of it often: how deep each node is, and how much text stands before it.
pub(super) struct Page<'a> {
    pub(super) snapshot: &'a Snapshot,
    /// Ancestors of each node.
    pub(super) level: Vec<u32>,
    /// Bytes of text that are not white space, before each node; one entry more than nodes.
    written: Vec<u32>,
    /// Which nodes hold a name by what their markup says.
    named: Vec<bool>,
}

impl<'a> Page<'a> {
    pub(super) fn new(snapshot: &'a Snapshot) -> Self {
        let mut level: Vec<u32> = Vec::with_capacity(snapshot.nodes.len());
        let mut written = Vec::with_capacity(snapshot.nodes.len() + 1);
        let mut sum = 0u32;
        for (at, node) in snapshot.nodes.iter().enumerate() {
            let up = snapshot.parent(at).and_then(|p| level.get(p)).map_or(0, |l| l + 1);
            level.push(up);
            written.push(sum);
            if let NodeKind::Text(span) = node.kind {
                let bytes = span.str(&snapshot.text).bytes().filter(|b| !b.is_ascii_whitespace()).count();
                sum = sum.saturating_add(u32::try_from(bytes).unwrap_or(u32::MAX));
            }
        }
        written.push(sum);
        let mut page = Self { snapshot, level, written, named: Vec::new() };
        page.named = (0..snapshot.nodes.len()).map(|at| holds_name(&page, at)).collect();
        page
    }

    /// Bytes of text that are not white space in nodes `from..to`.
    pub(super) fn written(&self, from: usize, to: usize) -> usize {
        let at = |i: usize| self.written.get(i.min(self.written.len().saturating_sub(1))).copied().unwrap_or(0);
        at(to).saturating_sub(at(from)) as usize
    }

    /// The text of element `at`, white space folded; empty when it has more than `most` bytes.
    pub(super) fn words(&self, at: usize, most: usize) -> String {
        let end = self.snapshot.end(at);
        if self.written(at, end) > most {
            return String::new();
        }
        let mut words = String::new();
        for node in at..end {
            let data = self.snapshot.data(node);
            if data.is_empty() {
                continue;
            }
            if data.starts_with(char::is_whitespace) && !words.is_empty() {
                words.push(' ');
            }
            for (i, word) in data.split_whitespace().enumerate() {
                if i > 0 {
                    words.push(' ');
                }
                words.push_str(word);
            }
            if data.ends_with(char::is_whitespace) {
                words.push(' ');
            }
        }
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The elements around `at`, itself first, nearest first.
    pub(super) fn around(&self, at: usize) -> impl Iterator<Item = usize> + '_ {
        std::iter::once(at).chain(self.snapshot.ancestors(at))
    }

    /// Tag and classes of `at` without numbers and states: what elements of one kind have in common.
    fn kind(&self, at: usize) -> String {
        let mut kind = self.snapshot.tag(at).to_owned();
        for class in self.snapshot.attribute(at, "class").unwrap_or_default().split_whitespace().take(4) {
            let state = class.contains(|c: char| c.is_ascii_digit())
                || matches!(
                    class,
                    "even"
                        | "odd"
                        | "first"
                        | "last"
                        | "active"
                        | "new"
                        | "alt"
                        | "byuser"
                        | "bypostauthor"
                        | "url"
                        | "thread-even"
                        | "thread-odd"
                        | "thread-alt"
                );
            if !state {
                kind.push('.');
                kind.push_str(class);
            }
        }
        kind
    }

    /// The kinds of `at` and of the elements around it, `wide` in all.
    fn place(&self, at: usize, wide: usize) -> String {
        self.around(at).take(wide).map(|e| self.kind(e)).collect::<Vec<_>>().join("<")
    }
}

/// Elements that may head comments: those of one kind together, in page order. A kind is told by the element alone, or with
/// one or two elements around it: threads differ in how much of their markup recurs.
pub(super) fn groups(page: &Page) -> BTreeSet<Vec<usize>> {
    let mut dates: Vec<usize> = Vec::new();
    let mut names: Vec<usize> = Vec::new();
    let mut last_name = 0..0;
    for at in 0..page.snapshot.nodes.len() {
        if let Some(date) = date_at(page, at).filter(|d| dates.last() != Some(d)) {
            dates.push(date);
        }
        if is_name(page, at) {
            // of names around each other the innermost
            if last_name.contains(&at) {
                names.pop();
            }
            last_name = at..page.snapshot.end(at);
            names.push(at);
        }
    }
    let mut groups = BTreeSet::new();
    for marks in [dates, names] {
        for wide in 1..=3 {
            let mut kinds: BTreeMap<String, Vec<usize>> = BTreeMap::new();
            for &mark in &marks {
                kinds.entry(page.place(mark, wide)).or_default().push(mark);
            }
            groups.extend(kinds.into_values());
        }
    }
    groups
}

/// The element of a date: a `<time>`, or the element of a short text that is a date and little else.
pub(super) fn date_at(page: &Page, at: usize) -> Option<usize> {
    let snapshot = page.snapshot;
    if snapshot.tag(at) == "time" {
        return (page.written(at, snapshot.end(at)) <= DATE).then_some(at);
    }
    let data = snapshot.data(at).trim();
    if data.is_empty() || data.len() > DATE || data.len() < 2 {
        return None;
    }
    let found = date::find(data)?;
    let element = snapshot.parent(at)?;
    let dated =
        || page.around(element).take(3).any(|e| snapshot.tag(e) == "time" || word::says(snapshot, e, &word::is_date));
    let alone = data.len() - found.span.len() <= BESIDE;
    let sure = match found.weight() {
        3 => alone,
        2 => alone && (dated() || data.len() - found.span.len() <= 4),
        _ => data.len() - found.span.len() <= 12 && dated(),
    };
    // in a `<time>` it is the element that counts
    let time = page.around(element).take(4).find(|&e| snapshot.tag(e) == "time");
    (sure && time.is_none()).then_some(element)
}

/// Whether element `at` holds a name by what its markup says.
pub(super) fn is_name(page: &Page, at: usize) -> bool {
    page.named.get(at).copied().unwrap_or(false)
}

fn holds_name(page: &Page, at: usize) -> bool {
    let snapshot = page.snapshot;
    let tag = snapshot.tag(at);
    if tag.is_empty() || matches!(tag, "form" | "input" | "label" | "textarea" | "button" | "meta" | "img") {
        return false;
    }
    let length = page.written(at, snapshot.end(at));
    (1..=NAME).contains(&length) && (tag == "cite" || word::says(snapshot, at, &word::is_author))
}
