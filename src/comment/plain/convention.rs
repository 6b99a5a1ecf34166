//! How comments and their headers may stand in pasted text.

use super::region::Region;
use crate::comment::header::Header;

/// A header and the lines that it takes.
#[derive(Clone, Debug)]
pub(super) struct HeaderLines {
    pub(super) line: usize,
    pub(super) lines: usize,
    pub(super) header: Header,
    /// Where the message begins on the header's own line.
    pub(super) inline: Option<usize>,
}

/// What reading a region by one convention gave.
pub(super) struct Outcome<'a> {
    pub(super) headers: &'a [HeaderLines],
    /// Headers with a message, and without.
    pub(super) good: usize,
    pub(super) empty: usize,
    /// Lines between the thread's heading and its first comment.
    pub(super) preamble: usize,
}

/// One way to head comments.
pub(super) struct Convention {
    /// The header that begins at a line of a region.
    pub(super) header_at: fn(Region, usize) -> Option<HeaderLines>,
    /// Whether what it gave is a thread.
    pub(super) is_sure: fn(&Outcome) -> bool,
    /// What a comment counts when conventions compete.
    pub(super) points: i64,
    /// What the thread counts besides.
    pub(super) bonus: i64,
    /// Whether the message may stand above its header.
    pub(super) below_message: bool,
    /// Whether a thread without a heading may be written so: nothing else looks like it.
    pub(super) without_heading: bool,
}

/// The header at `line`, when that is no button and names somebody but no date.
pub(super) fn undated_name(region: Region<'_>, line: usize) -> Option<&Header> {
    region.header(line).filter(|h| !region.is_boilerplate(line) && h.author.is_some() && h.posted.is_none())
}

/// Whether more than the name says that the line is a header.
pub(super) fn is_marked(header: &Header) -> bool {
    header.said && header.colon || header.numbers > 0 || header.avatar
}
