//! A browser's document on its way into the core's plain values and back, and what page and worker say to each other.
//!
//! In: a live or an inert document, and spans of an article's text. Out: a [`postil::Snapshot`]; offsets, highlights and boxes of the
//! document's text; messages. All that is done to an article's own document goes through `port.js`, which takes and gives values only.

mod text_map;
mod utf16;

#[cfg(target_arch = "wasm32")]
mod error;
#[cfg(target_arch = "wasm32")]
mod flat;
#[cfg(target_arch = "wasm32")]
mod message;
#[cfg(target_arch = "wasm32")]
mod port;

pub use text_map::{TextMap, TextMapBuilder};
pub use utf16::Utf16Span;

#[cfg(target_arch = "wasm32")]
pub use browser::*;

/// What needs a browser.
#[cfg(target_arch = "wasm32")]
mod browser {
    pub use crate::error::{BrowserError, message_of};
    pub use crate::flat::{Flat, flatten, flatten_html, snapshot};
    pub use crate::message::{Content, Request, answer_message, read_answer};
    pub use crate::port::{JsPort, Port, Rect, TextBox, can_paint};
}
