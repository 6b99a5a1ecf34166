//! Text and places in it: spans, lines, offset conversion and tokens.

mod line;
mod offsets;
mod order;
mod span;
mod token;

pub(crate) use line::{Line, lines};
pub use offsets::Offsets;
pub(crate) use order::sort_by_numbers;
pub use span::Span;
pub use token::{Token, TokenKind, tokenize};
