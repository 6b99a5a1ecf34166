//! How many comments answer a passage, beside it in the margin.

use super::margin_stack::stack;
use crate::dom::Templates;
use crate::error::PageError;
use crate::flow::layer::Layer;
use crate::flow::state::State;
use crate::page::shown::Shown;
use crate::words;
use postil::Span;
use std::cell::RefCell;
use web_sys::HtmlElement;

/// The counts that stand in the margin.
pub(crate) struct AnswerCounts {
    templates: Templates,
    /// Each with its passage, in the article's order.
    counts: RefCell<Vec<(Span, HtmlElement)>>,
}

impl AnswerCounts {
    /// None yet.
    pub(crate) fn new(templates: Templates) -> Self {
        Self { templates, counts: RefCell::default() }
    }

    /// Puts a count beside each passage that comments answer.
    pub(crate) fn draw(&self, state: &State, shown: &Shown) -> Result<(), PageError> {
        for (_, count) in self.counts.take() {
            count.remove();
        }
        if let Some(reading) = state.reading.as_ref().filter(|_| state.is_on(Layer::Comments)) {
            for (index, answered) in reading.thread.answered.iter().enumerate() {
                let Some(margin) = shown.notes_margin(reading, answered.span) else { continue };
                let count = self.templates.copy("answers")?;
                count.set_attribute("data-id", &index.to_string())?;
                count.set_attribute("aria-label", &words::comments_answer(answered.comments.len()))?;
                count.set_text_content(Some(&answered.comments.len().to_string()));
                margin.append_child(&count)?;
                self.counts.borrow_mut().push((answered.span, count));
            }
        }
        self.draw_chosen(state)?;
        self.lay_out(state, shown)
    }

    /// Marks the counts that the chosen comment is among.
    pub(crate) fn draw_chosen(&self, state: &State) -> Result<(), PageError> {
        let chosen = state.chosen.as_ref().map(|target| state.answered(target)).unwrap_or_default();
        for (span, count) in &*self.counts.borrow() {
            match chosen.iter().any(|passage| passage.overlaps(*span)) {
                true => count.set_attribute("aria-current", "true")?,
                false => count.remove_attribute("aria-current")?,
            }
        }
        Ok(())
    }

    /// Moves them beside their passages; in narrow windows they stand below these and need nothing.
    pub(crate) fn lay_out(&self, state: &State, shown: &Shown) -> Result<(), PageError> {
        state.reading.as_ref().map_or(Ok(()), |reading| stack(&self.counts.borrow(), 0.0, reading, shown))
    }
}
