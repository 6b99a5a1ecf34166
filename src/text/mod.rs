//! Text and places in it: spans, lines, offset conversion and tokens.

mod ids;
mod line;
pub(crate) mod listed;
mod offsets;
mod span;
mod token;

pub(crate) use ids::Ids;
pub(crate) use line::{Line, lines};
pub use offsets::Offsets;
pub use span::Span;
pub use token::{Token, TokenKind, tokenize};
