//! The reader's passages: commands to the notebook, what they change on the page, and their keeping.

use super::app::App;
use super::paint::TAG_HUES;
use super::state::{Layer, State, Tab, Target};
use crate::dom::window;
use crate::error::PageError;
use postil::{Annotation, Change, Command, Correction, NotebookError, Placed, Span, describe};
use std::rc::Rc;

impl State {
    /// Where the reader's passages stand in the open article, and which have lost their place.
    pub(super) fn placed(&self) -> Placed {
        self.reading.as_ref().map(|r| self.notebook.place(&r.source, r.text(), &r.offsets)).unwrap_or_default()
    }

    /// The reader's passages, each with its place. What is set right is none of them.
    pub(super) fn passages(&self) -> impl Iterator<Item = (&Annotation, &Option<Span>)> {
        self.notebook.annotations().iter().zip(&self.places).filter(|(a, _)| a.correction.is_none())
    }

    /// The reader's passages that have a place, in the order of the article.
    pub(super) fn in_order(&self) -> Vec<(Span, &Annotation)> {
        let annotations = self.notebook.annotations();
        let found = self.placed().found.into_iter().filter_map(|(span, i)| Some((span, annotations.get(i)?)));
        found.filter(|(_, a)| a.correction.is_none()).collect()
    }

    /// What the reader sets right, each with its place, the oldest first.
    fn corrections(&self) -> Vec<(Span, Correction)> {
        let annotations = self.notebook.annotations().iter().zip(&self.places);
        let mut found: Vec<_> =
            annotations.filter_map(|(a, place)| Some((a, (*place)?, a.correction.as_ref()?))).collect();
        found.sort_by_cached_key(|(a, ..)| a.modified.clone());
        found.into_iter().map(|(_, place, correction)| (place, correction.clone())).collect()
    }

    /// The hue of a tag, by its own letters, so that it has one hue in every article and every tab (FNV-1a, 32 bits).
    pub(super) fn tag_hue(&self, tag: &str) -> usize {
        let folded = tag.to_lowercase();
        let hash = folded.bytes().fold(0x811c_9dc5_u32, |h, b| (h ^ u32::from(b)).wrapping_mul(0x0100_0193));
        hash as usize % TAG_HUES
    }
}

impl App {
    /// Works out again where the reader's passages stand, and what they set right; tells whether the latter changed.
    pub(super) fn place_notes(&self) -> bool {
        let mut state = self.state.borrow_mut();
        let mut places = vec![None; state.notebook.annotations().len()];
        for (span, index) in state.placed().found {
            if let Some(place) = places.get_mut(index) {
                *place = Some(span);
            }
        }
        state.places = places;
        let corrections = state.corrections();
        let chosen = state.chosen.clone().and_then(|c| Some((state.span_of(&c)?, c)));
        let State { reading: Some(reading), chosen: now, .. } = &mut *state else { return false };
        let anew = reading.correct(corrections);
        if let (true, Some((span, Target::Mention(_)))) = (anew, chosen) {
            *now = reading.mention_at(span).map(Target::Mention);
        }
        anew
    }

    /// A new annotation of `span`, with nothing in it yet.
    pub(super) fn annotation(&self, span: Span) -> Result<Annotation, PageError> {
        let state = self.state.borrow();
        let Some(reading) = &state.reading else { return Err(PageError::Missing("an open article")) };
        Ok(Annotation {
            id: format!("urn:uuid:{}", window()?.crypto()?.random_uuid()),
            source: reading.source.clone(),
            title: reading.title(),
            selectors: describe(reading.text(), &reading.offsets, span),
            tags: Vec::new(),
            note: String::new(),
            correction: None,
            created: String::new(),
            modified: String::new(),
        })
    }

    /// Marks `span` with tags and a note.
    pub(super) fn add_note(self: &Rc<Self>, span: Span, tags: Vec<String>, note: String) -> Result<(), PageError> {
        let annotation = Annotation { tags, note, ..self.annotation(span)? };
        if !self.is_on(Layer::Mine) {
            self.toggle_layer(Layer::Mine.name())?;
        }
        self.command(Command::Add(annotation))
    }

    /// Applies a command, keeps what it changed, and redraws.
    pub(super) fn command(self: &Rc<Self>, command: Command) -> Result<(), PageError> {
        let change = self.state.borrow_mut().notebook.apply(command, &now());
        let change = change.map_err(|e: NotebookError| PageError::Storage(e.to_string()))?;
        self.changed(change)
    }

    /// Deletes a passage, with a way back.
    pub(super) fn delete_note(self: &Rc<Self>, id: &str) -> Result<(), PageError> {
        self.command(Command::Delete(id.to_owned()))?;
        self.toast_with("Passage deleted.", "Undo", "undo");
        Ok(())
    }

    /// Takes back the last command, or does it again.
    pub(super) fn undo(self: &Rc<Self>, again: bool) -> Result<(), PageError> {
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
    pub(super) fn wipe(self: &Rc<Self>) -> Result<(), PageError> {
        let ids: Vec<String> = self.state.borrow().notebook.annotations().iter().map(|a| a.id.clone()).collect();
        if ids.is_empty() {
            return Ok(());
        }
        let passages = self.state.borrow().passages().count();
        let corrections = match ids.len() - passages {
            0 => String::new(),
            count => format!(", and {count} of your corrections"),
        };
        let question = format!(
            "Delete all {passages} passages of this article{corrections}? Undo brings them back one by one until the page is closed."
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
    pub(super) fn changed(self: &Rc<Self>, change: Change) -> Result<(), PageError> {
        let anew = self.place_notes();
        self.redraw_mine(anew)?;
        let app = Rc::clone(self);
        self.spawn(async move { app.keep(change).await });
        Ok(())
    }

    /// Redraws everything that shows the reader's passages, and, if it is `anew`, what was found.
    pub(super) fn redraw_mine(self: &Rc<Self>, anew: bool) -> Result<(), PageError> {
        self.hide_card();
        if anew {
            self.paint_analysis();
            self.draw_voices()?;
            self.draw_facets()?;
        }
        self.paint_mine();
        self.draw_margin_notes()?;
        self.draw_layers()?;
        let tab = self.state.borrow().tab;
        if anew || tab == Tab::Mine {
            self.draw_list()?;
        }
        self.draw_map()
    }

    async fn keep(self: Rc<Self>, change: Change) -> Result<(), PageError> {
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
