//! The dialog that edits a passage of the reader's, or makes one.

use super::answer::Answer;
use crate::dom::{create, fill, slot, within};
use crate::error::PageError;
use crate::flow::drafting::draft_of_dialog;
use crate::flow::state::{Dialog, State};
use crate::flow::subject::Subject;
use crate::page::reading::shorten;
use web_sys::{Element, HtmlElement, HtmlInputElement, HtmlTextAreaElement};

/// Fills it for the passage `id`, or for one that is not the reader's yet.
pub(super) fn fill_in(dialog: &Element, state: &State, id: Option<&str>) -> Result<(), PageError> {
    let annotation = id.and_then(|id| state.notebook.get(id));
    let new = match (&state.dialog, &state.reading) {
        (Dialog::Note(Subject::Passage(span)), Some(reading)) => span.str(reading.text()),
        _ => "",
    };
    fill(dialog, "words", &shorten(annotation.map_or(new, |annotation| annotation.passage()), 600))?;
    let known = slot(dialog, "known")?;
    for tag in state.tags.tags() {
        let option = create("option")?;
        option.set_attribute("value", &tag.name)?;
        known.append_child(&option)?;
    }
    let note: HtmlTextAreaElement = within(dialog, "#edit-note")?;
    let delete: HtmlElement = within(dialog, "[data-act=delete]")?;
    match annotation {
        Some(annotation) => {
            within::<HtmlInputElement>(dialog, "#edit-tags")?.set_value(&annotation.tags.join(", "));
            note.set_value(&annotation.note);
            delete.set_attribute("data-id", &annotation.id)?;
        }
        None => delete.remove(),
    }
    let draft = draft_of_dialog(state);
    if let Some(draft) = draft {
        within::<HtmlInputElement>(dialog, "#edit-tags")?.set_value(&draft.tags);
        note.set_value(&draft.note);
    }
    slot(dialog, "draft")?.set_hidden(draft.is_none());
    Ok(note.focus()?)
}

/// What its fields say.
pub(super) fn answer(dialog: &Element) -> Result<Answer, PageError> {
    Ok(Answer::Note {
        tags: within::<HtmlInputElement>(dialog, "#edit-tags")?.value(),
        note: within::<HtmlTextAreaElement>(dialog, "#edit-note")?.value(),
    })
}
