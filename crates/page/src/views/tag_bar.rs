//! The bar that a selection brings up: tags, one key each, a note, a new tag, and what the passage may be a name of.

use super::print::whether;
use crate::dom::{Templates, create, element, fill, put, slot, window, within};
use crate::error::PageError;
use crate::flow::caret::End;
use crate::flow::marking::subject;
use crate::flow::state::State;
use crate::flow::subject::Subject;
use crate::page::reading::Reading;
use crate::page::shown::Shown;
use crate::words;
use postil::{Span, same_tag};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// The longest selection that may be a name, in bytes: the longest that any corpus of names has is shorter by half.
const LONGEST: usize = 120;
/// How far the bar keeps from the window's sides, in CSS pixels.
const SIDE: f64 = 12.0;
/// How far from the passage.
const GAP: f64 = 10.0;
/// How much of the window's top the page's bar covers.
const BAR: f64 = 64.0;

/// The bar.
pub(crate) struct TagBar {
    root: HtmlElement,
    templates: Templates,
}

impl TagBar {
    /// Hidden yet.
    pub(crate) fn new(templates: Templates) -> Result<Self, PageError> {
        Ok(Self { root: element("#tagbar")?, templates })
    }

    /// Draws the bar beside the passage that is selected, or takes it away.
    pub(crate) fn draw(&self, state: &State, shown: &Shown) -> Result<(), PageError> {
        self.root.set_text_content(None);
        let (Some(span), Some(reading)) = (state.selected, &state.reading) else {
            self.root.set_hidden(true);
            return Ok(());
        };
        if state.typing_tag {
            return self.draw_field(state);
        }
        let row = create("div")?;
        row.set_class_name("tag-row");
        if state.attaching.is_some() {
            self.templates.append_all("attach-here", &row)?;
        }
        let given = match subject(state) {
            Some(Subject::Note(id)) => state.notebook.get(&id).map(|annotation| annotation.tags.clone()),
            _ => None,
        };
        let given = given.unwrap_or_default();
        for tag in state.tags.tags() {
            let Some(key) = tag.key else { continue };
            let button = self.templates.copy("tag")?;
            button.set_attribute("data-id", &tag.name)?;
            button.set_attribute("aria-pressed", whether(given.iter().any(|name| same_tag(name, &tag.name))))?;
            fill(&button, "key", &key.to_string())?;
            slot(&button, "dot")?.class_list().add_1(&format!("t{}", tag.hue))?;
            fill(&button, "name", &tag.name)?;
            row.append_child(&button)?;
        }
        self.templates.append_all("tag-more", &row)?;
        self.root.append_child(&row)?;
        if let Some(end) = state.caret {
            let hint = create("p")?;
            hint.set_class_name("hint");
            let moves = if end == End::End { words::END_MOVES } else { words::START_MOVES };
            hint.set_text_content(Some(&[words::CARET_HINT, moves].concat()));
            self.root.append_child(&hint)?;
        }
        if !state.whole && may_be_a_name(span.str(reading.text())) {
            self.draw_kinds()?;
        }
        self.root.set_hidden(false);
        self.place(reading, span, shown)
    }

    fn draw_field(&self, state: &State) -> Result<(), PageError> {
        let field = create("input")?;
        for (name, value) in [
            ("type", "text"),
            ("id", "new-tag"),
            ("aria-label", words::NEW_TAG),
            ("placeholder", words::NEW_TAG_HINT),
            ("maxlength", "64"),
            ("autocomplete", "off"),
            ("list", "known-tags"),
        ] {
            field.set_attribute(name, value)?;
        }
        self.root.append_child(&field)?;
        let known = create("datalist")?;
        known.set_id("known-tags");
        for tag in state.tags.tags() {
            let option = create("option")?;
            option.set_attribute("value", &tag.name)?;
            known.append_child(&option)?;
        }
        self.root.append_child(&known)?;
        field.focus()?;
        Ok(())
    }

    fn draw_kinds(&self) -> Result<(), PageError> {
        let kinds = self.templates.copy("kinds")?;
        kinds.set_attribute("aria-label", words::IS_A_NAME)?;
        within::<HtmlElement>(&kinds, "[data-id=none]")?.remove();
        let label = create("span")?;
        label.set_text_content(Some(words::IS_A_NAME_COLON));
        kinds.prepend_with_node_1(&label)?;
        self.root.append_child(&kinds)?;
        Ok(())
    }

    fn place(&self, reading: &Reading, span: Span, shown: &Shown) -> Result<(), PageError> {
        let Some(place) = shown.text_box(reading, span).map(|place| place.whole) else { return Ok(()) };
        let window = window()?;
        let width = window.inner_width()?.as_f64().unwrap_or_default();
        let height = window.inner_height()?.as_f64().unwrap_or_default();
        let (wide, high) = (f64::from(self.root.offset_width()), f64::from(self.root.offset_height()));
        let left = (place.left + (place.width() - wide) / 2.0).min(width - wide - SIDE).max(SIDE);
        // below the passage, where it covers nothing that was just read; above it at the window's foot
        let below = place.bottom + GAP;
        let top = if below + high < height { below } else { (place.top - high - GAP).max(BAR) };
        put(&self.root, "left", left + window.scroll_x()?)?;
        put(&self.root, "top", top + window.scroll_y()?)
    }

    /// Moves the focus to the first of the kinds.
    pub(crate) fn focus_kinds(&self) -> Result<(), PageError> {
        match self.root.query_selector("[data-act=kind]")? {
            Some(kind) => Ok(kind.unchecked_into::<HtmlElement>().focus()?),
            None => Ok(()),
        }
    }
}

fn may_be_a_name(passage: &str) -> bool {
    passage.len() <= LONGEST && !passage.contains(['\n', '\r']) && passage.contains(char::is_alphanumeric)
}
