//! Dialogs: made from a template when opened, gone when closed.
//!
//! In: which dialog the state says is open. Out: that dialog, filled, and what its fields say.

mod answer;
mod edit;
mod left_out;
mod open;
mod speaker;
mod tags;

pub(crate) use self::answer::Answer;
pub(crate) use self::tags::command as tag_command;

use crate::dom::{Templates, document, fill};
use crate::error::PageError;
use crate::flow::incoming::Incoming;
use crate::flow::state::{Dialog, State};
use std::cell::RefCell;
use wasm_bindgen::JsCast;
use web_sys::{HtmlDialogElement, HtmlElement};

/// The open dialog, if any.
pub(crate) struct Dialogs {
    templates: Templates,
    open: RefCell<Option<HtmlDialogElement>>,
}

impl Dialogs {
    /// None yet.
    pub(crate) fn new(templates: Templates) -> Self {
        Self { templates, open: RefCell::default() }
    }

    /// Shows the dialog that the state says is open, in place of the one on show.
    pub(crate) fn draw(&self, state: &State) -> Result<(), PageError> {
        if let Some(dialog) = self.open.take() {
            dialog.close();
            dialog.remove();
        }
        let name = match state.dialog {
            Dialog::None => return Ok(()),
            Dialog::Open => "open",
            Dialog::Help => "help",
            Dialog::Tags => "tags",
            Dialog::Edit(_) | Dialog::Note(_) => "edit",
            Dialog::Speaker(_) => "speaker",
            Dialog::LeftOut => "left-out",
        };
        let dialog: HtmlDialogElement = self.templates.copy(name)?.dyn_into().map_err(|_| PageError::Missing(name))?;
        document()?.body().ok_or(PageError::Missing("body"))?.append_child(&dialog)?;
        dialog.show_modal()?;
        *self.open.borrow_mut() = Some(dialog.clone());
        match &state.dialog {
            Dialog::Open => open::fill_in(&dialog),
            Dialog::Edit(id) => edit::fill_in(&dialog, state, Some(id)),
            Dialog::Note(_) => edit::fill_in(&dialog, state, None),
            Dialog::Speaker(index) => speaker::fill_in(&self.templates, &dialog, state, *index),
            Dialog::Tags => tags::draw(&self.templates, &dialog, state),
            Dialog::LeftOut => left_out::fill_in(&dialog, state),
            Dialog::None | Dialog::Help => Ok(()),
        }
    }

    /// Draws the articles opened before, and what is known of what was pasted.
    pub(crate) fn draw_known(&self, state: &State) -> Result<(), PageError> {
        match (&*self.open.borrow(), &state.dialog) {
            (Some(dialog), Dialog::Open) => open::draw_known(&self.templates, dialog, state),
            _ => Ok(()),
        }
    }

    /// Draws the tags anew in their dialog.
    pub(crate) fn draw_tags(&self, state: &State) -> Result<(), PageError> {
        match &*self.open.borrow() {
            Some(dialog) => tags::draw(&self.templates, dialog, state),
            None => Ok(()),
        }
    }

    /// Says in the open dialog what is wrong; whether there is one to say it in.
    pub(crate) fn say_problem(&self, problem: &str) -> Result<bool, PageError> {
        match self.open.borrow().as_ref().filter(|dialog| dialog.open()) {
            Some(dialog) => fill(dialog, "problem", problem).map(|()| true),
            None => Ok(false),
        }
    }

    /// What its fields say to the button that does `act`; none for a button that needs none.
    pub(crate) fn answer(&self, act: &str) -> Result<Option<Answer>, PageError> {
        let open = self.open.borrow();
        let Some(dialog) = open.as_ref() else { return Ok(None) };
        Ok(match act {
            "read" => Some(open::answer(dialog)?),
            "save" => Some(edit::answer(dialog)?),
            "save-speaker" => Some(speaker::answer(dialog)?),
            _ => None,
        })
    }

    /// Whether an element is the field into which an article is pasted.
    pub(crate) fn takes_article(&self, field: &HtmlElement) -> bool {
        field.id() == "open-text"
    }
}

/// The flavours of what was pasted into a dialog, when it has both.
pub(crate) fn both_flavours(incoming: Incoming) -> Option<(String, String)> {
    incoming.html.zip(incoming.text)
}
