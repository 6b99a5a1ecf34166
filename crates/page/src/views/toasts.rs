//! Short messages at the foot of the page.

use crate::dom::{Templates, element, fill, slot};
use crate::error::PageError;
use crate::flow::state::{State, Toast};
use std::cell::RefCell;
use web_sys::HtmlElement;

/// The messages, in a region that screen readers read out as it grows: what stands there stays untouched.
pub(crate) struct Toasts {
    root: HtmlElement,
    templates: Templates,
    shown: RefCell<Vec<(u32, HtmlElement)>>,
}

impl Toasts {
    /// None yet.
    pub(crate) fn new(templates: Templates) -> Result<Self, PageError> {
        Ok(Self { root: element("#toasts")?, templates, shown: RefCell::default() })
    }

    /// Takes away what is gone, and adds what is new.
    pub(crate) fn draw(&self, state: &State) -> Result<(), PageError> {
        let mut shown = self.shown.borrow_mut();
        shown.retain(|(number, toast)| {
            let stays = state.toasts.iter().any(|t| t.number == *number);
            if !stays {
                toast.remove();
            }
            stays
        });
        for toast in &state.toasts {
            if shown.iter().all(|(number, _)| *number != toast.number) {
                let made = self.toast(toast)?;
                self.root.append_child(&made)?;
                shown.push((toast.number, made));
            }
        }
        Ok(())
    }

    fn toast(&self, toast: &Toast) -> Result<HtmlElement, PageError> {
        let made = self.templates.copy("toast")?;
        made.set_attribute("data-id", &toast.number.to_string())?;
        fill(&made, "text", &toast.words)?;
        let act = slot(&made, "act")?;
        match toast.button {
            Some((label, name)) => {
                act.set_text_content(Some(label));
                act.set_attribute("data-act", name)?;
                if let Some(step) = toast.step {
                    act.set_attribute("data-id", &step.to_string())?;
                }
                act.set_hidden(false);
            }
            None => act.remove(),
        }
        if toast.bad {
            made.class_list().add_1("bad")?;
        }
        Ok(made)
    }
}
