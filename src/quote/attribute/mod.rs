//! Who speaks in each quote, and whether anybody does.
//! In: frames, quoted spans and names. Out: an attribution for each quoted span.

pub(crate) mod candidate;
pub(crate) mod candidate_features;
pub(crate) mod decide;
pub(crate) mod kind;
pub(crate) mod plausible;
pub(crate) mod resolve;
pub(crate) mod rule;
pub(crate) mod scorer;
pub(crate) mod sentence;
pub(crate) mod speech_features;
#[cfg(feature = "train")]
pub mod training;
