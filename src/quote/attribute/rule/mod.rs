//! Rules: who speaks by the words around a quote, who may speak at all, and which words are merely marked.
//! In: a clause window, a phrase or a quoted span. Out: a speaker with a confidence, or yes or no.

mod after;
mod before;
mod certain;
mod denied;
mod marked;
mod plausible;
mod ruled;
mod ruled_speaker;

pub(crate) use self::certain::{CertainSpeaker, certain_speaker};
pub(crate) use self::denied::is_denied;
pub(crate) use self::marked::{is_cased_title, is_marked};
pub(crate) use self::plausible::{can_speak, is_pointer};
pub(crate) use self::ruled::speaker_by_rules;
pub(crate) use self::ruled_speaker::RuledSpeaker;
