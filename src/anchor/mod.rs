//! Spans to W3C selectors and back. In: a text, and a span or its selectors.
//! Out: its selectors, an address that leads to it, or the span where its words stand now and what became of them.

mod describe;
mod difference;
mod fragment;
mod resolve;
mod selector;

pub use describe::describe;
pub use difference::{Piece, difference};
pub use fragment::{passage_link, quote_link};
pub use resolve::{Resolution, resolve, resolve_all};
pub use selector::{Selectors, TextPosition, TextQuote};
