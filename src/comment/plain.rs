//! The thread at the end of a pasted text, found by the line shape that recurs.

use super::Comment;
use super::furniture::{is_ending, is_furniture};
use super::header::{self, Header};
use super::heading::is_heading;
use super::posted;
use crate::text::{Line, Span};
use std::collections::HashMap;

/// A thread in a text.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// The line that the thread begins with: its heading, or the first comment.
    pub(super) first: usize,
    pub(super) comments: Vec<Comment>,
}

/// How comments and their headers stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd)]
enum Shape {
    /// A line with a name alone.
    Name,
    /// The name and a colon stand before the text, on its line.
    Inline,
    /// A line with a name and some word or mark that makes it a header.
    Marked,
    /// A line with name and date.
    Line,
    /// A line with a name, then one with a date.
    NameDate,
    /// The other way round.
    DateName,
}

/// A header and the lines that it takes.
#[derive(Clone, Debug)]
struct Place {
    line: usize,
    lines: usize,
    header: Header,
    /// Where the message begins on the header's own line.
    inline: Option<usize>,
}

/// Headings that are tried, the last ones of the text.
const HEADINGS: usize = 6;
/// Lines that may stand between the heading of a thread and its first comment (sort menus, rules).
const PREAMBLE: usize = 3;

/// Finds the thread.
pub(super) fn find(text: &str, lines: &[Line]) -> Option<Found> {
    let headings: Vec<usize> = (0..lines.len())
        .rev()
        .filter(|&i| lines.get(i).is_some_and(|l| is_heading(l.span.str(text))))
        .take(HEADINGS)
        .collect();
    let mut found: Option<(i64, usize, Vec<Comment>)> = None;
    if let Some(&first) = headings.last() {
        let reading = Reading::of(text, lines, first + 1);
        for &heading in &headings {
            let Some((score, _, comments)) = best(&reading, heading + 1, true) else { continue };
            // the later heading of equals: one above the article links to the thread
            if found.as_ref().is_none_or(|f| score > f.0) {
                found = Some((score, heading, comments));
            }
        }
    }
    let (_, first, comments) = found.or_else(|| {
        // without a heading a thread is told by its dates, and most texts end here
        let dated = lines.iter().filter(|l| header::is_dated(text, l.span));
        if dated.take(2).count() < 2 { None } else { best(&Reading::of(text, lines, 0), 0, false) }
    })?;
    Some(Found { first, comments })
}

/// The lines of a text, each read once: as a header, as a button, as the end of a thread.
struct Reading<'a> {
    text: &'a str,
    lines: &'a [Line],
    /// The first line that was read.
    from: usize,
    headers: Vec<Option<Header>>,
    furniture: Vec<bool>,
}

impl<'a> Reading<'a> {
    fn of(text: &'a str, lines: &'a [Line], from: usize) -> Self {
        let read = lines.get(from..).unwrap_or_default();
        let headers = read.iter().map(|l| header::read(text, l.span)).collect();
        let furniture = read.iter().map(|l| is_furniture(l.span.str(text))).collect();
        Self { text, lines, from, headers, furniture }
    }

    fn header(&self, line: usize) -> Option<&Header> {
        self.headers.get(line.checked_sub(self.from)?)?.as_ref()
    }

    fn is_furniture(&self, line: usize) -> bool {
        line.checked_sub(self.from).and_then(|at| self.furniture.get(at)).copied().unwrap_or(false)
    }
}

/// The convention that explains the lines from `start` best: its score, the line of its first comment, and the comments.
fn best(reading: &Reading, start: usize, headed: bool) -> Option<(i64, usize, Vec<Comment>)> {
    let &Reading { text, lines, .. } = reading;
    let end = lines
        .iter()
        .enumerate()
        .skip(start)
        .find(|(_, l)| headed && is_ending(l.span.str(text)))
        .map_or(lines.len(), |(i, _)| i);
    let region = Region { reading, start, end };
    let mut groups: Vec<(Shape, usize, Vec<Place>)> = Vec::new();
    for line in start..end {
        for (shape, place) in region.places(line) {
            let header = &place.header;
            let traits = [header.date_first, header.numbers > 0, header.avatar];
            let traits = traits.iter().fold(0, |traits, &has| traits * 2 + usize::from(has));
            match groups.iter_mut().find(|group| (group.0, group.1) == (shape, traits)) {
                Some((.., places)) => places.push(place),
                None => groups.push((shape, traits, vec![place])),
            }
        }
    }
    groups.sort_by_key(|&(shape, traits, _)| (shape as usize, traits));
    let mut best: Option<(i64, usize, Vec<Comment>)> = None;
    for (shape, _, places) in groups {
        for below in [true, false] {
            let Some((score, comments)) = region.try_shape(shape, &places, below, headed) else { continue };
            let first = if below { places.first().map_or(start, |p| p.line) } else { start };
            if best.as_ref().is_none_or(|b| score >= b.0) {
                best = Some((score, first, comments));
            }
        }
    }
    best.filter(|(score, ..)| *score > 0)
}

/// Lines that may hold a thread.
struct Region<'a> {
    reading: &'a Reading<'a>,
    start: usize,
    end: usize,
}

impl Region<'_> {
    fn line(&self, at: usize) -> Option<&Line> {
        self.reading.lines.get(at)
    }

    /// The headers that may begin at line `line`, by shape.
    fn places(&self, line: usize) -> Vec<(Shape, Place)> {
        let (here, next) = (self.reading.header(line), self.reading.header(line + 1));
        let mut places = Vec::new();
        let place = |lines, header: Header, inline| Place { line, lines, header, inline };
        if let Some(h) = here.filter(|_| !self.reading.is_furniture(line)) {
            let named = h.author.is_some();
            if named && (h.weight >= 2 || h.weight == 1 && h.said) {
                places.push((Shape::Line, place(1, h.clone(), None)));
            } else if named && h.posted.is_none() {
                if let Some(date) = next.filter(|n| n.author.is_none() && n.weight >= 1 && n.posted.is_some()) {
                    let header = Header {
                        posted: date.posted,
                        weight: date.weight,
                        reply_to: h.reply_to.or(date.reply_to),
                        ..h.clone()
                    };
                    places.push((Shape::NameDate, place(2, header, None)));
                }
                if h.said && h.colon || h.numbers > 0 || h.avatar {
                    places.push((Shape::Marked, place(1, h.clone(), None)));
                } else if self.line(line).is_some_and(|l| l.parted || line == self.start) {
                    places.push((Shape::Name, place(1, h.clone(), None)));
                }
            } else if !named
                && h.weight >= 2
                && let Some(name) = next.filter(|n| n.author.is_some() && n.posted.is_none())
            {
                let header = Header { posted: h.posted, weight: h.weight, date_first: true, ..name.clone() };
                places.push((Shape::DateName, place(2, header, None)));
            }
        }
        places.extend(self.inline(line).map(|p| (Shape::Inline, p)));
        places
    }

    /// `Ann: It is late.`, `Ann (3 May 2021): It is late.`
    fn inline(&self, line: usize) -> Option<Place> {
        let text = self.reading.text;
        let span = self.line(line)?.span;
        let words = span.str(text);
        // the colon of a header stands early
        for (at, _) in words.match_indices(": ").take_while(|&(at, _)| at < header::INLINE).take(4) {
            let head = Span::new(span.start, span.start + at);
            let Some(header) = header::read(text, head) else { continue };
            let body = Span::new(head.end + 1, span.end).trim(text);
            if header.author.is_some() && !body.is_empty() {
                return Some(Place { line, lines: 1, header, inline: Some(body.start) });
            }
        }
        None
    }

    /// Reads the region by one shape; `below` when the text stands below its header, else above.
    fn try_shape(&self, shape: Shape, places: &[Place], below: bool, headed: bool) -> Option<(i64, Vec<Comment>)> {
        let places = self.consistent(places, below);
        if places.is_empty() || (!below && matches!(shape, Shape::Name | Shape::Inline)) {
            return None;
        }
        let first = places.first()?.line;
        let blank = |from: usize, to: usize| (from..to).filter(|&i| !self.reading.is_furniture(i)).count();
        let preamble = if below && headed { blank(self.start, first) } else { 0 };
        let last = places.last()?;
        let trailing = if below { 0 } else { blank(last.line + last.lines, self.end) };
        if preamble > PREAMBLE || trailing > PREAMBLE {
            return None;
        }
        let mut comments = Vec::new();
        let mut read = Vec::new();
        let mut empty = 0i64;
        for (i, place) in places.iter().enumerate() {
            let (from, to) = if below {
                (place.line + place.lines, places.get(i + 1).map_or(self.end, |p| p.line))
            } else {
                (i.checked_sub(1).and_then(|p| places.get(p)).map_or(self.start, |p| p.line + p.lines), place.line)
            };
            match self.message(place, from, to) {
                Some((span, reply_to)) => {
                    let author = place.header.author.map(|a| a.str(self.reading.text).to_owned());
                    let posted = place.header.posted.map(|p| p.str(self.reading.text).to_owned());
                    comments.push(Comment { author, posted_iso: None, posted, depth: 0, span });
                    let mut header = place.header.clone();
                    header.reply_to = header.reply_to.or(reply_to);
                    read.push((header, self.line(place.line).map_or(0, |l| l.indent)));
                }
                None => empty += 1,
            }
        }
        let good = i64::try_from(comments.len()).ok()?;
        let sure = match shape {
            Shape::Line | Shape::NameDate | Shape::DateName => good >= 1,
            Shape::Marked => good >= 1 && (good >= 2 || places.iter().all(|p| p.header.said || p.header.avatar)),
            Shape::Inline => good >= 2 && empty == 0 && preamble == 0,
            Shape::Name => good >= 2 && empty == 0 && preamble == 0,
        };
        if !sure || (!headed && !self.is_plain_thread(shape, &places, good, below)) {
            return None;
        }
        set_depths(self.reading.text, &read, &mut comments);
        posted::resolve(&mut comments, None);
        let weak = matches!(shape, Shape::Name | Shape::Inline);
        let score = good * if weak { 5 } else { 10 } - empty * 10 - i64::try_from(preamble + trailing).unwrap_or(0) * 4
            + i64::from(shape >= Shape::NameDate);
        Some((score, comments))
    }

    /// Without a heading, only what nothing else than a thread looks like is one.
    fn is_plain_thread(&self, shape: Shape, places: &[Place], good: i64, below: bool) -> bool {
        let ages = places.iter().filter(|p| p.header.weight == header::SURE && p.header.posted.is_some()).count();
        let first = places.first().map_or(0, |p| p.line);
        let buttons = (first..self.end).filter(|&i| self.reading.is_furniture(i)).count();
        let said = places.iter().filter(|p| p.header.said || p.header.avatar || p.header.numbers > 0).count();
        let many = usize::try_from(good).unwrap_or(0);
        below
            && many >= 2
            && matches!(shape, Shape::Line | Shape::NameDate)
            && ages >= many
            && (buttons >= many || said >= many)
    }

    /// The headers that stand as most do: behind a blank line, unless most do not.
    fn consistent(&self, places: &[Place], below: bool) -> Vec<Place> {
        let apart = |p: &Place| {
            let parted = self.line(p.line).is_some_and(|l| l.parted);
            parted || p.line == self.start || p.line.checked_sub(1).is_some_and(|b| self.reading.is_furniture(b))
        };
        let most = below && places.iter().filter(|p| apart(p)).count() * 2 > places.len();
        let mut kept: Vec<Place> = Vec::new();
        for place in places {
            let clear = kept.last().is_none_or(|k| k.line + k.lines <= place.line);
            if clear && (!most || apart(place)) {
                kept.push(place.clone());
            }
        }
        kept
    }

    /// The message of a header among lines `from..to`, and whom a line of it says that it answers.
    fn message(&self, place: &Place, mut from: usize, mut to: usize) -> Option<(Span, Option<Span>)> {
        let mut reply_to = None;
        while from < to {
            // “Replying to Ann”
            let answered = self.reading.header(from).filter(|h| h.author.is_none()).and_then(|h| h.reply_to);
            if answered.is_some() && reply_to.is_none() {
                reply_to = answered;
            } else if !self.reading.is_furniture(from) {
                break;
            }
            from += 1;
        }
        while to > from && self.reading.is_furniture(to - 1) {
            to -= 1;
        }
        let end = if to > from { self.line(to - 1)?.span.end } else { self.line(place.line)?.span.end };
        let start = match place.inline {
            Some(start) => start,
            None if to > from => self.line(from)?.span.start,
            None => return None,
        };
        Some((Span::new(start, end), reply_to))
    }
}

/// Depths by whom a comment answers, by numbers (`2.1`), or by arrows and indentation.
fn set_depths(text: &str, read: &[(Header, usize)], comments: &mut [Comment]) {
    let key = |s: &str| s.trim_start_matches('@').to_lowercase();
    let by_names = read.iter().any(|(h, _)| h.reply_to.is_some() || h.answer);
    let mut latest: HashMap<String, u16> = HashMap::new();
    let mut columns: Vec<usize> = Vec::new();
    for ((header, indent), comment) in read.iter().zip(comments) {
        let column = indent + header.marks * 4;
        while columns.last().is_some_and(|&c| c >= column) {
            columns.pop();
        }
        let shown = u16::try_from(columns.len()).unwrap_or(u16::MAX);
        columns.push(column);
        comment.depth = match header.reply_to {
            Some(parent) => latest.get(&key(parent.str(text))).map_or(1, |d| d.saturating_add(1)),
            None if header.answer => 1,
            None if by_names => 0,
            None => shown.max(u16::try_from(header.numbers.saturating_sub(1)).unwrap_or(0)),
        };
        if let Some(author) = &comment.author {
            latest.insert(key(author), comment.depth);
        }
    }
}
