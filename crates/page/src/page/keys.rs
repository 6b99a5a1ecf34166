//! The keyboard.

use super::app::App;
use super::tagbar::takes_text;
use crate::dom::document;
use crate::error::PageError;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent};

impl App {
    /// A key went down. Keys that Postil does not use are left to the browser.
    pub(super) fn key(self: &Rc<Self>, event: &KeyboardEvent) -> Result<(), PageError> {
        let key = event.key();
        let target = event.target().and_then(|t| t.dyn_into::<HtmlElement>().ok());
        let in_dialog = document()?.query_selector("dialog[open]")?.is_some();
        if key == "Escape" && !in_dialog {
            return self.escape();
        }
        if let Some(target) = target.as_ref().filter(|t| takes_text(t)) {
            if key == "Enter" && target.id() == "new-tag" {
                event.prevent_default();
                return self.new_tag_done();
            }
            return Ok(());
        }
        if in_dialog || event.alt_key() || event.is_composing() {
            return Ok(());
        }
        if event.ctrl_key() || event.meta_key() {
            if key.eq_ignore_ascii_case("z") {
                event.prevent_default();
                return self.undo(event.shift_key());
            }
            return Ok(());
        }
        let role = target.and_then(|t| t.get_attribute("role"));
        if role.as_deref() == Some("tab")
            && let Some(step) = match key.as_str() {
                "ArrowRight" => Some(1),
                "ArrowLeft" => Some(3),
                _ => None,
            }
        {
            event.prevent_default();
            return self.step_tab(step);
        }
        let selected = self.state.borrow().selected.is_some();
        let done = match key.as_str() {
            "j" | "J" => self.step(true),
            "k" | "K" => self.step(false),
            "s" => self.select_sentence(true),
            "S" => self.select_sentence(false),
            "/" => self.find(),
            "o" | "O" => self.ask_for_article(),
            "?" => self.show_dialog("help").map(drop),
            "n" | "N" if selected => self.note_selection(),
            "m" | "M" if selected => self.to_kinds(),
            "n" | "N" => self.step_shown(true),
            "p" | "P" => self.step_shown(false),
            "c" | "C" => self.to_card(),
            "+" if selected => self.new_tag(),
            "ArrowRight" if selected && event.shift_key() => self.extend_selection(true, "word"),
            "ArrowLeft" if selected && event.shift_key() => self.extend_selection(false, "word"),
            "ArrowDown" if selected && event.shift_key() => self.extend_selection(true, "line"),
            "ArrowUp" if selected && event.shift_key() => self.extend_selection(false, "line"),
            digit if selected && digit.len() == 1 && digit.as_bytes().iter().all(|b| (b'1'..=b'9').contains(b)) => {
                let index = usize::from(digit.as_bytes().first().copied().unwrap_or(b'1') - b'1');
                match self.bar_tags().get(index) {
                    Some(tag) => self.tag_selection(tag),
                    None => return Ok(()),
                }
            }
            _ => return Ok(()),
        };
        event.prevent_default();
        done
    }

    fn escape(self: &Rc<Self>) -> Result<(), PageError> {
        if document()?.active_element().is_some_and(|e| self.parts.card.contains(Some(&e))) {
            self.parts.read.focus()?; // what has the focus goes away
        }
        self.hide_card();
        self.show_lists(false)?;
        self.state.borrow_mut().chosen = None;
        self.paint_pointed("postil-chosen", &[]);
        self.mark_row();
        if self.parts.tagbar.hidden() { Ok(()) } else { self.let_selection_go() }
    }

    /// Goes to the field that filters the list on show.
    pub(super) fn find(self: &Rc<Self>) -> Result<(), PageError> {
        self.show_lists(true)?;
        self.parts.filter.focus()?;
        self.parts.filter.select();
        Ok(())
    }
}
