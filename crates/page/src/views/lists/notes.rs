//! The list of the reader's own passages, and of what the reader set right.

use super::drawing::{Drawing, Rows, fill_text};
use super::panel::Panel;
use crate::dom::{create, fill, slot, within};
use crate::error::PageError;
use crate::flow::layer::Tab;
use crate::page::reading::{shorten, strip_marks};
use crate::views::fate::draw_fate;
use crate::views::note_text::draw_note;
use crate::views::print::draw_tags;
use crate::words;
use postil::Annotation;
use postil::format::NOTES_FORMATS;
use web_sys::HtmlElement;

pub(super) static NOTES: Panel = Panel { tab: Tab::NOTES, name: words::MINE, draw, empty: |_| words::NO_NOTES };

/// Draws it.
fn draw(list: &Drawing) -> Result<Rows, PageError> {
    list.list.append_child(&*note_tools(list)?)?;
    let keeping = list.state.world.keeping.or(list.state.may_be_cleared.then_some(words::MAY_BE_CLEARED));
    if let Some(keeping) = keeping {
        let says = create("p")?;
        says.set_class_name("empty");
        says.set_text_content(Some(keeping));
        list.list.append_child(&says)?;
    }
    let placed = &list.state.places.placed;
    let annotations = list.state.notebook.annotations();
    let all = placed.found.iter().map(|&(_, index)| (index, false)).chain(placed.orphans.iter().map(|&i| (i, true)));
    let wanted: Vec<_> = all
        .filter_map(|(index, orphan)| Some((annotations.get(index)?, orphan)))
        .filter(|(a, _)| {
            a.correction.is_none()
                && (list.matches(a.passage()) || list.matches(&a.note) || a.tags.iter().any(|t| list.matches(t)))
        })
        .collect();
    let mut headed = false;
    let into = create("ul")?;
    for (annotation, orphan) in wanted.iter().take(list.state.rows) {
        if *orphan && !std::mem::replace(&mut headed, true) {
            let head = create("li")?;
            head.set_class_name("empty");
            head.set_text_content(Some(words::ORPHANS));
            into.append_child(&head)?;
        }
        into.append_child(&*note_row(list, annotation, *orphan)?)?;
    }
    list.list.append_child(&into)?;
    let passages = Rows { shown: wanted.len().min(list.state.rows), all: wanted.len() };
    let corrections = draw_corrections(list, passages.shown)?;
    draw_unreadable(list)?;
    Ok(passages + corrections)
}

/// What can be done with all of them.
fn note_tools(list: &Drawing) -> Result<HtmlElement, PageError> {
    let tools = list.templates.copy("note-tools")?;
    let forms = slot(&tools, "forms")?;
    for (index, format) in NOTES_FORMATS.iter().enumerate() {
        let button = list.templates.copy("export")?;
        button.set_attribute("data-id", &index.to_string())?;
        button.set_text_content(Some(&words::export(format.name)));
        // the two that most ask for stand open, the others behind “More forms”
        if index < 2 {
            tools.insert_before(&button, forms.parent_node().as_ref())
        } else {
            forms.append_child(&button)
        }?;
    }
    if let Some(step) = list.state.history.next(None, false) {
        within::<HtmlElement>(&tools, "[data-act=undo]")?.set_title(&words::undo_step(&step.what));
    }
    Ok(tools)
}

fn note_row(list: &Drawing, annotation: &Annotation, orphan: bool) -> Result<HtmlElement, PageError> {
    let row = list.row("note-row", &annotation.id)?;
    row.class_list().toggle_with_force("orphan", orphan)?;
    row.set_attribute("data-id", &annotation.id)?;
    draw_tags(&slot(&row, "tags")?, list.state, &annotation.tags)?;
    let passage = annotation.passage();
    fill_text(&row, "words", &shorten(if passage.is_empty() { words::WHOLE_ARTICLE } else { passage }, 220))?;
    draw_note(&slot(&row, "note")?, &annotation.note, false)?;
    draw_fate(&row, list.state, &annotation.id)?;
    if !orphan && slot(&row, "fate")?.child_nodes().length() == 0 {
        within::<HtmlElement>(&row, "[data-act=start-attaching]")?.remove(); // it stands where it stood
    }
    Ok(row)
}

/// What stands in rows that cannot be read, as it stands there: somebody wrote it.
fn draw_unreadable(list: &Drawing) -> Result<(), PageError> {
    let rows = &list.state.unreadable;
    if rows.is_empty() {
        return Ok(());
    }
    let into = list.group(words::UNREADABLE, rows.len())?;
    for row in rows {
        let item = create("li")?;
        item.set_class_name("empty");
        item.set_text_content(Some(row));
        into.append_child(&item)?;
    }
    Ok(())
}

/// What the reader set right, the latest last.
fn draw_corrections(list: &Drawing, before: usize) -> Result<Rows, PageError> {
    let annotations = list.state.notebook.annotations().iter();
    let wanted: Vec<_> = annotations
        .filter_map(|a| Some((a, words::correction(a.correction.as_ref()?))))
        .filter(|(a, says)| list.matches(a.passage()) || list.matches(says))
        .collect();
    if wanted.is_empty() {
        return Ok(Rows::default());
    }
    let into = list.group(words::CORRECTIONS, wanted.len())?;
    let room = list.room(before);
    for (annotation, says) in wanted.iter().take(room) {
        let row = list.templates.copy("correction-row")?;
        row.set_attribute("data-id", &annotation.id)?;
        fill_text(&row, "words", &shorten(strip_marks(annotation.passage()), 140))?;
        fill(&row, "how", says)?;
        into.append_child(&row)?;
    }
    Ok(Rows { shown: wanted.len().min(room), all: wanted.len() })
}
