//! The reader's notes in the right margin, beside their passages and never over one another.

use super::margin_stack::stack;
use super::note_text::draw_note;
use super::print::{draw_tags, tag_class};
use crate::dom::{Templates, slot};
use crate::error::PageError;
use crate::flow::layer::Layer;
use crate::flow::state::State;
use crate::page::shown::Shown;
use postil::Span;
use std::cell::RefCell;
use web_sys::HtmlElement;

/// Space between two notes, in CSS pixels.
const GAP: f64 = 10.0;

/// The notes that stand in the margin.
pub(crate) struct MarginNotes {
    templates: Templates,
    /// Each with the passage that it stands beside, in the article's order.
    notes: RefCell<Vec<(Span, HtmlElement)>>,
}

impl MarginNotes {
    /// None yet.
    pub(crate) fn new(templates: Templates) -> Self {
        Self { templates, notes: RefCell::default() }
    }

    /// Puts each noted passage's note into the margin of its row.
    pub(crate) fn draw(&self, state: &State, shown: &Shown) -> Result<(), PageError> {
        for (_, note) in self.notes.take() {
            note.remove();
        }
        if let Some(reading) = state.reading.as_ref().filter(|_| state.is_on(Layer::Notes)) {
            for (span, annotation) in state.passages_in_order() {
                let Some(margin) = shown.notes_margin(reading, span) else { continue };
                let note = self.templates.copy("margin-note")?;
                if let Some(button) = note.first_element_child() {
                    button.set_attribute("data-id", &annotation.id)?;
                }
                draw_tags(&slot(&note, "tags")?, state, &annotation.tags)?;
                note.class_list().add_1(&tag_class(state, &annotation.tags))?;
                draw_note(&slot(&note, "note")?, &annotation.note, false)?;
                margin.append_child(&note)?;
                self.notes.borrow_mut().push((span, note));
            }
        }
        self.lay_out(state, shown)
    }

    /// Moves notes that would overlap down; in narrow windows they stand in the text and need nothing.
    pub(crate) fn lay_out(&self, state: &State, shown: &Shown) -> Result<(), PageError> {
        state.reading.as_ref().map_or(Ok(()), |reading| stack(&self.notes.borrow(), GAP, reading, shown))
    }
}
