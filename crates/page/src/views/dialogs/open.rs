//! The dialog that asks for an article.

use super::answer::Answer;
use crate::dom::{Templates, fill, slot, within};
use crate::error::PageError;
use crate::flow::state::State;
use crate::words;
use web_sys::{Element, HtmlInputElement, HtmlTextAreaElement};

/// Puts the focus where an article is pasted.
pub(super) fn fill_in(dialog: &Element) -> Result<(), PageError> {
    Ok(within::<HtmlTextAreaElement>(dialog, "textarea")?.focus()?)
}

/// What its fields say.
pub(super) fn answer(dialog: &Element) -> Result<Answer, PageError> {
    let files = within::<HtmlInputElement>(dialog, "#open-file")?.files();
    Ok(Answer::Article {
        files: files.map(|files| (0..files.length()).filter_map(|i| files.item(i)).collect()).unwrap_or_default(),
        address: within::<HtmlInputElement>(dialog, "#open-url")?.value().trim().to_owned(),
        text: within::<HtmlTextAreaElement>(dialog, "#open-text")?.value(),
    })
}

/// Draws the articles opened before, and what is known of what was pasted.
pub(super) fn draw_known(templates: &Templates, dialog: &Element, state: &State) -> Result<(), PageError> {
    if state.pasted.is_some() {
        fill(dialog, "pasted", words::PASTED)?;
    }
    slot(dialog, "pasted")?.set_hidden(state.pasted.is_none());
    let list = slot(dialog, "list")?;
    list.set_text_content(None);
    for article in &state.recent {
        let row = templates.copy("recent")?;
        let title = slot(&row, "title")?;
        title.set_text_content(Some(&article.title));
        title.set_attribute("data-id", &article.source)?;
        title.set_dir("auto");
        fill(&row, "when", article.opened.get(..10).unwrap_or_default())?;
        let forget = slot(&row, "forget")?;
        forget.set_attribute("data-id", &article.source)?;
        forget.set_attribute("aria-label", &words::forget(&article.title))?;
        list.append_child(&row)?;
    }
    slot(dialog, "recent")?.set_hidden(state.recent.is_empty());
    Ok(())
}
