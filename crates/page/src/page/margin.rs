//! The reader's notes in the right margin, beside their passages and never over one another.

use super::app::App;
use super::card::tag_line;
use super::state::Layer;
use crate::dom::{fill, put, slot, window};
use crate::error::PageError;
use postil::Span;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// Space between two notes, in CSS pixels.
const GAP: f64 = 10.0;

impl App {
    /// Puts each noted passage's note into the margin of its row.
    pub(super) fn draw_margin_notes(self: &Rc<Self>) -> Result<(), PageError> {
        let old = self.parts.read.query_selector_all(".note")?;
        for index in 0..old.length() {
            if let Some(note) = old.item(index).and_then(|n| n.dyn_into::<Element>().ok()) {
                note.remove();
            }
        }
        if self.is_on(Layer::Mine) {
            let state = self.state.borrow();
            let Some(reading) = &state.reading else { return Ok(()) };
            for (span, annotation) in state.in_order() {
                let Some(margin) = reading.notes_margin(span) else { continue };
                let note = self.parts.templates.clone("note")?;
                if let Some(button) = note.first_element_child() {
                    button.set_attribute("data-id", &annotation.id)?;
                }
                fill(&note, "tags", &tag_line(&annotation.tags))?;
                let hue = state.tag_hue(annotation.tags.first().map_or("", String::as_str));
                slot(&note, "tags")?.class_list().add_1(&format!("t{hue}"))?;
                fill(&note, "note", &annotation.note)?;
                margin.append_child(&note)?;
            }
        }
        self.lay_out_notes()
    }

    /// Moves notes that would overlap down; in narrow windows they stand in the text and need nothing.
    pub(super) fn lay_out_notes(self: &Rc<Self>) -> Result<(), PageError> {
        let notes = self.parts.read.query_selector_all(".note")?;
        let state = self.state.borrow();
        let Some(reading) = &state.reading else { return Ok(()) };
        let scroll = window()?.scroll_y()?;
        let spans: Vec<Span> = state.in_order().into_iter().map(|(span, _)| span).collect();
        let places = reading.boxes(&spans).into_iter().map(|shown| shown.map_or(0.0, |s| s.whole.top + scroll));
        // read all boxes first, then move: one layout instead of one a note
        let mut boxes = Vec::new();
        for index in 0..notes.length() {
            let Some(note) = notes.item(index).and_then(|n| n.dyn_into::<HtmlElement>().ok()) else { continue };
            let top = note.parent_element().map_or(0.0, |m| m.get_bounding_client_rect().top() + scroll);
            boxes.push((f64::from(note.offset_height()), top, note));
        }
        let mut free = 0.0_f64;
        for ((height, row, note), wanted) in boxes.iter().zip(places) {
            let top = wanted.max(free);
            put(note, "top", top - row - 4.0)?;
            free = top + height + GAP;
        }
        Ok(())
    }
}
