//! The JSON Lines record of one analysis, for pipelines and researchers.
//!
//! Offsets are half-open and count Unicode code points. **Plain text**: `text` is the input untouched and every span lies in it.
//! **HTML**: `text` is the article's body alone; `headline` and each comment carry their own text and their own lists, with
//! offsets counted in that text. `document` is the one text of all these parts, in which annotations count, with each part's place in it.

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
    BlockRow, ClusterRow, CommentRow, Document, EntityRow, Headline, Marks, QuoteRow, Range, Record, SpeakerRow, Words,
};
