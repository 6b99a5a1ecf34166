//! A line with name and date: `Ann · 3 hours ago`.

use crate::comment::plain::convention::{Convention, HeaderLines};

pub(super) static LINE: Convention = Convention {
    header_at: |region, line| {
        let header = region.header(line).filter(|h| !region.is_boilerplate(line) && h.author.is_some())?;
        let dated = header.weight >= 2 || header.weight == 1 && header.said;
        dated.then(|| HeaderLines { line, lines: 1, header: header.clone(), inline: None })
    },
    is_sure: |o| o.good >= 1,
    points: 10,
    bonus: 0,
    below_message: true,
    without_heading: true,
};
