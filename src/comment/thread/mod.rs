//! The thread of an HTML page. In: a snapshot.
//! Out: its comments in page order, and the nodes that they take up.

mod depth;
mod evidence;
mod find;
mod groups;
mod item;
mod page_index;
mod part;
mod posts;
mod ranges;
mod raw;
mod stated;
mod word;

pub(super) use find::thread_in;
pub(crate) use raw::{RawComment, Thread};
pub(super) use stated::stated_thread;

#[cfg(test)]
mod tests;
