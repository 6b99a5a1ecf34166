//! A line with a name, then one with a date.

use crate::comment::header::Header;
use crate::comment::plain::convention::{Convention, HeaderLines, undated_name};

pub(super) static NAME_DATE: Convention = Convention {
    header_at: |region, line| {
        let name = undated_name(region, line)?;
        let date = region.header(line + 1).filter(|d| d.author.is_none() && d.weight >= 1 && d.posted.is_some())?;
        let header = Header {
            posted: date.posted,
            weight: date.weight,
            reply_to: name.reply_to.or(date.reply_to),
            ..name.clone()
        };
        Some(HeaderLines { line, lines: 2, header, inline: None })
    },
    is_sure: |o| o.good >= 1,
    points: 10,
    bonus: 1,
    below_message: true,
    without_heading: true,
};
