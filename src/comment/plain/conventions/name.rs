//! A line with a name alone, after a blank one.

use crate::comment::plain::convention::{Convention, HeaderLines, is_marked, undated_name};

pub(super) static NAME: Convention = Convention {
    header_at: |region, line| {
        let header = undated_name(region, line).filter(|h| !is_marked(h))?;
        let apart = line == region.start || region.line(line).is_some_and(|l| l.after_blank);
        apart.then(|| HeaderLines { line, lines: 1, header: header.clone(), inline: None })
    },
    is_sure: |o| o.good >= 2 && o.empty == 0 && o.preamble == 0,
    points: 5,
    bonus: 0,
    below_message: false,
    without_heading: false,
};
