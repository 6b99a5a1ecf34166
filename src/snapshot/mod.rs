//! A page as plain data. In: HTML, plain text, or (in a browser) a live DOM.
//! Out: a flat copy of its tree, so that every walk is a loop.

mod attribute;
#[cfg(any(not(target_arch = "wasm32"), test))]
mod decode;
mod flood;
mod from_html;
mod from_text;
mod hidden;
mod limit;
mod sink;
mod sniff;
mod tree;
mod unshown;

pub use attribute::KEPT_ATTRIBUTES;
#[cfg(any(not(target_arch = "wasm32"), test))]
pub use decode::decode;
pub use from_html::from_html;
pub use from_text::from_text;
pub(crate) use hidden::{declarations, is_hidden};
pub use limit::{MAX_BYTES, SnapshotError};
pub use sniff::sniff_encoding;
pub use tree::{Builder, Node, NodeKind, Snapshot, Source};
