//! The article. In: a snapshot, and which of its nodes hold comments.
//! Out: one text with its blocks, links, pictures and metadata; everything else on the page is left out.

mod address;
mod block;
pub(crate) mod body;
mod contents;
mod extract;
mod extracted;
mod metadata;
mod page;
mod plain;
mod words;

pub use block::{Block, BlockKind, Image, Link};
pub use contents::{Article, Metadata};
pub(crate) use extract::extract;
pub(crate) use extracted::Extracted;
pub(crate) use metadata::{json_ld, unmarked};
pub(crate) use words::squeezed;
