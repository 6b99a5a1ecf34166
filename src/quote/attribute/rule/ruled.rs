//! The speaker that the rules see, before the quote or after it.

use super::after::speaker_after;
use super::before::speaker_before;
use super::ruled_speaker::RuledSpeaker;
use crate::quote::clause::ClauseWindow;

/// Whom the words around the quote in its own sentence name as its speaker.
pub(crate) fn speaker_by_rules(window: &ClauseWindow) -> Option<RuledSpeaker> {
    match (speaker_before(window), speaker_after(window)) {
        (Some(b), Some(a)) => Some(if b.confidence >= a.confidence { b } else { a }),
        (b, a) => b.or(a),
    }
}
