//! The thread at the end of a pasted text, found by the convention that recurs.

use super::convention::{Convention, HeaderLines, Outcome};
use super::conventions::CONVENTIONS;
use super::depth::set_depths;
use super::header_line::{SURE, is_dated};
use super::region::{ReadLines, Region};
use crate::comment::boilerplate::{is_answering, is_ending};
use crate::comment::heading::is_heading;
use crate::comment::post::Comment;
use crate::comment::posted;
use crate::order::sort_by_key;
use crate::text::{Line, Span};

/// A thread in a text.
#[derive(Debug)]
pub(in crate::comment) struct PlainThread {
    /// The line that it begins with: its heading, or the first comment.
    pub(in crate::comment) first: usize,
    pub(in crate::comment) comments: Vec<Comment>,
}

/// A way to read lines as a thread: how good it is, the line of its first comment, and the comments.
struct Attempt {
    score: i64,
    first: usize,
    comments: Vec<Comment>,
}

/// Headings that are tried, the last ones of the text.
const HEADINGS: usize = 6;
/// Lines that may stand between the heading of a thread and its first comment (sort menus, rules).
const PREAMBLE: usize = 3;

/// The thread in a text of these `lines`.
pub(in crate::comment) fn thread_in(text: &str, lines: &[Line]) -> Option<PlainThread> {
    let headings: Vec<usize> = (0..lines.len())
        .rev()
        .filter(|&i| lines.get(i).is_some_and(|l| is_heading(l.span.str(text)) && !is_button(l.span.str(text))))
        .take(HEADINGS)
        .collect();
    let mut best: Option<Attempt> = None;
    if let Some(&first) = headings.last() {
        let read = ReadLines::new(text, lines, first + 1);
        for &heading in &headings {
            let Some(attempt) = best_attempt(&read, heading + 1, true) else { continue };
            // the later heading of equals: one above the article links to the thread
            if best.as_ref().is_none_or(|b| attempt.score > b.score) {
                best = Some(Attempt { first: heading, ..attempt });
            }
        }
    }
    let best = best.or_else(|| {
        // without a heading a thread is known by its dates, and most texts end here
        let dated = lines.iter().filter(|l| is_dated(text, l.span));
        if dated.take(2).count() < 2 { None } else { best_attempt(&ReadLines::new(text, lines, 0), 0, false) }
    })?;
    Some(PlainThread { first: best.first, comments: best.comments })
}

/// Whether a line that might head a thread is the button below a comment: “Reply”.
fn is_button(line: &str) -> bool {
    is_answering(line) && !line.contains(|c: char| c.is_ascii_digit())
}

/// Headers of one convention that are alike.
struct Group {
    /// The place of its convention in [`CONVENTIONS`].
    convention: usize,
    /// Whether the date stands before the name, whether there are numbers, and an avatar.
    traits: [bool; 3],
    headers: Vec<HeaderLines>,
}

/// The convention that explains the lines from `start` best.
fn best_attempt(read: &ReadLines, start: usize, headed: bool) -> Option<Attempt> {
    let ending = read.lines.iter().enumerate().skip(start).find(|(_, l)| headed && is_ending(l.span.str(read.text)));
    let region = Region { read, start, end: ending.map_or(read.lines.len(), |(at, _)| at) };
    let mut best: Option<Attempt> = None;
    for Group { convention, headers, .. } in groups(region) {
        let Some(convention) = CONVENTIONS.get(convention) else { continue };
        for below in [true, false] {
            let Some((score, comments)) = comments_by(region, convention, &headers, below, headed) else { continue };
            let first = if below { headers.first().map_or(start, |h| h.line) } else { start };
            if best.as_ref().is_none_or(|b| score >= b.score) {
                best = Some(Attempt { score, first, comments });
            }
        }
    }
    best.filter(|b| b.score > 0)
}

/// The headers of a region, those that are alike together.
fn groups(region: Region) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for line in region.start..region.end {
        let seen = CONVENTIONS.iter().enumerate().filter_map(|(at, c)| Some((at, (c.header_at)(region, line)?)));
        for (convention, found) in seen {
            let header = &found.header;
            let traits = [header.date_first, header.numbers > 0, header.avatar];
            match groups.iter_mut().find(|g| (g.convention, g.traits) == (convention, traits)) {
                Some(group) => group.headers.push(found),
                None => groups.push(Group { convention, traits, headers: vec![found] }),
            }
        }
    }
    sort_by_key(&mut groups, |g| (g.convention, g.traits));
    groups
}

/// Reads the region by one convention; `below` when the text stands below its header, else above.
fn comments_by(
    region: Region,
    convention: &Convention,
    headers: &[HeaderLines],
    below: bool,
    headed: bool,
) -> Option<(i64, Vec<Comment>)> {
    if !below && !convention.below_message {
        return None;
    }
    let headers = consistent(region, headers, below);
    let (first, last) = (headers.first()?.line, headers.last()?);
    let preamble = if below && headed { region.written(region.start, first) } else { 0 };
    let trailing = if below { 0 } else { region.written(last.line + last.lines, region.end) };
    if preamble > PREAMBLE || trailing > PREAMBLE {
        return None;
    }
    let mut comments = Vec::new();
    let mut read = Vec::new();
    for (at, header) in headers.iter().enumerate() {
        let (from, to) = if below {
            (header.line + header.lines, headers.get(at + 1).map_or(region.end, |h| h.line))
        } else {
            let before = at.checked_sub(1).and_then(|before| headers.get(before));
            (before.map_or(region.start, |h| h.line + h.lines), header.line)
        };
        let Some((span, reply_to)) = message(region, header, from, to) else { continue };
        let author = header.header.author.map(|a| a.str(region.text()).to_owned());
        let posted = header.header.posted.map(|p| p.str(region.text()).to_owned());
        comments.push(Comment { author, posted_iso: None, posted, depth: 0, span });
        let indent = region.line(header.line).map_or(0, |l| l.indent);
        let mut header = header.header.clone();
        header.reply_to = header.reply_to.or(reply_to);
        read.push((header, indent));
    }
    let (good, empty) = (comments.len(), headers.len() - comments.len());
    let outcome = Outcome { headers: &headers, good, empty, preamble };
    let without_heading = || convention.without_heading && below && is_plain_thread(region, &outcome);
    if !(convention.is_sure)(&outcome) || !headed && !without_heading() {
        return None;
    }
    set_depths(region.text(), &read, &mut comments);
    posted::resolve(&mut comments, None);
    let count = |n: usize| i64::try_from(n).unwrap_or(0);
    let score = count(good) * convention.points - count(empty) * 10 - count(preamble + trailing) * 4;
    Some((score + convention.bonus, comments))
}

/// Without a heading, only what nothing else than a thread looks like is one.
fn is_plain_thread(region: Region, outcome: &Outcome) -> bool {
    let headers = outcome.headers;
    let dated = headers.iter().filter(|h| h.header.weight == SURE && h.header.posted.is_some()).count();
    let first = headers.first().map_or(0, |h| h.line);
    let buttons = (first..region.end).filter(|&i| region.is_boilerplate(i)).count();
    let said = headers.iter().filter(|h| h.header.said || h.header.avatar || h.header.numbers > 0).count();
    let good = outcome.good;
    good >= 2 && dated >= good && (buttons >= good || said >= good)
}

/// The headers that stand as most do: after a blank line, unless most do not.
fn consistent(region: Region, headers: &[HeaderLines], below: bool) -> Vec<HeaderLines> {
    let apart = |h: &HeaderLines| {
        let after_blank = region.line(h.line).is_some_and(|l| l.after_blank);
        after_blank || h.line == region.start || h.line.checked_sub(1).is_some_and(|b| region.is_boilerplate(b))
    };
    let most = below && headers.iter().filter(|h| apart(h)).count() * 2 > headers.len();
    let mut kept: Vec<HeaderLines> = Vec::new();
    for header in headers {
        let clear = kept.last().is_none_or(|k| k.line + k.lines <= header.line);
        if clear && (!most || apart(header)) {
            kept.push(header.clone());
        }
    }
    kept
}

/// Whether line `at` repeats what another wrote, with an answer below it before line `to`.
fn is_quoted(region: Region, at: usize, to: usize) -> bool {
    let quotes = |at: usize| region.line(at).is_some_and(|l| l.span.str(region.text()).starts_with('>'));
    quotes(at) && (at + 1..to).any(|below| !quotes(below) && !region.is_boilerplate(below))
}

/// The message of a header among lines `from..to`, and whom a line of it says that it answers.
fn message(region: Region, header: &HeaderLines, mut from: usize, mut to: usize) -> Option<(Span, Option<Span>)> {
    let mut reply_to = None;
    while from < to {
        // “Replying to Ann”
        let answered = region.header(from).filter(|h| h.author.is_none()).and_then(|h| h.reply_to);
        if answered.is_some() && reply_to.is_none() {
            reply_to = answered;
        } else if !region.is_boilerplate(from) && !is_quoted(region, from, to) {
            break;
        }
        from += 1;
    }
    while to > from && region.is_boilerplate(to - 1) {
        to -= 1;
    }
    let end = if to > from { region.line(to - 1)?.span.end } else { region.line(header.line)?.span.end };
    let start = match header.inline {
        Some(start) => start,
        None if to > from => region.line(from)?.span.start,
        None => return None,
    };
    Some((Span::new(start, end), reply_to))
}
