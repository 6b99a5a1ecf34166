//! The JSON Lines record of one analysis, for pipelines and researchers.
//!
//! Offsets are half-open and count Unicode code points. **Plain text**: `text` is the input untouched and every span lies in it.
//! **HTML**: `text` is the article's body alone; `headline` and each comment carry their own text and their own lists, with
//! offsets counted in that text.

mod json;
mod make;
mod part;
mod quotes;
mod rows;
#[cfg(test)]
pub(super) mod tests;

pub use json::JSON;
pub use make::record;
pub use rows::{
    BlockRow, ClusterRow, CommentRow, EntityRow, Headline, Marks, QuoteRow, Range, Record, SpeakerRow, Words,
};
