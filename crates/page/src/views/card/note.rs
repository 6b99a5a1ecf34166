//! What the card says of one of the reader's passages.

use crate::dom::{Templates, create, fill, slot};
use crate::error::PageError;
use crate::flow::state::State;
use crate::views::fate::draw_fate;
use crate::views::print::{tag_class, tag_line};
use web_sys::HtmlElement;

/// The part of the card for a passage.
pub(super) fn part(templates: &Templates, state: &State, id: &str) -> Result<Option<HtmlElement>, PageError> {
    let Some(annotation) = state.notebook.get(id) else { return Ok(None) };
    let part = templates.copy("card-note")?;
    part.set_attribute("data-id", id)?;
    let tags = slot(&part, "tags")?;
    tags.class_list().add_1(&tag_class(&annotation.tags))?;
    let line = create("b")?;
    line.set_text_content(Some(&tag_line(&annotation.tags)));
    tags.append_child(&line)?;
    fill(&part, "note", &annotation.note)?;
    draw_fate(&part, state, id)?;
    Ok(Some(part))
}
