//! The four lists beside the article. Everything painted in the article is in one of them.
//!
//! In: the state. Out: rows; [`drawing`] holds what the four have in common.

mod comments;
mod drawing;
mod names;
mod notes;
mod voices;

use super::kept_focus::{KeptFocus, quotable};
use crate::dom::{Templates, element, elements};
use crate::error::PageError;
use crate::flow::layer::Tab;
use crate::flow::state::State;
use crate::flow::target::Target;
use crate::page::reading::Reading;
use crate::words;
use drawing::Drawing;
use web_sys::{HtmlElement, HtmlInputElement};

/// The list on show, and the field that filters it.
pub(crate) struct List {
    root: HtmlElement,
    filter: HtmlInputElement,
    templates: Templates,
}

impl List {
    /// Empty yet.
    pub(crate) fn new(templates: Templates) -> Result<Self, PageError> {
        Ok(Self { root: element("#list")?, filter: element("#filter")?, templates })
    }

    /// Draws the list on show.
    pub(crate) fn draw(&self, state: &State) -> Result<(), PageError> {
        let focus = KeptFocus::inside(&self.root)?;
        self.root.set_text_content(None);
        let Some(reading) = &state.reading else { return Ok(()) };
        let drawing = Drawing { templates: &self.templates, state, reading, list: &self.root };
        let rows = match state.tab {
            Tab::Voices => voices::draw(&drawing)?,
            Tab::Names => names::draw(&drawing)?,
            Tab::Comments => comments::draw(&drawing)?,
            Tab::Notes => notes::draw(&drawing)?,
        };
        if rows.shown < rows.all {
            let more = self.templates.copy("more")?;
            more.set_text_content(Some(&words::show_more(rows.shown, rows.all)));
            self.root.append_child(&more)?;
        }
        if rows.all == 0 {
            let empty = self.templates.copy("empty")?;
            empty.set_text_content(Some(nothing(state, reading)));
            self.root.append_child(&empty)?;
        }
        self.draw_chosen(state)?;
        focus.give_back(&self.root)
    }

    /// Marks the row of what was chosen.
    pub(crate) fn draw_chosen(&self, state: &State) -> Result<(), PageError> {
        for row in elements(&self.root, "[aria-current=true]")? {
            row.remove_attribute("aria-current")?;
        }
        let selector = match &state.chosen {
            Some(Target::Quote(index)) => format!("li > [data-act=quote][data-id=\"{index}\"]"),
            Some(Target::Comment(index)) => format!("[data-act=comment][data-id=\"{index}\"]"),
            Some(Target::Mention(id)) => {
                let mention = state.reading.as_ref().and_then(|reading| id.of(&reading.analysis.mentions));
                format!(
                    "[data-act=cluster][data-id=\"{}\"]",
                    mention.map_or(usize::MAX, |mention| mention.cluster.index())
                )
            }
            Some(Target::Note(id)) => format!("[data-act=note][data-id=\"{}\"]", quotable(id)),
            None => return Ok(()),
        };
        if let Some(row) = self.root.query_selector(&selector)? {
            row.set_attribute("aria-current", "true")?;
        }
        Ok(())
    }

    /// Puts into the field what the list is filtered by.
    pub(crate) fn draw_filter(&self, state: &State) {
        self.filter.set_value(&state.filter);
    }

    /// Moves the focus to the field.
    pub(crate) fn focus_filter(&self) -> Result<(), PageError> {
        self.filter.focus()?;
        self.filter.select();
        Ok(())
    }

    /// How many rows the list has.
    pub(crate) fn row_count(&self) -> Result<u32, PageError> {
        Ok(self.root.query_selector_all("li")?.length())
    }

    /// Scrolls to a voice.
    pub(crate) fn scroll_to_voice(&self, index: usize) -> Result<(), PageError> {
        if let Some(row) = self.root.query_selector(&format!("section[data-voice=\"{index}\"]"))? {
            row.scroll_into_view();
        }
        Ok(())
    }
}

/// What an empty list says.
fn nothing(state: &State, reading: &Reading) -> &'static str {
    match state.tab {
        _ if !state.filter.is_empty() => words::NOTHING_MATCHES,
        Tab::Voices if !reading.analysis.quotes.is_empty() => words::NO_QUOTE_CHOSEN,
        Tab::Voices => words::NO_QUOTES,
        Tab::Names => words::NO_NAMES,
        Tab::Comments => words::NO_COMMENTS,
        Tab::Notes => words::NO_NOTES,
    }
}
