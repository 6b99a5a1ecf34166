//! Sentences. In: a text, the span of a block, and what is particular to its language.
//! Out: the block's sentences, each with its tokens.

mod split;

pub use split::Sentence;
pub(crate) use split::{sentences, wrapped_sentences};
