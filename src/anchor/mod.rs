//! Spans to W3C selectors and back. In: a text, and a span or its selectors.
//! Out: its selectors, an address that leads to it, or the span where its words stand now.

mod describe;
mod fragment;
mod resolve;
mod search;
mod selector;

pub use describe::describe;
pub use fragment::passage_link;
pub use resolve::resolve;
pub use selector::{Selectors, TextPosition, TextQuote};
