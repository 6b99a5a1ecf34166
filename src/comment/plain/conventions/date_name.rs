//! A line with a date, then one with a name.

use crate::comment::header::Header;
use crate::comment::plain::convention::{Convention, HeaderLines};

pub(super) static DATE_NAME: Convention = Convention {
    header_at: |region, line| {
        let date =
            region.header(line).filter(|h| !region.is_boilerplate(line) && h.author.is_none() && h.weight >= 2)?;
        let name = region.header(line + 1).filter(|n| n.author.is_some() && n.posted.is_none())?;
        let header = Header { posted: date.posted, weight: date.weight, date_first: true, ..name.clone() };
        Some(HeaderLines { line, lines: 2, header, inline: None })
    },
    is_sure: |o| o.good >= 1,
    points: 10,
    bonus: 1,
    below_message: true,
    without_heading: false,
};
