//! A rendered article comes onto the page.

use super::action::Opened;
use super::attaching::stop as stop_attaching;
use super::awaited::show_awaited;
use super::card::hide_card;
use super::effect::{Effect, Effects, Paint, View};
use super::incoming::Source;
use super::keeping::tell_unreadable;
use super::messages::{close_dialog, toast, trouble};
use super::opening::done;
use super::placing::place_notes;
use super::said::{kept_article, remember_said};
use super::state::{Dialog, Facets, ROWS, State};
use super::tagging::learn_used;
use super::thread_order::ThreadOrder;
use super::unkept::Kept;
use crate::page::reading::{PARAGRAPHS, Reading};
use crate::words;
use postil::Notebook;
use std::rc::Rc;

/// An article was read and rendered: it takes the place of the last one, unless another overtook it.
pub(super) fn opened(state: &mut State, opened: Opened, fx: &mut Effects) {
    let Opened { number, reading, notes, from, rest } = opened;
    if state.opening != number {
        return;
    }
    let title = reading.title();
    remember_said(state, fx);
    let (notes, unread) = match notes {
        Some(Ok(notes)) => (notes, None),
        Some(Err(why)) => (Kept::default(), Some(why)),
        None => {
            fx.push(Effect::ReadNotes(reading.keys()));
            (Kept::default(), None)
        }
    };
    install(state, reading, notes, fx);
    tell_unreadable(state, fx);
    fx.say(words::opened(&title));
    match (unread, from) {
        // what could not be read is not written over
        (Some(why), _) => trouble(state, why, fx),
        (None, Some((from, identity))) => {
            if let Some(mut article) = kept_article(state) {
                article.url = article.url.or_else(|| from.url.clone());
                fx.push(Effect::Remember { article, identity, from });
            }
        }
        (None, None) => fx.push(Effect::ShowAddress(None)),
    }
    if !rest.is_empty() {
        fx.push(Effect::Open { number, source: Source::Articles(rest) });
        return;
    }
    done(state, fx);
    show_awaited(state, fx);
    if state.dialog == Dialog::Open {
        close_dialog(state, fx);
    }
    if state.bringing > 1 {
        toast(state, words::all_opened(state.bringing), fx);
    }
}

fn install(state: &mut State, reading: Reading, kept: Kept, fx: &mut Effects) {
    fx.push(Effect::Title(words::document_title(&reading.title())));
    hide_card(state, fx);
    let mut notebook = Notebook::new(kept.notes);
    state.unkept.bring_into(|source| reading.is_of(source), &mut notebook);
    let reading_source = reading.source.clone();
    state.reading = Some(reading);
    state.shown = state.opening;
    state.notebook = notebook;
    state.unreadable = kept.unreadable;
    state.deleted_elsewhere = None;
    state.drafts.clear();
    fx.push(Effect::ReadDrafts(reading_source));
    state.pictures = false;
    state.filter.clear();
    state.facets = Facets::default();
    state.order = ThreadOrder::default();
    state.rows = ROWS;
    state.chosen = None;
    state.selected = None;
    state.whole = false;
    state.left = None;
    state.caret = None;
    state.typing_tag = false;
    stop_attaching(state, fx);
    learn_used(state, fx);
    let anew = place_notes(state);
    fx.push(Effect::ShowText);
    for view in [View::Filter, View::TagBar, View::Layers, View::Facets] {
        fx.draw(view);
    }
    if anew {
        fx.draw(View::Voices);
    }
    show_marks(fx);
    fx.draw(View::List);
    fx.push(Effect::ScrollToTop);
}

/// All that stands on or beside the text.
fn show_marks(fx: &mut Effects) {
    for marks in [Paint::Analysis, Paint::Notes, Paint::Hovered, Paint::Chosen] {
        fx.paint(marks);
    }
    fx.draw(View::MarginNotes);
    fx.draw(View::Map);
}

/// Shows more of a text that is too long to show at once.
pub(super) fn more_text(state: &State, fx: &mut Effects) {
    if let Some(reading) = &state.reading {
        let (rows, analysis) = (reading.rows + PARAGRAPHS, Rc::clone(&reading.analysis));
        fx.push(Effect::Render { of: state.shown, rows, analysis });
    }
}

/// More of the text is rendered: it is shown, unless another article stands there by now.
pub(super) fn text_rendered(state: &mut State, of: u32, rows: usize, fx: &mut Effects) {
    let Some(reading) = state.reading.as_mut().filter(|reading| state.shown == of && reading.rows < rows) else {
        return;
    };
    reading.rows = rows;
    fx.push(Effect::ShowText);
    fx.draw(View::Voices); // a speaker may have been set right meanwhile
    if state.pictures {
        fx.draw(View::Pictures);
    }
    show_marks(fx);
}

/// Loads the article's pictures, now that the reader asked for them.
pub(super) fn load_pictures(state: &mut State, fx: &mut Effects) {
    if !state.pictures {
        state.pictures = true;
        fx.draw(View::Pictures);
    }
}
