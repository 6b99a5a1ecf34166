//! The reader's passages: commands to the notebook, what they change on the page, and their keeping.

use super::app::App;
use super::paint::TAG_HUES;
use super::state::{Layer, State};
use crate::anchor::describe;
use crate::annotation::{Annotation, Change, Command, NotebookError, Placed};
use crate::text::Span;
use crate::web::dom::window;
use crate::web::error::WebError;
use std::rc::Rc;

impl State {
    /// Where the reader's passages stand in the open article, and which have lost their place.
    pub(super) fn placed(&self) -> Placed {
        self.reading.as_ref().map(|r| self.notebook.place(&r.source, r.text(), &r.offsets)).unwrap_or_default()
    }

    /// The hue of a tag, by its own letters, so that it has one hue in every article and every tab (FNV-1a, 32 bits).
    pub(super) fn tag_hue(&self, tag: &str) -> usize {
        let folded = tag.to_lowercase();
        let hash = folded.bytes().fold(0x811c_9dc5_u32, |h, b| (h ^ u32::from(b)).wrapping_mul(0x0100_0193));
        hash as usize % TAG_HUES
    }
}

impl App {
    /// Works out again where the reader's passages stand.
    pub(super) fn place_notes(&self) {
        let mut state = self.state.borrow_mut();
        let mut places = vec![None; state.notebook.annotations().len()];
        for (span, index) in state.placed().found {
            if let Some(place) = places.get_mut(index) {
                *place = Some(span);
            }
        }
        state.places = places;
    }

    /// Marks `span` with tags and a note; gives the new passage's id.
    pub(super) fn add_note(self: &Rc<Self>, span: Span, tags: Vec<String>, note: String) -> Result<String, WebError> {
        let id = format!("urn:uuid:{}", window()?.crypto()?.random_uuid());
        let annotation = {
            let state = self.state.borrow();
            let Some(reading) = &state.reading else { return Err(WebError::Missing("an open article")) };
            Annotation {
                id: id.clone(),
                source: reading.source.clone(),
                title: reading.title(),
                selectors: describe(reading.text(), &reading.offsets, span),
                tags,
                note,
                created: String::new(),
                modified: String::new(),
            }
        };
        if !self.is_on(Layer::Mine) {
            self.toggle_layer(Layer::Mine.name())?;
        }
        self.command(Command::Add(annotation))?;
        Ok(id)
    }

    /// Applies a command, keeps what it changed, and redraws.
    pub(super) fn command(self: &Rc<Self>, command: Command) -> Result<(), WebError> {
        let change = self.state.borrow_mut().notebook.apply(command, &now());
        let change = change.map_err(|e: NotebookError| WebError::Storage(e.to_string()))?;
        self.changed(change)
    }

    /// Deletes a passage, with a way back.
    pub(super) fn delete_note(self: &Rc<Self>, id: &str) -> Result<(), WebError> {
        self.command(Command::Delete(id.to_owned()))?;
        self.toast_with("Passage deleted.", "Undo", "undo");
        Ok(())
    }

    /// Takes back the last command, or does it again.
    pub(super) fn undo(self: &Rc<Self>, again: bool) -> Result<(), WebError> {
        let change = {
            let notebook = &mut self.state.borrow_mut().notebook;
            if again { notebook.redo(&now()) } else { notebook.undo(&now()) }
        };
        match change {
            Some(change) => {
                self.dismiss(None);
                self.say(if again { "Done again" } else { "Undone" });
                self.changed(change)
            }
            None => {
                self.toast(if again { "Nothing to do again." } else { "Nothing to undo." });
                Ok(())
            }
        }
    }

    /// Deletes all passages of this article; each can be brought back by undo.
    pub(super) fn wipe(self: &Rc<Self>) -> Result<(), WebError> {
        let ids: Vec<String> = self.state.borrow().notebook.annotations().iter().map(|a| a.id.clone()).collect();
        if ids.is_empty() {
            return Ok(());
        }
        let question = format!(
            "Delete all {} passages of this article? Undo brings them back one by one until the page is closed.",
            ids.len()
        );
        if !window()?.confirm_with_message(&question)? {
            return Ok(());
        }
        let mut change = Change::default();
        for id in ids {
            let one = self.state.borrow_mut().notebook.apply(Command::Delete(id), &now());
            change.deleted.extend(one.map(|c| c.deleted).unwrap_or_default());
        }
        self.changed(change)?;
        self.toast_with("All passages deleted.", "Undo the last", "undo");
        Ok(())
    }

    /// Keeps what changed and redraws what shows it.
    pub(super) fn changed(self: &Rc<Self>, change: Change) -> Result<(), WebError> {
        self.place_notes();
        self.redraw_mine()?;
        let app = Rc::clone(self);
        self.spawn(async move { app.keep(change).await });
        Ok(())
    }

    /// Redraws everything that shows the reader's passages.
    pub(super) fn redraw_mine(self: &Rc<Self>) -> Result<(), WebError> {
        self.hide_card();
        self.paint_mine();
        self.draw_margin_notes()?;
        self.draw_layers()?;
        if self.state.borrow().tab == super::state::Tab::Mine {
            self.draw_list()?;
        }
        self.draw_map()
    }

    async fn keep(self: Rc<Self>, change: Change) -> Result<(), WebError> {
        let put: Vec<Annotation> = {
            let state = self.state.borrow();
            change.put.iter().filter_map(|id| state.notebook.get(id).cloned()).collect()
        };
        let source = self.state.borrow().reading.as_ref().map(|r| r.source.clone()).unwrap_or_default();
        let storage = self.storage.borrow().clone();
        storage.keep(&put, &change.deleted).await?;
        if let Some(tabs) = self.tabs.borrow().as_ref() {
            tabs.tell(&source);
        }
        Ok(())
    }
}

/// Now, ISO 8601 UTC.
pub(super) fn now() -> String {
    String::from(js_sys::Date::new_0().to_iso_string())
}
