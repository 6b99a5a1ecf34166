//! A page as plain data: a flat copy of its tree, made from HTML, from plain text, or (in a browser) from a live DOM.

mod attribute;
#[cfg(any(not(target_arch = "wasm32"), test))]
mod decode;
mod flood;
mod from_html;
mod from_text;
mod hidden;
mod sink;
mod sniff;
mod tree;

pub use attribute::KEPT_ATTRIBUTES;
#[cfg(any(not(target_arch = "wasm32"), test))]
pub use decode::decode;
pub use from_html::from_html;
pub use from_text::from_text;
pub(crate) use hidden::{declarations, is_hidden};
pub use sniff::sniff_encoding;
pub use tree::{Builder, Node, NodeKind, Snapshot, Source};

/// Why there is no snapshot.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SnapshotError {
    /// The input has no bytes, or only white space.
    #[error("there is nothing to read here: the input is empty")]
    Empty,
    /// The input is larger than [`MAX_BYTES`].
    #[error(
        "this page has {0} bytes; Postil reads pages of up to {MAX_BYTES} bytes. Save the article alone, or paste its text"
    )]
    TooLarge(usize),
}

/// The largest input that is read, in bytes.
pub const MAX_BYTES: usize = 64 * 1024 * 1024;
