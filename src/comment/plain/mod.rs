//! The thread at the end of a pasted text. In: its lines.
//! Out: its comments, and the line that it begins with.

mod convention;
mod conventions;
mod depth;
mod header_line;
mod region;
mod thread;

pub(super) use thread::thread_in;
