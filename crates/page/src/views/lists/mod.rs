//! The lists beside the article. Everything painted in the article is in one of them.
//!
//! In: the state. Out: rows; [`drawing`] holds what they have in common.

mod comments;
mod drawing;
mod names;
mod notes;
mod panel;
mod ties;
mod voices;

use super::kept_focus::{KeptFocus, quotable};
use crate::dom::{Templates, element, elements};
use crate::error::PageError;
use crate::flow::layer::Tab;
use crate::flow::state::State;
use crate::flow::target::Target;
use crate::words;
use drawing::Drawing;
use panel::Panel;
use web_sys::{HtmlElement, HtmlInputElement};

/// All lists, in the order of their tabs. A new one is a file of its own, and its line here.
pub(crate) static LISTS: [&Panel; 4] = [&voices::VOICES, &names::NAMES, &comments::COMMENTS, &notes::NOTES];

/// What the tabs of [`LISTS`] are known by.
pub(crate) static TABS: [Tab; LISTS.len()] = {
    let mut tabs = [Tab::VOICES; LISTS.len()];
    let mut at = 0;
    while at < tabs.len() {
        tabs[at] = LISTS[at].tab;
        at += 1;
    }
    tabs
};

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
        let Some(list) = LISTS.iter().find(|list| list.tab == state.tab) else { return Ok(()) };
        let rows = (list.draw)(&drawing)?;
        if rows.shown < rows.all {
            let more = self.templates.copy("more")?;
            more.set_text_content(Some(&words::show_more(rows.shown, rows.all)));
            self.root.append_child(&more)?;
        }
        if rows.all == 0 {
            let empty = self.templates.copy("empty")?;
            let says = if state.filter.is_empty() { (list.empty)(reading) } else { words::NOTHING_MATCHES };
            empty.set_text_content(Some(says));
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

    /// Scrolls to the row of what was chosen.
    pub(crate) fn scroll_to_chosen(&self) -> Result<(), PageError> {
        if let Some(row) = self.root.query_selector("[aria-current=true]")? {
            row.scroll_into_view();
        }
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
