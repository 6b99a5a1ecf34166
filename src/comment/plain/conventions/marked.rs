//! A line with a name and some word or mark that makes it a header: `Ann says:`, `#3 Ann`.

use crate::comment::plain::convention::{Convention, HeaderLines, is_marked, undated_name};

pub(super) static MARKED: Convention = Convention {
    header_at: |region, line| {
        let header = undated_name(region, line).filter(|h| is_marked(h))?;
        Some(HeaderLines { line, lines: 1, header: header.clone(), inline: None })
    },
    is_sure: |o| o.good >= 2 || o.good == 1 && o.headers.iter().all(|h| h.header.said || h.header.avatar),
    points: 10,
    bonus: 0,
    below_message: true,
    without_heading: false,
};
