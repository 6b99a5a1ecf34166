//! Text and places in it: spans, offset conversion, tokens and sentences.

mod offsets;
mod sentence;
mod span;
mod token;

pub use offsets::Offsets;
pub use sentence::{Sentence, sentences};
pub use span::Span;
pub use token::{Token, TokenKind, tokenize};
