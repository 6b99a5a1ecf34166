//! What a page says about its article. In: its markup, and the blocks around the headline.
//! Out: title, authors, date, site, language and address, each from its most trustworthy source.

mod byline;
mod collect;
mod facts;
mod json_ld;
mod markup;
mod names;
mod published;
mod title;

pub(super) use collect::{base, metadata};
pub(super) use facts::Facts;
pub(crate) use facts::json_ld;
pub(crate) use markup::unmarked;
