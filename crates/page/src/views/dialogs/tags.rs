//! The dialog that shows the tags: their keys, names and colours, each changed everywhere at once.

use crate::dom::{Templates, create, elements, fill, slot, within};
use crate::error::PageError;
use crate::flow::state::State;
use crate::words;
use postil::{TagCommand, same_tag, tag_parts};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement, HtmlSelectElement};

/// Draws the tags, and keeps the focus where it was.
pub(super) fn draw(templates: &Templates, dialog: &Element, state: &State) -> Result<(), PageError> {
    let rows = slot(dialog, "rows")?;
    let fields = || elements(&rows, "[data-tag], button");
    let active = crate::dom::document()?.active_element();
    let focused = fields()?.iter().position(|field| active.as_ref().is_some_and(|a| a.is_same_node(Some(field))));
    rows.set_text_content(None);
    for tag in state.tags.tags() {
        let row = templates.copy("tag-item")?;
        row.set_attribute("data-id", &tag.name)?;
        let depth = tag_parts(&tag.name).count().saturating_sub(1);
        row.style().set_property("--depth", &depth.to_string())?;
        slot(&row, "dot")?.class_list().add_1(&format!("t{}", tag.hue))?;
        let name: HtmlInputElement = within(&row, "input")?;
        name.set_value(&tag.name);
        let keys = [(String::new(), words::NO_KEY.to_owned())]
            .into_iter()
            .chain((1..=9).map(|key: u8| (key.to_string(), key.to_string())));
        let key = tag.key.map(|key| key.to_string()).unwrap_or_default();
        choices(&within(&row, "[data-tag=key]")?, keys, &key)?;
        let hues = words::TAG_COLOURS.iter().enumerate().map(|(hue, name)| (hue.to_string(), (*name).to_owned()));
        choices(&within(&row, "[data-tag=hue]")?, hues, &tag.hue.to_string())?;
        let count = state.tag_uses.iter().find(|used| same_tag(&used.tag, &tag.name)).map_or(0, |used| used.count);
        fill(&row, "count", &words::passages(count))?;
        rows.append_child(&row)?;
    }
    if let Some(field) = focused.and_then(|at| fields().ok()?.into_iter().nth(at)) {
        field.focus()?;
    }
    // messages stand outside the dialog, where nothing can be reached meanwhile
    let undo: HtmlElement = within(dialog, "[data-act=undo]")?;
    let last = state.history.next(None, false).filter(|step| !step.tags.is_empty());
    undo.set_hidden(last.is_none());
    undo.set_text_content(Some(&words::undo_step(last.map_or("", |step| &step.what))));
    Ok(())
}

fn choices(field: &HtmlSelectElement, all: impl Iterator<Item = (String, String)>, now: &str) -> Result<(), PageError> {
    for (value, name) in all {
        let option = create("option")?;
        option.set_attribute("value", &value)?;
        option.set_text_content(Some(&name));
        field.append_child(&option)?;
    }
    field.set_value(now);
    Ok(())
}

/// What a field of the dialog, having been changed, says about its tag.
pub(crate) fn command(field: &Element) -> Option<TagCommand> {
    let name = field.closest("[data-id]").ok()??.get_attribute("data-id")?;
    let chosen = || field.dyn_ref::<HtmlSelectElement>().map(HtmlSelectElement::value);
    Some(match field.get_attribute("data-tag")?.as_str() {
        "name" => TagCommand::Rename(name, field.dyn_ref::<HtmlInputElement>()?.value().trim().to_owned()),
        "key" => TagCommand::Rekey(name, chosen()?.parse().ok()),
        _ => TagCommand::Recolour(name, chosen()?.parse().ok()?),
    })
}
