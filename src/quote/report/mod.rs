//! Speech reported without marks.
//! In: the text's words, quoted spans and names. Out: reports, each with its cue and its source.

pub(crate) mod according;
pub(crate) mod features;
pub(crate) mod tagged;
#[cfg(feature = "train")]
pub mod training;
