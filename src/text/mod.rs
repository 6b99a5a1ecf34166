//! Text and places in it: spans, lines, offset conversion, tokens, sentences and dates.

pub(crate) mod date;
mod json;
mod line;
mod memo;
mod offsets;
mod sentence;
mod span;
mod token;

pub(crate) use json::read_json;
pub(crate) use line::{Line, lines};
pub(crate) use memo::Memo;
pub use offsets::Offsets;
pub(crate) use sentence::wrapped_sentences;
pub use sentence::{Sentence, sentences};
pub use span::Span;
pub use token::{Token, TokenKind, tokenize};
