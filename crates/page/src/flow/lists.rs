//! Layers, and the lists beside the article: which is on show, and what narrows it.

use super::card::hide_card;
use super::effect::{Effect, Effects, Focus, Paint, View};
use super::layer::{Layer, Tab};
use super::state::{Facets, ROWS, State};
use super::thread_order::ThreadOrder;
use crate::page::reading::voice_name;
use postil::format::{quote_name, type_of};
use postil::{ClusterId, QuoteKind};

/// Kinds of quotes that the list of voices can be narrowed to.
pub(crate) const QUOTE_KINDS: [QuoteKind; 3] = [QuoteKind::Direct, QuoteKind::Mixed, QuoteKind::Indirect];

/// Switches a layer.
pub(super) fn toggle_layer(state: &mut State, layer: Layer, fx: &mut Effects) {
    match state.off.iter().position(|&off| off == layer) {
        Some(at) => drop(state.off.remove(at)),
        None => state.off.push(layer),
    }
    hide_card(state, fx);
    fx.draw(View::Layers);
    match layer {
        Layer::Comments => {
            fx.draw(View::Comments);
            fx.draw(View::MarginNotes);
        }
        Layer::Notes => {
            fx.paint(Paint::Notes);
            fx.draw(View::MarginNotes);
        }
        Layer::Quotes | Layer::Names => fx.paint(Paint::Analysis),
    }
    fx.draw(View::Map);
}

/// The tab of a list was chosen.
pub(super) fn choose_tab(state: &mut State, id: &str, fx: &mut Effects) {
    let tab = state.world.tabs.iter().copied().find(|tab| tab.0 == id);
    if let Some(tab) = tab.filter(|&tab| (state.tab, state.rows) != (tab, ROWS)) {
        show_tab(state, tab, fx);
    }
}

fn show_tab(state: &mut State, tab: Tab, fx: &mut Effects) {
    state.tab = tab;
    state.rows = ROWS;
    hide_card(state, fx); // it would stand over the list
    fx.draw(View::Tabs);
    fx.draw(View::Facets);
    fx.draw(View::List);
}

/// Shows the tab beside the present one, round about, and moves the focus to it, as tab lists do.
pub(super) fn step_tab(state: &mut State, forward: bool, fx: &mut Effects) {
    let tabs = state.world.tabs;
    let now = tabs.iter().position(|&tab| tab == state.tab).unwrap_or(0);
    let places = if forward { 1 } else { tabs.len().saturating_sub(1) };
    if let Some(&next) = tabs.iter().cycle().nth(now + places) {
        show_tab(state, next, fx);
        fx.focus(Focus::Tab);
    }
}

/// Opens or closes the lists where they are a drawer.
pub(super) fn show_drawer(state: &mut State, open: bool, fx: &mut Effects) {
    if state.drawer != open {
        state.drawer = open;
        fx.draw(View::Drawer);
    }
}

/// Goes to the field that filters the list on show.
pub(super) fn find(state: &mut State, fx: &mut Effects) {
    if state.library.is_some() {
        return fx.focus(Focus::Library);
    }
    show_drawer(state, true, fx);
    fx.focus(Focus::Filter);
}

/// Filters the list by what the reader typed.
pub(super) fn filter(state: &mut State, words: &str, fx: &mut Effects) {
    let filter = words.trim().to_lowercase();
    if state.filter != filter {
        state.filter = filter;
        fx.draw(View::List);
    }
}

/// Shows more rows.
pub(super) fn more_rows(state: &mut State, fx: &mut Effects) {
    state.rows += ROWS;
    fx.draw(View::List);
}

/// A kind's button: narrows to it, or takes that back.
pub(super) fn pick_facet(state: &mut State, id: &str, fx: &mut Effects) {
    let facets = &mut state.facets;
    if state.tab == Tab::COMMENTS {
        let Some(order) = ThreadOrder::ALL.into_iter().find(|order| order.id() == id) else { return };
        if std::mem::replace(&mut state.order, order) == order {
            return;
        }
    } else if state.tab == Tab::NAMES {
        facets.kind = type_of(id).filter(|kind| facets.kind != Some(*kind));
    } else {
        let kind = QUOTE_KINDS.into_iter().find(|&kind| quote_name(kind) == id);
        facets.quote_kind = kind.filter(|kind| facets.quote_kind != Some(*kind));
    }
    narrowed(state, fx);
}

/// Quotes of one voice, by its name, or of all.
pub(super) fn pick_voice(state: &mut State, name: Option<String>, fx: &mut Effects) {
    if state.facets.voice != name {
        state.facets.voice = name;
        narrowed(state, fx);
    }
}

/// Quotes about a cluster, or about anything.
pub(super) fn pick_about(state: &mut State, cluster: Option<ClusterId>, fx: &mut Effects) {
    if state.facets.about != cluster {
        state.facets.about = cluster;
        narrowed(state, fx);
    }
}

/// A speaker's name in the list: shows that voice alone, or all again.
pub(super) fn only_voice(state: &mut State, index: usize, fx: &mut Effects) {
    let voice = state.reading.as_ref().and_then(|reading| reading.voices.get(index));
    let name = voice.map(|voice| voice_name(voice).to_owned());
    let now = name.filter(|name| state.facets.voice.as_ref() != Some(name));
    pick_voice(state, now, fx);
}

/// Lists the quotes whose words mention a cluster.
pub(super) fn quotes_about(state: &mut State, cluster: ClusterId, fx: &mut Effects) {
    state.facets = Facets { about: Some(cluster), ..Facets::default() };
    hide_card(state, fx);
    show_tab(state, Tab::VOICES, fx);
    show_drawer(state, true, fx);
}

/// Shows a voice in its list.
pub(super) fn show_voice(state: &mut State, index: usize, fx: &mut Effects) {
    state.facets = Facets::default();
    show_tab(state, Tab::VOICES, fx);
    show_drawer(state, true, fx);
    fx.push(Effect::ScrollToVoice(index));
}

/// Lists the comments, this one among them.
pub(super) fn show_comment(state: &mut State, comment: usize, fx: &mut Effects) {
    filter(state, "", fx);
    fx.draw(View::Filter);
    if state.tab != Tab::COMMENTS {
        show_tab(state, Tab::COMMENTS, fx);
    }
    let thread = state.reading.as_ref().map(|reading| reading.thread.in_order(state.order));
    let at = thread.and_then(|thread| thread.iter().position(|&c| c == comment)).unwrap_or_default();
    if at >= state.rows {
        state.rows = at + ROWS;
        fx.draw(View::List);
    }
    show_drawer(state, true, fx);
}

fn narrowed(state: &mut State, fx: &mut Effects) {
    state.rows = ROWS;
    fx.draw(View::Facets);
    fx.draw(View::List);
    fx.push(Effect::SayRows);
}
