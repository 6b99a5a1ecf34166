//! What became of a noted passage in an article that has changed.

use super::difference::draw_difference;
use crate::dom::slot;
use crate::error::PageError;
use crate::flow::state::State;
use crate::words;
use web_sys::Element;

/// Says in the slot `fate` of a passage's row or card that it was moved or changed, and how; leaves it empty for others.
pub(super) fn draw_fate(part: &Element, state: &State, id: &str) -> Result<(), PageError> {
    let (Some(reading), places) = (&state.reading, &state.places) else { return Ok(()) };
    let annotations = state.notebook.annotations();
    let Some(index) = annotations.iter().position(|annotation| annotation.id == id) else { return Ok(()) };
    let into = slot(part, "fate")?;
    if places.placed.changed.contains(&index) {
        let now = places.span(index).map(|span| span.str(reading.text())).unwrap_or_default();
        let before = annotations.get(index).map(|annotation| annotation.passage()).unwrap_or_default();
        into.set_text_content(Some(words::CHANGED));
        draw_difference(&into, before, now)?;
    } else if places.placed.moved.contains(&index) {
        into.set_text_content(Some(words::MOVED));
    }
    Ok(())
}
