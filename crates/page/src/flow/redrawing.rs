//! What is drawn anew when the reader's passages have changed.

use super::card::hide_card;
use super::effect::{Effects, Paint, View};
use super::layer::Tab;
use super::placing::place_notes;
use super::state::State;

/// Places the passages anew, and redraws everything that shows them, and, if it follows from them, what was found.
pub(super) fn redraw(state: &mut State, fx: &mut Effects) {
    let anew = place_notes(state);
    hide_card(state, fx);
    if anew {
        fx.paint(Paint::Analysis);
        fx.draw(View::Voices);
        fx.draw(View::Facets);
    }
    fx.paint(Paint::Notes);
    fx.draw(View::MarginNotes);
    fx.draw(View::Layers);
    if anew || state.tab == Tab::NOTES {
        fx.draw(View::List);
    }
    fx.draw(View::Map);
}
