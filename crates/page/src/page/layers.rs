//! The layer buttons and the list tabs.

use super::app::App;
use super::state::{Layer, Tab};
use crate::dom::{fill, within};
use crate::error::PageError;
use std::rc::Rc;
use web_sys::HtmlElement;

impl App {
    /// Draws the layer buttons with their counts.
    pub(super) fn draw_layers(&self) -> Result<(), PageError> {
        let state = self.state.borrow();
        let count = |layer| match (layer, state.reading.as_ref()) {
            (Layer::Mine, _) => state.passages().count(),
            (_, None) => 0,
            (Layer::Quotes, Some(r)) => r.quote_count(),
            (Layer::Names, Some(r)) => r.name_count(),
            (Layer::Comments, Some(r)) => r.analysis.comments.len(),
        };
        let buttons = &self.parts.layers;
        if buttons.child_element_count() == 0 {
            for layer in Layer::ALL {
                let button = self.parts.templates.clone("layer")?;
                fill(&button, "name", layer.name())?;
                within::<HtmlElement>(&button, ".dot")?.class_list().add_1(layer.hue())?;
                button.set_attribute("data-id", layer.name())?;
                buttons.append_child(&button)?;
            }
        }
        for (index, layer) in (0..).zip(Layer::ALL) {
            if let Some(button) = buttons.children().item(index) {
                button.set_attribute("aria-pressed", if state.off.contains(&layer) { "false" } else { "true" })?;
                fill(&button, "count", &count(layer).to_string())?;
            }
        }
        Ok(())
    }

    /// Switches a layer, by its name.
    pub(super) fn toggle_layer(self: &Rc<Self>, name: &str) -> Result<(), PageError> {
        let Some(layer) = Layer::ALL.into_iter().find(|l| l.name() == name) else { return Ok(()) };
        {
            let off = &mut self.state.borrow_mut().off;
            match off.iter().position(|&l| l == layer) {
                Some(at) => drop(off.remove(at)),
                None => off.push(layer),
            }
        }
        self.hide_card();
        self.draw_layers()?;
        match layer {
            Layer::Comments => self.show_comments()?,
            Layer::Mine => {
                self.paint_mine();
                self.draw_margin_notes()?;
            }
            Layer::Quotes | Layer::Names => self.paint_analysis(),
        }
        self.draw_map()
    }

    /// Shows or hides the thread and the glosses, as the layers say.
    pub(super) fn show_comments(self: &Rc<Self>) -> Result<(), PageError> {
        let list = self.parts.read.class_list();
        list.toggle_with_force("without-comments", !self.is_on(Layer::Comments))?;
        self.draw_margin_notes()
    }

    /// Draws the four tabs.
    pub(super) fn draw_tabs(&self) -> Result<(), PageError> {
        let tabs = &self.parts.tabs;
        if tabs.child_element_count() == 0 {
            for tab in Tab::ALL {
                let button = self.parts.templates.clone("tab")?;
                fill(&button, "name", tab.name())?;
                button.set_id(&format!("tab-{}", tab.name().to_lowercase()));
                button.set_attribute("data-id", tab.name())?;
                tabs.append_child(&button)?;
            }
        }
        let now = self.state.borrow().tab;
        for (index, tab) in (0..).zip(Tab::ALL) {
            if let Some(button) = tabs.children().item(index) {
                button.set_attribute("aria-selected", if tab == now { "true" } else { "false" })?;
                button.set_attribute("tabindex", if tab == now { "0" } else { "-1" })?;
                if tab == now {
                    self.parts.list.set_attribute("aria-labelledby", &button.id())?;
                }
            }
        }
        Ok(())
    }

    /// Shows the tab `step` places from the present one, and moves the focus to it, as tab lists do.
    pub(super) fn step_tab(self: &Rc<Self>, step: usize) -> Result<(), PageError> {
        let now = self.state.borrow().tab;
        let at = Tab::ALL.iter().position(|&t| t == now).unwrap_or(0);
        let next = Tab::ALL[(at + step) % Tab::ALL.len()];
        self.show_tab(next)?;
        within::<HtmlElement>(&self.parts.tabs, "[aria-selected=true]")?.focus()?;
        Ok(())
    }
}
