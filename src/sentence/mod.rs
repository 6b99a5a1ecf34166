//! Sentences. In: a text, the span of a block, and what is particular to its language.
//! Out: the block's sentences, each with its tokens.

mod split;

pub(crate) use split::wrapped_sentences;
pub use split::{Sentence, sentences};
