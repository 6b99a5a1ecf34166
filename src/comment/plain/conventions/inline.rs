//! The name and a colon before the text, on its line: `Ann: It is late.`, `Ann (3 May 2021): It is late.`

use crate::comment::plain::convention::{Convention, HeaderLines};
use crate::comment::plain::header_line::header_in;
use crate::comment::plain::region::Region;
use crate::text::Span;

/// Where the colon after such a header may stand at last, in bytes.
const LAST_COLON: usize = 90;

pub(super) static INLINE: Convention = Convention {
    header_at,
    is_sure: |o| o.good >= 2 && o.empty == 0 && o.preamble == 0,
    points: 5,
    bonus: 0,
    below_message: false,
    without_heading: false,
};

fn header_at(region: Region, line: usize) -> Option<HeaderLines> {
    let text = region.text();
    let span = region.line(line)?.span;
    for (at, _) in span.str(text).match_indices(": ").take_while(|&(at, _)| at < LAST_COLON).take(4) {
        let head = Span::new(span.start, span.start + at);
        let Some(header) = header_in(text, head) else { continue };
        let body = Span::new(head.end + 1, span.end).trim(text);
        if header.author.is_some() && !body.is_empty() {
            return Some(HeaderLines { line, lines: 1, header, inline: Some(body.start) });
        }
    }
    None
}
