//! What the card says of one of the reader's passages.

use crate::dom::{Templates, create, slot};
use crate::error::PageError;
use crate::flow::state::State;
use crate::views::fate::draw_fate;
use crate::views::note_text::draw_note;
use crate::views::print::draw_tags;
use web_sys::HtmlElement;

/// The part of the card for a passage.
pub(super) fn part(templates: &Templates, state: &State, id: &str) -> Result<Option<HtmlElement>, PageError> {
    let Some(annotation) = state.notebook.get(id) else { return Ok(None) };
    let part = templates.copy("card-note")?;
    part.set_attribute("data-id", id)?;
    let tags = slot(&part, "tags")?;
    let line = create("b")?;
    draw_tags(&line, state, &annotation.tags)?;
    tags.append_child(&line)?;
    draw_note(&slot(&part, "note")?, &annotation.note, true)?;
    draw_fate(&part, state, id)?;
    Ok(Some(part))
}
