//! The tabs of the four lists, and the drawer that holds the lists in narrow windows.

use super::lists::LISTS;
use super::print::whether;
use crate::dom::{Templates, element, fill};
use crate::error::PageError;
use crate::flow::layer::Tab;
use crate::flow::state::State;
use web_sys::HtmlElement;

/// The tabs, and what they open.
pub(crate) struct Tabs {
    tabs: Vec<(Tab, HtmlElement)>,
    list: HtmlElement,
    panel: HtmlElement,
    drawer_button: HtmlElement,
}

impl Tabs {
    /// Makes them.
    pub(crate) fn new(templates: &Templates) -> Result<Self, PageError> {
        let root: HtmlElement = element(".tabs")?;
        let mut tabs = Vec::new();
        for (tab, name) in LISTS.iter().map(|list| (list.tab, list.name)) {
            let button = templates.copy("tab")?;
            fill(&button, "name", name)?;
            button.set_id(&["tab-", tab.0].concat());
            button.set_attribute("data-id", tab.0)?;
            root.append_child(&button)?;
            tabs.push((tab, button));
        }
        Ok(Self { tabs, list: element("#list")?, panel: element("#panel")?, drawer_button: element(".lists")? })
    }

    /// Draws which list is on show.
    pub(crate) fn draw(&self, state: &State) -> Result<(), PageError> {
        for (tab, button) in &self.tabs {
            let on = *tab == state.tab;
            button.set_hidden(!state.offered.iter().any(|layer| layer.tab() == *tab));
            button.set_attribute("aria-selected", whether(on))?;
            button.set_attribute("tabindex", if on { "0" } else { "-1" })?;
            if on {
                self.list.set_attribute("aria-labelledby", &button.id())?;
            }
        }
        Ok(())
    }

    /// Draws whether the drawer is open.
    pub(crate) fn draw_drawer(&self, state: &State) -> Result<(), PageError> {
        self.panel.class_list().toggle_with_force("shown", state.drawer)?;
        self.drawer_button.set_attribute("aria-expanded", whether(state.drawer))?;
        Ok(())
    }

    /// Moves the focus to the tab on show.
    pub(crate) fn focus(&self, state: &State) -> Result<(), PageError> {
        match self.tabs.iter().find(|(tab, _)| *tab == state.tab) {
            Some((_, button)) => Ok(button.focus()?),
            None => Ok(()),
        }
    }
}
