//! The article in a plain text that was pasted from a page. In: the text. Out: the text untouched,
//! each of its lines in some block, and what its top says of headline, authors and date.

mod blocks;
mod line;
mod part;
mod top;
mod wrap;

pub(super) use blocks::article_in;
