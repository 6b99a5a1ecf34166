//! Short messages at the foot of the page.

use super::app::App;
use crate::dom::{fill, slot};
use crate::error::PageError;
use web_sys::{Element, HtmlElement};

/// How many messages stand at once.
const MOST: u32 = 3;

impl App {
    /// Shows a message, until it is dismissed or pushed out by later ones.
    pub(super) fn toast(&self, words: &str) {
        // a message that cannot be shown has nowhere else to go
        let _ = self.show_toast(words, None, false);
    }

    /// Shows what went wrong.
    pub(super) fn toast_bad(&self, words: &str) {
        let _ = self.show_toast(words, None, true);
    }

    /// Shows what went wrong, with one button: `label`, which does `act`.
    pub(super) fn toast_bad_with(&self, words: &str, label: &str, act: &str) {
        let _ = self.show_toast(words, Some((label, act)), true);
    }

    /// Shows a message with one button: `label`, which does `act`.
    pub(super) fn toast_with(&self, words: &str, label: &str, act: &str) {
        let _ = self.show_toast(words, Some((label, act)), false);
    }

    /// Takes away the message that `inside` belongs to, or all of them.
    pub(super) fn dismiss(&self, inside: Option<&Element>) {
        match inside.and_then(|e| e.closest(".toast").ok().flatten()) {
            Some(toast) => toast.remove(),
            None => self.parts.toasts.set_text_content(None),
        }
    }

    /// Takes away the message whose button does `act`.
    pub(super) fn dismiss_act(&self, act: &str) -> Result<(), PageError> {
        let button = self.parts.toasts.query_selector(&format!("[data-act={act}]"))?;
        if let Some(toast) = button.and_then(|b| b.closest(".toast").ok().flatten()) {
            toast.remove();
        }
        Ok(())
    }

    fn show_toast(&self, words: &str, button: Option<(&str, &str)>, bad: bool) -> Result<HtmlElement, PageError> {
        let toast = self.parts.templates.clone("toast")?;
        fill(&toast, "text", words)?;
        let act = slot(&toast, "act")?;
        match button {
            Some((label, name)) => {
                act.set_text_content(Some(label));
                act.set_attribute("data-act", name)?;
                act.set_hidden(false);
            }
            None => act.remove(),
        }
        if bad {
            toast.class_list().add_1("bad")?;
        }
        while self.parts.toasts.child_element_count() >= MOST {
            match self.parts.toasts.first_element_child() {
                Some(oldest) => oldest.remove(),
                None => break,
            }
        }
        self.parts.toasts.append_child(&toast)?;
        Ok(toast)
    }
}
