//! Sentences around quotes.
//! In: quoted spans, sentences and names. Out: frames, each a sentence with its quotes folded, and the noun phrases in them.

pub(crate) mod chunk;
pub(crate) mod class;
pub(crate) mod cue;
pub(crate) mod frame;
pub(crate) mod phrase;
