//! The card beside a mark: who speaks, what is named, what the reader noted.
//!
//! In: the targets that the state's card is about, and where the first of them stands. Out: a part for each.

mod name;
mod note;
mod quote;

use crate::dom::{Templates, create, element, put, window};
use crate::error::PageError;
use crate::flow::state::State;
use crate::flow::target::Target;
use crate::page::reading::Reading;
use crate::page::shown::Shown;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// How far from the card the pointer still counts as on its way to it, in CSS pixels.
const REACH: f64 = 28.0;
/// How far it keeps from the window's sides.
const SIDE: f64 = 12.0;
/// How far from its mark.
const GAP: f64 = 6.0;
/// How much of the window's top the page's bar covers.
const BAR: f64 = 60.0;

/// The card.
pub(crate) struct Card {
    root: HtmlElement,
    templates: Templates,
}

impl Card {
    /// Hidden yet.
    pub(crate) fn new(templates: Templates) -> Result<Self, PageError> {
        Ok(Self { root: element("#card")?, templates })
    }

    /// Draws the card beside the first thing that it is about; takes it away where that is not shown.
    pub(crate) fn draw(&self, state: &State, shown: &Shown) -> Result<(), PageError> {
        self.root.set_text_content(None);
        self.root.set_hidden(true);
        let Some(reading) = &state.reading else { return Ok(()) };
        for target in &state.card {
            self.draw_part(state, reading, target)?;
        }
        let span = state.card.first().and_then(|target| state.span_of(target));
        let place = span.and_then(|span| shown.text_box(reading, span));
        let (Some(place), true) = (place, self.root.child_element_count() > 0) else { return Ok(()) };
        let place = place.first_line;
        self.root.set_hidden(false);
        let window = window()?;
        let width = window.inner_width()?.as_f64().unwrap_or_default();
        let (wide, high) = (f64::from(self.root.offset_width()), f64::from(self.root.offset_height()));
        let left = place.left.min(width - wide - SIDE).max(SIDE);
        // above the mark where there is room: the hand and the eye come from below
        let above = place.top - high - GAP;
        let top = if above > BAR { above } else { place.bottom + GAP };
        put(&self.root, "left", left + window.scroll_x()?)?;
        put(&self.root, "top", top + window.scroll_y()?)
    }

    fn draw_part(&self, state: &State, reading: &Reading, target: &Target) -> Result<(), PageError> {
        let part = match target {
            Target::Quote(index) => quote::part(&self.templates, reading, *index)?,
            Target::Mention(index) => name::part(&self.templates, reading, *index)?,
            Target::Note(id) => note::part(&self.templates, state, id)?,
            Target::Comment(_) => None,
        };
        let Some(part) = part else { return Ok(()) };
        if self.root.child_element_count() > 0 {
            self.root.append_child(&*create("hr")?)?;
        }
        self.root.append_child(&part)?;
        Ok(())
    }

    /// Moves the focus to the first button that `selector` finds.
    pub(crate) fn focus(&self, selector: &str) -> Result<(), PageError> {
        if let Some(button) = self.root.query_selector(selector)?.and_then(|b| b.dyn_into::<HtmlElement>().ok()) {
            button.focus()?;
        }
        Ok(())
    }

    /// What the card says.
    pub(crate) fn words(&self) -> String {
        self.root.inner_text()
    }

    /// Whether a point of the window is on the card, or on the way to it.
    pub(crate) fn is_near(&self, x: f64, y: f64) -> bool {
        let card = self.root.get_bounding_client_rect();
        let inside = |at: f64, low: f64, high: f64| low - REACH <= at && at <= high + REACH;
        inside(x, card.left(), card.right()) && inside(y, card.top(), card.bottom())
    }
}
