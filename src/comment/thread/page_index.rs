//! A page with what is asked of it often, and which of its elements hold a name or a date.

use super::part::Parts;
use super::word;
use crate::comment::boilerplate::{is_answering, is_boilerplate};
use crate::date::date_in;
use crate::snapshot::{NodeKind, Snapshot};
use std::cell::OnceCell;

/// Longest name and longest text around a date, in bytes.
const NAME: usize = 90;
const DATE: usize = 160;
/// Longest words on a button, in bytes.
const BUTTON: usize = 40;
/// Bytes of other words that may stand beside a date.
const BESIDE: usize = 90;
/// Elements whose text is code, and in nobody's words.
const CODE: [&str; 4] = ["script", "style", "noscript", "template"];

/// A page with what is asked of it often: how deep each node is, and how much text stands before it.
pub(crate) struct PageIndex<'a> {
    pub(crate) snapshot: &'a Snapshot,
    /// Ancestors of each node.
    pub(crate) level: Vec<u32>,
    /// Bytes of text that are not white space, before each node; one entry more than nodes.
    written: Vec<u32>,
    /// What the markup of each node says.
    parts: Vec<Parts>,
    /// Text nodes that are neither all white space nor code, and whether white space or the beginning of a line stands since the one before.
    inked: Vec<(u32, bool)>,
    /// Which nodes hold a name by what their markup says.
    named: Vec<bool>,
    /// The date that each node says ([`date_at`]).
    dates: Vec<Option<u32>>,
    /// Which nodes are buttons, once that is asked.
    buttons: OnceCell<Vec<bool>>,
    /// How many names of writers stand before each node; one entry more than nodes.
    headers: Vec<u32>,
}

impl<'a> PageIndex<'a> {
    pub(crate) fn new(snapshot: &'a Snapshot) -> Self {
        let mut level: Vec<u32> = Vec::with_capacity(snapshot.nodes.len());
        let mut written = Vec::with_capacity(snapshot.nodes.len() + 1);
        let mut sum = 0u32;
        let mut inked = Vec::new();
        let mut blank = false;
        let mut code_to = 0;
        for (at, node) in snapshot.nodes.iter().enumerate() {
            let up = snapshot.parent(at).and_then(|p| level.get(p)).map_or(0, |l| l + 1);
            level.push(up);
            written.push(sum);
            blank |= matches!(snapshot.tag(at), "br" | "dd" | "div" | "dt" | "li" | "p" | "td" | "tr");
            if CODE.contains(&snapshot.tag(at)) {
                code_to = snapshot.end(at);
            }
            if let NodeKind::Text(span) = node.kind {
                let data = span.str(&snapshot.text);
                let bytes = data.bytes().filter(|b| !b.is_ascii_whitespace()).count();
                sum = sum.saturating_add(u32::try_from(bytes).unwrap_or(u32::MAX));
                if bytes > 0 && at >= code_to {
                    inked.push((u32::try_from(at).unwrap_or(u32::MAX), blank));
                }
                blank = bytes == 0 && (blank || !data.is_empty());
            }
        }
        written.push(sum);
        let parts = (0..snapshot.nodes.len()).map(|at| word::parts(snapshot, at)).collect();
        let (named, dates, headers) = (Vec::new(), Vec::new(), Vec::new());
        let buttons = OnceCell::new();
        let mut page = Self { snapshot, level, written, parts, inked, buttons, named, dates, headers };
        page.named = (0..snapshot.nodes.len()).map(|at| holds_name(&page, at)).collect();
        page.dates = (0..snapshot.nodes.len()).map(|at| dated(&page, at).and_then(|d| u32::try_from(d).ok())).collect();
        page.headers = Vec::with_capacity(snapshot.nodes.len() + 1);
        page.headers.push(0);
        let mut headers = 0;
        for at in 0..snapshot.nodes.len() {
            headers += u32::from(snapshot.tag(at) != "cite" && is_name(&page, at) && page.rank(at) >= 4);
            page.headers.push(headers);
        }
        page
    }

    /// Whether the markup of `at` says that it plays one of `parts`.
    pub(crate) fn says(&self, at: usize, parts: Parts) -> bool {
        self.parts.get(at).is_some_and(|p| p.any(parts))
    }

    /// How surely the markup of a name means the one who writes.
    pub(crate) fn rank(&self, at: usize) -> u8 {
        let own = match () {
            () if self.says(at, Parts::OTHER) => 0,
            () if self.says(at, Parts::FULL_NAME) => 6,
            () if self.says(at, Parts::WRITER) || self.snapshot.tag(at) == "cite" => 4,
            () if self.says(at, Parts::USER) => 3,
            () => 1,
        };
        // the name within the author's box
        own + u8::from(own > 0 && self.says(at, Parts::NAME))
    }

    /// Whether the name of a comment's writer stands in nodes `from..to`; a `<cite>` may name whoever is quoted.
    pub(crate) fn names_writer(&self, from: usize, to: usize) -> bool {
        self.headers.get(from) != self.headers.get(to.min(self.snapshot.nodes.len()))
    }

    /// Bytes of text that are not white space in nodes `from..to`.
    pub(crate) fn written(&self, from: usize, to: usize) -> usize {
        let at = |i: usize| self.written.get(i.min(self.written.len().saturating_sub(1))).copied().unwrap_or(0);
        at(to).saturating_sub(at(from)) as usize
    }

    /// The text of element `at`, white space folded; empty when it has more than `most` bytes.
    pub(crate) fn words(&self, at: usize, most: usize) -> String {
        let end = self.snapshot.end(at);
        if self.written(at, end) > most {
            return String::new();
        }
        let mut words = String::new();
        let first = self.inked.partition_point(|&(node, _)| (node as usize) < at);
        for &(node, spaced) in self.inked.get(first..).unwrap_or_default() {
            if node as usize >= end {
                break;
            }
            let data = self.snapshot.data(node as usize);
            if spaced || data.starts_with(char::is_whitespace) {
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

    /// The texts of the last `count` text nodes before `at`, nearest first.
    pub(crate) fn texts_before(&self, at: usize, count: usize) -> impl Iterator<Item = &'a str> + '_ {
        let end = self.inked.partition_point(|&(node, _)| (node as usize) < at);
        let before = self.inked.get(end.saturating_sub(count)..end).unwrap_or_default();
        before.iter().rev().map(|&(node, _)| self.snapshot.data(node as usize).trim())
    }

    /// Bytes of each text between nodes `from` and `to`.
    pub(crate) fn text_lengths(&self, from: usize, to: usize) -> impl Iterator<Item = usize> + '_ {
        let at = |node: usize| self.inked.partition_point(|&(n, _)| (n as usize) < node);
        let texts = self.inked.get(at(from)..at(to.max(from))).unwrap_or_default();
        texts.iter().map(|&(node, _)| self.snapshot.data(node as usize).trim().len())
    }

    /// Whether a form in which a reader writes stands at `at`; some pages put what was written into a form as well.
    pub(crate) fn is_form(&self, at: usize) -> bool {
        let fields = |i: usize| match self.snapshot.tag(i) {
            "textarea" | "select" => true,
            "input" => !self.snapshot.attribute(i, "type").is_some_and(|t| t.eq_ignore_ascii_case("hidden")),
            _ => false,
        };
        self.snapshot.tag(at) == "form" && (at..self.snapshot.end(at)).any(fields)
    }

    /// The elements around `at`, itself first, nearest first.
    pub(crate) fn around(&self, at: usize) -> impl Iterator<Item = usize> + '_ {
        std::iter::once(at).chain(self.snapshot.ancestors(at))
    }

    /// Tag and classes of `at` without numbers and states: what elements of one kind have in common.
    pub(crate) fn kind(&self, at: usize) -> String {
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

    /// Whether element `at` is a button such as “Reply”.
    pub(crate) fn is_button(&self, at: usize) -> bool {
        let says = |at: usize| {
            if !matches!(self.snapshot.tag(at), "a" | "button" | "span" | "li")
                || self.written(at, self.snapshot.end(at)) > BUTTON
            {
                return false;
            }
            let words = self.words(at, BUTTON);
            is_boilerplate(&words) && is_answering(&words)
        };
        let buttons = self.buttons.get_or_init(|| (0..self.snapshot.nodes.len()).map(says).collect());
        buttons.get(at).copied().unwrap_or(false)
    }
}

/// The element of the date that node `at` says, if it says one.
pub(crate) fn date_at(page: &PageIndex, at: usize) -> Option<usize> {
    page.dates.get(at).copied().flatten().map(|d| d as usize)
}

/// The element of a date: a `<time>`, or the element of a short text that is a date and little else.
fn dated(page: &PageIndex, at: usize) -> Option<usize> {
    let snapshot = page.snapshot;
    if snapshot.tag(at) == "time" {
        let of_writer = snapshot.parent(at).is_some_and(|p| is_of_the_writer(&page.words(p, DATE)));
        return (page.written(at, snapshot.end(at)) <= DATE && !of_writer).then_some(at);
    }
    let data = snapshot.data(at).trim();
    if data.is_empty() || data.len() > DATE || data.len() < 2 {
        return None;
    }
    let found = date_in(data)?;
    let element = snapshot.parent(at)?;
    let line = data.get(..found.span.start).unwrap_or_default();
    // an icon that was never closed stands around what follows
    let outer =
        page.around(element).find(|&e| !matches!(snapshot.tag(e), "i" | "b" | "em" | "strong")).unwrap_or(element);
    let label = || page.words(snapshot.parent(outer).unwrap_or(outer), DATE);
    if is_of_the_writer(line) || is_of_the_writer(&page.words(outer, DATE)) || is_of_the_writer(&label()) {
        return None;
    }
    let dated = || page.around(element).take(3).any(|e| snapshot.tag(e) == "time" || page.says(e, Parts::DATE));
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

/// Words before a date that is of the writer, or of a later change, lower case.
#[rustfmt::skip] // a word a line would take a page
const OTHER_DATES: &[&str] = &[
    "joined", "join date", "join-date", "member since", "registered", "registriert", "mitglied seit", "beigetreten", "inscrit",
    "inscription", "membre depuis", "iscritto", "miembro desde", "registrado", "last edited", "last visit", "last seen",
    "zuletzt bearbeitet", "edited by", "edited on", "dernière modification",
];

/// Whether a text begins as one that says since when its writer is a member, or when a post was changed.
fn is_of_the_writer(text: &str) -> bool {
    let start: String = text.trim_start().chars().take(24).flat_map(char::to_lowercase).collect();
    OTHER_DATES.iter().any(|d| start.starts_with(d))
}

/// Whether element `at` holds a name by what its markup says.
pub(crate) fn is_name(page: &PageIndex, at: usize) -> bool {
    page.named.get(at).copied().unwrap_or(false)
}

fn holds_name(page: &PageIndex, at: usize) -> bool {
    let snapshot = page.snapshot;
    let tag = snapshot.tag(at);
    if tag.is_empty() || matches!(tag, "form" | "input" | "label" | "textarea" | "button" | "meta" | "img") {
        return false;
    }
    let length = page.written(at, snapshot.end(at));
    (1..=NAME).contains(&length) && (tag == "cite" || page.says(at, Parts::AUTHOR))
}
