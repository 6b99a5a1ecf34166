//! The lines of a text, each read once, and a part of them that may hold a thread.

use super::header_line::header_in;
use crate::comment::boilerplate::is_boilerplate;
use crate::comment::header::Header;
use crate::text::Line;

/// The lines of a text, read as headers and as buttons.
pub(super) struct ReadLines<'a> {
    pub(super) text: &'a str,
    pub(super) lines: &'a [Line],
    /// The first line that was read.
    from: usize,
    headers: Vec<Option<Header>>,
    boilerplate: Vec<bool>,
}

impl<'a> ReadLines<'a> {
    /// Reads the lines from `from` on.
    pub(super) fn new(text: &'a str, lines: &'a [Line], from: usize) -> Self {
        let read = lines.get(from..).unwrap_or_default();
        let headers = read.iter().map(|l| header_in(text, l.span)).collect();
        let boilerplate = read.iter().map(|l| is_boilerplate(l.span.str(text))).collect();
        Self { text, lines, from, headers, boilerplate }
    }
}

/// Lines that may hold a thread.
#[derive(Clone, Copy)]
pub(super) struct Region<'a> {
    pub(super) read: &'a ReadLines<'a>,
    pub(super) start: usize,
    pub(super) end: usize,
}

impl<'a> Region<'a> {
    pub(super) fn text(self) -> &'a str {
        self.read.text
    }

    pub(super) fn line(self, at: usize) -> Option<&'a Line> {
        self.read.lines.get(at)
    }

    pub(super) fn header(self, at: usize) -> Option<&'a Header> {
        self.read.headers.get(at.checked_sub(self.read.from)?)?.as_ref()
    }

    pub(super) fn is_boilerplate(self, at: usize) -> bool {
        at.checked_sub(self.read.from).and_then(|at| self.read.boilerplate.get(at)).copied().unwrap_or(false)
    }

    /// How many of the lines are no buttons.
    pub(super) fn written(self, from: usize, to: usize) -> usize {
        (from..to).filter(|&at| !self.is_boilerplate(at)).count()
    }
}
