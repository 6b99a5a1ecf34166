//! The thread of an HTML page. In: a snapshot.
//! Out: its comments in page order, and the nodes that they take up.

mod depth;
mod find;
mod groups;
mod item;
mod page_index;
mod ranges;
mod raw;
mod word;

pub(super) use find::thread_in;
pub(crate) use raw::{RawComment, Thread};
