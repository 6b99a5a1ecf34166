//! Notes out to files and back in; quotes to the clipboard.

use super::effect::{Effect, Effects};
use super::messages::{toast, trouble};
use super::state::State;
use super::steps::changed;
use super::tagging::learn_used;
use crate::words;
use postil::format::{NOTES_FORMATS, citation, w3c};
use postil::{Annotation, Change, passage_link};

/// Saves this article's passages in the form at a place of [`NOTES_FORMATS`].
pub(super) fn export(state: &State, format: usize, fx: &mut Effects) {
    let (Some(reading), Some(format)) = (&state.reading, NOTES_FORMATS.get(format)) else { return };
    let text = (format.write)(&in_order(state), &reading.analysis.article.metadata);
    fx.push(Effect::Download { name: file_name(state, format.extension), kind: format.media_type, text });
}

/// All annotations in the article's order, those without a place last.
fn in_order(state: &State) -> Vec<Annotation> {
    let placed = &state.places.placed;
    let order = placed.found.iter().map(|&(_, index)| index).chain(placed.orphans.iter().copied());
    order.filter_map(|index| state.notebook.annotations().get(index).cloned()).collect()
}

/// A file's name, from the article's title; from the day when there is no title.
fn file_name(state: &State, ending: &str) -> String {
    let title = state.reading.as_ref().map(|reading| reading.title()).unwrap_or_default();
    let parts = title.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty());
    let mut name = parts.take(8).map(str::to_lowercase).collect::<Vec<_>>().join("-");
    if name.is_empty() {
        (state.world.now)().get(..10).unwrap_or(words::NOTES_FILE).clone_into(&mut name);
    }
    ["postil-", &name, ".", ending].concat()
}

/// Takes in a file of annotations.
pub(super) fn import(state: &mut State, file: &str, text: &str, fx: &mut Effects) {
    let imported = match w3c::import(text) {
        Ok(imported) => imported,
        Err(why) => return trouble(state, words::file_problem(file, &why.to_string()), fx),
    };
    let here = state.reading.as_ref().map(|reading| reading.source.as_str()).unwrap_or_default();
    let (here, elsewhere): (Vec<_>, Vec<_>) = imported.annotations.into_iter().partition(|a| a.source == here);
    let merged = state.notebook.merge(here);
    let told = words::imported(&words::Imported {
        added: merged.added.len(),
        updated: merged.updated.len(),
        same: merged.same.len(),
        elsewhere: elsewhere.len(),
        unreadable: imported.rejected.len(),
        first_unreadable: imported.rejected.into_iter().next().map(|first| (first.index + 1, first.reason)),
    });
    if !elsewhere.is_empty() {
        fx.push(Effect::StoreElsewhere(elsewhere));
    }
    let put = merged.added.into_iter().chain(merged.updated).collect();
    changed(state, Change { put, deleted: Vec::new() }, &[], String::new(), fx);
    learn_used(state, fx);
    toast(state, told, fx);
}

/// Copies a quote with its speaker and where it was read.
pub(super) fn copy_quote(state: &State, index: usize, fx: &mut Effects) {
    let Some(reading) = &state.reading else { return };
    if let Some(quote) = reading.analysis.quotes.get(index) {
        let words = citation(&reading.analysis.view(), quote);
        fx.push(Effect::Copy { words, done: words::CITATION_COPIED });
    }
}

/// Copies an address that leads to the very words of a quote.
pub(super) fn copy_link(state: &State, index: usize, fx: &mut Effects) {
    let link = || {
        let reading = state.reading.as_ref()?;
        let url = reading.analysis.article.metadata.url.as_deref()?;
        passage_link(url, reading.text(), reading.analysis.quotes.get(index)?.span)
    };
    if let Some(words) = link() {
        fx.push(Effect::Copy { words, done: words::LINK_COPIED });
    }
}
