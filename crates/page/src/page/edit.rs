//! Dialogs: made from a template when opened, gone when closed; and the one that edits a passage.

use super::app::App;
use super::reading::shorten;
use crate::dom::{create, document, fill, find, slot, within};
use crate::error::PageError;
use postil::{Command, Span};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDialogElement, HtmlElement, HtmlInputElement, HtmlTextAreaElement};

impl App {
    /// Opens a dialog from its template, in place of one that is open.
    pub(super) fn show_dialog(&self, name: &'static str) -> Result<HtmlDialogElement, PageError> {
        self.close_dialog()?;
        self.hide_card();
        let dialog: HtmlDialogElement =
            self.parts.templates.clone(name)?.dyn_into().map_err(|_| PageError::Missing(name))?;
        document()?.body().ok_or(PageError::Missing("body"))?.append_child(&dialog)?;
        dialog.show_modal()?;
        Ok(dialog)
    }

    /// Closes the open dialog, if any.
    pub(super) fn close_dialog(&self) -> Result<(), PageError> {
        if let Some(dialog) = document()?.query_selector("dialog")? {
            if let Some(dialog) = dialog.dyn_ref::<HtmlDialogElement>() {
                dialog.close();
            }
            dialog.remove();
        }
        Ok(())
    }

    /// Opens the dialog for one of the reader's passages.
    pub(super) fn edit(self: &Rc<Self>, id: &str) -> Result<(), PageError> {
        let Some(annotation) = self.state.borrow().notebook.get(id).cloned() else { return Ok(()) };
        self.edit_dialog(id, annotation.passage(), &annotation.tags.join(", "), &annotation.note)
    }

    /// Opens the same dialog for a passage that is not the reader's yet: saving makes it so.
    pub(super) fn edit_new(self: &Rc<Self>, span: Span) -> Result<(), PageError> {
        let words = self.state.borrow().reading.as_ref().map(|r| span.str(r.text()).to_owned()).unwrap_or_default();
        self.edit_dialog("", &words, "", "")?;
        self.state.borrow_mut().noting = Some(span);
        within::<HtmlElement>(&find("dialog")?, "[data-act=delete]")?.remove();
        Ok(())
    }

    fn edit_dialog(self: &Rc<Self>, id: &str, words: &str, tags: &str, text: &str) -> Result<(), PageError> {
        let dialog = self.show_dialog("edit")?;
        self.state.borrow_mut().noting = None;
        dialog.set_attribute("data-id", id)?;
        fill(&dialog, "words", &shorten(words, 600))?;
        let known = slot(&dialog, "known")?;
        for tag in self.state.borrow().notebook.tags() {
            let option = create("option")?;
            option.set_attribute("value", &tag.tag)?;
            known.append_child(&option)?;
        }
        within::<HtmlInputElement>(&dialog, "#edit-tags")?.set_value(tags);
        let note: HtmlTextAreaElement = within(&dialog, "#edit-note")?;
        note.set_value(text);
        note.focus()?;
        Ok(())
    }

    /// Keeps what the dialog says, as one step for each thing that changed.
    pub(super) fn save_edit(self: &Rc<Self>, inside: &Element) -> Result<(), PageError> {
        let Some(dialog) = inside.closest("dialog")? else { return Ok(()) };
        let id = dialog.get_attribute("data-id").unwrap_or_default();
        let tags = within::<HtmlInputElement>(&dialog, "#edit-tags")?.value();
        let tags: Vec<String> = tags.split(',').map(str::trim).filter(|t| !t.is_empty()).map(str::to_owned).collect();
        let note = within::<HtmlTextAreaElement>(&dialog, "#edit-note")?.value();
        let new = self.state.borrow_mut().noting.take();
        if let Some(span) = new {
            if tags.is_empty() && note.trim().is_empty() {
                self.state.borrow_mut().noting = new;
                return fill(
                    &dialog,
                    "problem",
                    "Write a note or give a tag first; or close this to leave the passage as it is.",
                );
            }
            self.close_dialog()?;
            return self.add_note(span, tags, note);
        }
        self.close_dialog()?;
        self.command(Command::Retag(id.clone(), tags))?;
        self.command(Command::Note(id, note))
    }
}
