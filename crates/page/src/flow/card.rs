//! The card over a mark: when it goes.

use super::effect::{Effects, Paint, View};
use super::state::State;

/// Takes the card away.
pub(super) fn hide_card(state: &mut State, fx: &mut Effects) {
    if !state.card.is_empty() {
        state.card.clear();
        fx.draw(View::Card);
    }
    if !state.hovered.is_empty() {
        state.hovered.clear();
        fx.paint(Paint::Hovered);
    }
}
