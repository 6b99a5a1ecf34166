//! The focus, kept where what has it is drawn again.

use crate::dom::document;
use crate::error::PageError;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// The control that has the focus, by what it does, so that its redrawn likeness can have it again.
pub(super) struct KeptFocus(Option<String>);

impl KeptFocus {
    /// What of `root` has the focus.
    pub(super) fn inside(root: &Element) -> Result<Self, PageError> {
        let active = document()?.active_element().filter(|e| root.contains(Some(e)) && !e.is_same_node(Some(root)));
        Ok(Self(active.map(|element| match element.get_attribute("data-act") {
            Some(act) => {
                let id = element.get_attribute("data-id").map(|id| format!("[data-id=\"{}\"]", quotable(&id)));
                format!("[data-act=\"{act}\"]{}", id.unwrap_or_default())
            }
            None => format!("#{}", element.id()),
        })))
    }

    /// Gives the focus to the control of `root` that does the same.
    pub(super) fn give_back(&self, root: &Element) -> Result<(), PageError> {
        if let Some(selector) = self.0.as_ref().filter(|selector| selector.len() > 1)
            && let Some(control) = root.query_selector(selector)?.and_then(|e| e.dyn_into::<HtmlElement>().ok())
        {
            control.focus()?;
        }
        Ok(())
    }
}

/// A value as it can stand between quotation marks in a selector.
pub(super) fn quotable(value: &str) -> String {
    value.replace(['"', '\\'], "")
}
