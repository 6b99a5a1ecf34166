//! The dialog that asks who says a quote.

use super::answer::Answer;
use crate::dom::{Templates, create, fill, slot, within};
use crate::error::PageError;
use crate::flow::state::State;
use crate::page::reading::{Reading, shorten, strip_marks};
use crate::views::print::whether;
use postil::order::sort_by_key;
use postil::{EntityKind, Span};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement};

/// Names near a quote that the dialog has a button for.
const NEAR: usize = 8;
/// Names that its field suggests.
const KNOWN: usize = 200;

/// Fills it for a quote.
pub(super) fn fill_in(templates: &Templates, dialog: &Element, state: &State, index: usize) -> Result<(), PageError> {
    let Some(reading) = &state.reading else { return Ok(()) };
    let Some(quote) = reading.analysis.quotes.get(index) else { return Ok(()) };
    fill(dialog, "words", &shorten(quote.span.str(reading.text()), 400))?;
    let now = reading.speaker(index);
    let (choices, known) = (slot(dialog, "choices")?, slot(dialog, "known")?);
    for (number, name) in speakers_near(reading, quote.span).into_iter().take(KNOWN).enumerate() {
        if number < NEAR {
            let button = templates.copy("choice")?;
            button.set_text_content(Some(name));
            button.set_attribute("data-id", name)?;
            button.set_attribute("aria-pressed", whether(now.as_deref() == Some(name)))?;
            choices.append_child(&button)?;
        }
        let option = create("option")?;
        option.set_attribute("value", name)?;
        known.append_child(&option)?;
    }
    let first = choices.query_selector("button")?.and_then(|button| button.dyn_into::<HtmlElement>().ok());
    match first {
        Some(button) => Ok(button.focus()?),
        None => Ok(within::<HtmlInputElement>(dialog, "#speaker-name")?.focus()?),
    }
}

/// The name that was typed.
pub(super) fn answer(dialog: &Element) -> Result<Answer, PageError> {
    Ok(Answer::Speaker(within::<HtmlInputElement>(dialog, "#speaker-name")?.value()))
}

/// Who may say something: persons, organisations and groups of the article by name, the nearest to `span` first.
fn speakers_near(reading: &Reading, span: Span) -> Vec<&str> {
    let clusters = reading.analysis.clusters.iter();
    let speaks = |kind| matches!(kind, EntityKind::Person | EntityKind::Organization | EntityKind::Group);
    let mut near: Vec<(usize, &str)> = clusters
        .filter(|cluster| speaks(cluster.kind))
        .filter_map(|cluster| {
            let spans = cluster.mentions.iter().filter_map(|&m| m.of(&reading.analysis.mentions)).map(|m| m.span);
            let away = spans.filter(|s| !span.covers(*s)).map(|s| s.start.abs_diff(span.start)).min()?;
            Some((away, strip_marks(&cluster.name)))
        })
        .collect();
    sort_by_key(&mut near, |(away, _)| (*away, 0));
    near.into_iter().map(|(_, name)| name).collect()
}
