//! Dialogs: made from a template when opened, gone when closed; and the one that edits a passage.

use super::app::App;
use super::reading::shorten;
use crate::annotation::Command;
use crate::web::dom::{create, document, fill, slot, within};
use crate::web::error::WebError;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDialogElement, HtmlInputElement, HtmlTextAreaElement};

impl App {
    /// Opens a dialog from its template, in place of one that is open.
    pub(super) fn show_dialog(&self, name: &'static str) -> Result<HtmlDialogElement, WebError> {
        self.close_dialog()?;
        self.hide_card();
        let dialog: HtmlDialogElement =
            self.parts.templates.clone(name)?.dyn_into().map_err(|_| WebError::Missing(name))?;
        document()?.body().ok_or(WebError::Missing("body"))?.append_child(&dialog)?;
        dialog.show_modal()?;
        Ok(dialog)
    }

    /// Closes the open dialog, if any.
    pub(super) fn close_dialog(&self) -> Result<(), WebError> {
        if let Some(dialog) = document()?.query_selector("dialog")? {
            if let Some(dialog) = dialog.dyn_ref::<HtmlDialogElement>() {
                dialog.close();
            }
            dialog.remove();
        }
        Ok(())
    }

    /// Opens the dialog for one of the reader's passages.
    pub(super) fn edit(self: &Rc<Self>, id: &str) -> Result<(), WebError> {
        let Some(annotation) = self.state.borrow().notebook.get(id).cloned() else { return Ok(()) };
        let dialog = self.show_dialog("edit")?;
        dialog.set_attribute("data-id", id)?;
        fill(&dialog, "words", &shorten(annotation.passage(), 600))?;
        let known = slot(&dialog, "known")?;
        for tag in self.state.borrow().notebook.tags() {
            let option = create("option")?;
            option.set_attribute("value", &tag.tag)?;
            known.append_child(&option)?;
        }
        within::<HtmlInputElement>(&dialog, "#edit-tags")?.set_value(&annotation.tags.join(", "));
        let note: HtmlTextAreaElement = within(&dialog, "#edit-note")?;
        note.set_value(&annotation.note);
        note.focus()?;
        Ok(())
    }

    /// Keeps what the dialog says, as one step for each thing that changed.
    pub(super) fn save_edit(self: &Rc<Self>, inside: &Element) -> Result<(), WebError> {
        let Some(dialog) = inside.closest("dialog")? else { return Ok(()) };
        let id = dialog.get_attribute("data-id").unwrap_or_default();
        let tags = within::<HtmlInputElement>(&dialog, "#edit-tags")?.value();
        let tags: Vec<String> = tags.split(',').map(str::trim).filter(|t| !t.is_empty()).map(str::to_owned).collect();
        let note = within::<HtmlTextAreaElement>(&dialog, "#edit-note")?.value();
        self.close_dialog()?;
        self.command(Command::Retag(id.clone(), tags))?;
        self.command(Command::Note(id, note))
    }
}
