//! A browser's document on its way into the core's plain values and back, and what page and worker say to each other.
//!
//! In: a live or an inert document, and spans of an article's text. Out: a [`postil::Snapshot`]; ranges, highlights and selections over
//! text nodes; messages. All that is done to a document goes through `walk.js` and `text_nodes.js`, which take and give values only.
#![cfg(target_arch = "wasm32")]

mod error;
mod flat;
mod message;
mod text_map;

pub use error::{BrowserError, message_of};
pub use flat::{Flat, flatten, flatten_html, snapshot};
pub use message::{Content, Request, answer_message, read_answer};
pub use text_map::{TextMap, TextMapBuilder, can_paint, clear_highlights};
