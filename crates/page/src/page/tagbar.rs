//! The bar that a selection brings up: tags, one key each, a note, a new tag.

use super::app::App;
use crate::dom::{create, fill, put, window, within};
use crate::error::PageError;
use postil::Span;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement};

/// Tags on the bar; one digit key each.
const TAGS: usize = 9;

/// Tags shown on the bar before the reader has more of their own.
const FIRST: usize = 5;

impl App {
    /// The tags on the bar, in the order of their keys.
    pub(super) fn bar_tags(&self) -> Vec<String> {
        let uses = self.state.borrow().notebook.tags();
        let used = uses.iter().filter(|t| t.count > 0).count();
        uses.into_iter().take(used.clamp(FIRST, TAGS)).map(|t| t.tag).collect()
    }

    /// The selection changed: shows the bar for it, or takes the bar away.
    pub(super) fn selection_changed(self: &Rc<Self>) -> Result<(), PageError> {
        if self.parts.tagbar.query_selector("input")?.is_some() {
            return Ok(()); // the reader is typing a new tag for what was selected
        }
        let selected = {
            let state = self.state.borrow();
            state.reading.as_ref().and_then(|r| r.map.selected(r.text(), &r.offsets))
        };
        if self.state.borrow().selected == selected {
            return Ok(());
        }
        self.state.borrow_mut().selected = selected;
        match selected {
            Some(span) => {
                self.hide_card();
                self.show_tagbar(span)
            }
            None => {
                self.hide_tagbar();
                Ok(())
            }
        }
    }

    fn show_tagbar(self: &Rc<Self>, span: Span) -> Result<(), PageError> {
        let bar = &self.parts.tagbar;
        bar.set_text_content(None);
        let row = create("div")?;
        row.set_class_name("tag-row");
        for (index, tag) in self.bar_tags().into_iter().enumerate() {
            let button = self.parts.templates.clone("tag")?;
            button.set_attribute("data-id", &tag)?;
            fill(&button, "key", &(index + 1).to_string())?;
            fill(&button, "name", &tag)?;
            row.append_child(&button)?;
        }
        self.parts.templates.append_all("tag-more", &row)?;
        bar.append_child(&row)?;
        self.offer_name(span)?;
        bar.set_hidden(false);
        self.place_tagbar(span)?;
        self.say("Passage selected. Keys 1 to 9 tag it, N notes it, plus makes a new tag, M says what it names.");
        Ok(())
    }

    fn place_tagbar(&self, span: Span) -> Result<(), PageError> {
        let bar = &self.parts.tagbar;
        let place = {
            let state = self.state.borrow();
            let range = state.reading.as_ref().and_then(|r| r.map.range(r.text(), &r.offsets, span));
            range.map(|r| r.get_bounding_client_rect())
        };
        let Some(place) = place else { return Ok(()) };
        let window = window()?;
        let width = window.inner_width()?.as_f64().unwrap_or_default();
        let height = window.inner_height()?.as_f64().unwrap_or_default();
        let (wide, high) = (f64::from(bar.offset_width()), f64::from(bar.offset_height()));
        let left = (place.left() + (place.width() - wide) / 2.0).min(width - wide - 12.0).max(12.0);
        // below the passage, where it covers nothing that was just read; above it at the window's foot
        let below = place.bottom() + 10.0;
        let top = if below + high < height { below } else { (place.top() - high - 10.0).max(64.0) };
        put(bar, "left", left + window.scroll_x()?)?;
        put(bar, "top", top + window.scroll_y()?)?;
        Ok(())
    }

    /// Takes the bar away.
    pub(super) fn hide_tagbar(&self) {
        self.parts.tagbar.set_hidden(true);
        self.parts.tagbar.set_text_content(None);
        self.state.borrow_mut().selected = None;
    }

    /// Tags the selected passage, and lets the selection go.
    pub(super) fn tag_selection(self: &Rc<Self>, tag: &str) -> Result<(), PageError> {
        let Some(span) = self.state.borrow().selected else { return Ok(()) };
        self.let_selection_go()?;
        self.add_note(span, vec![tag.to_owned()], String::new())?;
        self.say(&format!("Tagged {tag}"));
        Ok(())
    }

    /// Opens the note of the selected passage, which is marked when that is saved.
    pub(super) fn note_selection(self: &Rc<Self>) -> Result<(), PageError> {
        let Some(span) = self.state.borrow().selected else { return Ok(()) };
        self.let_selection_go()?;
        self.edit_new(span)
    }

    /// Turns the bar into a field for a new tag.
    pub(super) fn new_tag(self: &Rc<Self>) -> Result<(), PageError> {
        let bar = &self.parts.tagbar;
        if self.state.borrow().selected.is_none() {
            return Ok(());
        }
        bar.set_text_content(None);
        let field: HtmlInputElement = create("input")?.dyn_into().map_err(|_| PageError::Missing("an input"))?;
        for (name, value) in [
            ("type", "text"),
            ("id", "new-tag"),
            ("aria-label", "New tag"),
            ("placeholder", "New tag, then Enter"),
            ("maxlength", "64"),
            ("autocomplete", "off"),
        ] {
            field.set_attribute(name, value)?;
        }
        bar.append_child(&field)?;
        field.focus()?;
        Ok(())
    }

    /// Enter in the new tag's field.
    pub(super) fn new_tag_done(self: &Rc<Self>) -> Result<(), PageError> {
        let field: HtmlInputElement = within(&self.parts.tagbar, "input")?;
        let tag = field.value().trim().to_owned();
        if tag.is_empty() {
            self.let_selection_go()?;
            return Ok(());
        }
        self.tag_selection(&tag)
    }

    /// Clears the selection and the bar; the focus goes back to the article.
    pub(super) fn let_selection_go(&self) -> Result<(), PageError> {
        self.hide_tagbar();
        if let Some(selection) = window()?.get_selection()? {
            selection.remove_all_ranges()?;
        }
        self.parts.read.focus()?;
        Ok(())
    }

    /// Selects the next sentence (or the one before) by key: from what is selected or chosen, else from the top of the window.
    pub(super) fn select_sentence(self: &Rc<Self>, forward: bool) -> Result<(), PageError> {
        let next = {
            let state = self.state.borrow();
            let Some(reading) = &state.reading else { return Ok(()) };
            let from = state
                .selected
                .or_else(|| state.chosen.as_ref().and_then(|c| state.span_of(c)))
                .map_or_else(|| self.first_in_view(), |s| if forward { s.end } else { s.start });
            let article = &reading.analysis.article;
            let mut places: Vec<Span> = article.blocks.iter().map(|b| b.span).collect();
            places.extend(reading.analysis.comments.iter().map(|c| c.span));
            places.sort_by_key(|p| (p.start, p.end));
            let split = |place: &Span| article.sentences(*place).into_iter().map(|s| s.span).collect::<Vec<_>>();
            if forward {
                let first = places.partition_point(|p| p.end <= from);
                places.iter().skip(first).find_map(|p| split(p).into_iter().find(|s| s.start >= from))
            } else {
                let last = places.partition_point(|p| p.start < from);
                places.iter().take(last).rev().find_map(|p| split(p).into_iter().rfind(|s| s.end <= from))
            }
        };
        if let Some(span) = next {
            self.parts.read.focus()?;
            {
                let state = self.state.borrow();
                if let Some(reading) = &state.reading {
                    reading.map.select(reading.text(), &reading.offsets, span);
                }
            }
            self.scroll_to(span)?;
            self.selection_changed()?;
        }
        Ok(())
    }

    /// Grows or shrinks the selection by a word, or by a line.
    pub(super) fn extend_selection(self: &Rc<Self>, forward: bool, by: &str) -> Result<(), PageError> {
        if let Some(selection) = window()?.get_selection()? {
            selection.modify("extend", if forward { "forward" } else { "backward" }, by)?;
        }
        self.selection_changed()
    }
}

/// Whether an element takes typed text, so that letter keys are its own.
pub(super) fn takes_text(element: &HtmlElement) -> bool {
    matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT") || element.is_content_editable()
}
