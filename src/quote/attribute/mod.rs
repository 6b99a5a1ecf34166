//! Who speaks in each quote, and whether anybody does.
//! In: frames, segments and names. Out: an attribution for each quoted span.

mod attribution;
mod candidate;
mod candidate_features;
mod candidates;
mod context;
mod decide;
mod features;
mod rule;
mod scorer;
mod sentence;
mod speech_features;
#[cfg(feature = "train")]
pub(crate) mod training;

pub(super) use self::attribution::Attribution;
pub(super) use self::decide::{UNCLEAR, attributions};
pub(super) use self::rule::{can_speak, is_marked, is_pointer};
pub(super) use self::scorer::speaker_weights;
pub(super) use self::sentence::SentenceContext;
