//! Text and places in it: spans, lines, offset conversion and tokens.

mod line;
mod offsets;
mod span;
mod token;

pub(crate) use line::{Line, lines};
pub use offsets::Offsets;
pub use span::Span;
pub use token::{Token, TokenKind, tokenize};
