//! Notes out to files and back in; quotes to the clipboard.

use super::effect::{Effect, Effects};
use super::messages::{offer, toast, trouble};
use super::state::State;
use super::steps::changed;
use super::tagging::learn_used;
use crate::words;
use postil::format::{Library, NOTES_FORMATS, NotesView, citation};
use postil::{Annotation, Change, Span, passage_link, take_in};

/// Saves this article's passages in the form at a place of [`NOTES_FORMATS`].
pub(super) fn export(state: &State, format: usize, fx: &mut Effects) {
    let (Some(reading), Some(format)) = (&state.reading, NOTES_FORMATS.get(format)) else { return };
    let (annotations, places): (Vec<_>, Vec<_>) = in_order(state).unzip();
    let found = reading.analysis.view();
    let metadata = &found.article.metadata;
    let notes = NotesView { annotations: &annotations, metadata, found: Some(found), places: &places };
    let text = (format.write)(&notes);
    fx.push(Effect::Download { name: file_name(state, format.extension), kind: format.media_type, text });
}

/// All annotations with their places in the article's order, those without a place last.
fn in_order(state: &State) -> impl Iterator<Item = (Annotation, Option<Span>)> {
    let placed = &state.places.placed;
    let found = placed.found.iter().map(|&(span, index)| (index, Some(span)));
    let order = found.chain(placed.orphans.iter().map(|&index| (index, None)));
    order.filter_map(|(index, span)| Some((state.notebook.annotations().get(index)?.clone(), span)))
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

/// Takes in a file of annotations, beside all that is `kept` of any article.
pub(super) fn import(state: &mut State, file: &str, text: &str, mut kept: Vec<Annotation>, fx: &mut Effects) {
    let (library, left_out) = match Library::from_file(text) {
        Ok(read) => read,
        Err(why) => return trouble(state, words::file_problem(file, &why.to_string()), fx),
    };
    let here = |source: &str| state.reading.as_ref().is_some_and(|reading| reading.is_of(source));
    // of this article the page knows better: the store may be behind
    kept.retain(|annotation| !here(&annotation.source));
    kept.extend(state.notebook.annotations().iter().cloned());
    let intake = take_in(library.annotations, &kept, &(state.world.now)());
    let (here, elsewhere): (Vec<_>, Vec<_>) = intake.put.into_iter().partition(|a| here(&a.source));
    let told = words::imported(&words::Imported {
        added: intake.added,
        completed: intake.completed,
        beside: intake.beside,
        same: intake.same,
        elsewhere: elsewhere.len(),
        left_out: left_out.len(),
    });
    if !elsewhere.is_empty() {
        fx.push(Effect::StoreElsewhere(elsewhere));
    }
    let merged = state.notebook.merge(here);
    let put = merged.added.into_iter().chain(merged.updated).collect();
    changed(state, Change { put, deleted: Vec::new() }, &[], String::new(), fx);
    learn_used(state, fx);
    fx.push(Effect::AddToLibrary { articles: library.articles, pages: library.pages, known: library.known });
    state.left_out = left_out;
    if state.left_out.is_empty() {
        toast(state, told, fx);
    } else {
        offer(state, told, words::SHOW_LEFT_OUT, "left-out", fx);
    }
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
