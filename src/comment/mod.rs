//! The readers' comments. In: a snapshot, and the article without them.
//! Out: who wrote what and when, in answer to whom, as spans of the article's text.

mod attach;
mod boilerplate;
mod header;
mod heading;
mod name;
mod name_words;
mod plain;
mod post;
mod posted;
mod thread;

pub(crate) use attach::{article_and_thread, attach};
pub use post::Comment;
