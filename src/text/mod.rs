//! Text and places in it: spans, lines, offset conversion, tokens, sentences and dates.

pub(crate) mod date;
mod ids;
mod json;
mod line;
pub(crate) mod listed;
mod offsets;
mod sentence;
mod span;
mod token;

pub(crate) use ids::Ids;
pub(crate) use json::read_json;
pub(crate) use line::{Line, lines};
pub use offsets::Offsets;
pub(crate) use sentence::wrapped_sentences;
pub use sentence::{Sentence, sentences};
pub use span::Span;
pub use token::{Token, TokenKind, tokenize};
