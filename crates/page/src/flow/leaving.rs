//! From the library back to the article.

use super::effect::{Effect, Effects, View};
use super::state::State;
use crate::words;

/// Back to the article.
pub(super) fn leave(state: &mut State, fx: &mut Effects) {
    if state.library.take().is_some() {
        fx.draw(View::Library);
        fx.draw(View::MarginLayout);
        fx.draw(View::Map);
        if let Some(reading) = &state.reading {
            fx.push(Effect::Title(words::document_title(&reading.title())));
        }
    }
}
