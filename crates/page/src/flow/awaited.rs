//! The passage that an article was opened for.

use super::effect::Effects;
use super::pointing::choose_row;
use super::state::State;
use super::target::Target;

/// Shows the passage that its article was opened for.
pub(super) fn show_awaited(state: &mut State, fx: &mut Effects) {
    if let Some(id) = state.awaited.take() {
        let target = Target::Note(id);
        if state.span_of(&target).is_some() {
            choose_row(state, target, fx);
        }
    }
}
