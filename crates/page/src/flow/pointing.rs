//! Pointing at marks: hovering, tapping, stepping by key, choosing a row.

use super::attaching::stop as stop_attaching;
use super::card::hide_card;
use super::effect::{Effect, Effects, Focus, Paint, View};
use super::layer::Layer;
use super::lists::{show_comment, show_drawer, toggle_layer};
use super::selecting::{let_selection_go, select_span};
use super::state::State;
use super::target::Target;
use crate::words;
use postil::{ClusterId, MentionId};

/// Parts that one card shows at most; what lies deeper is in the lists.
const PARTS: usize = 3;

/// The pointer rests over a byte of the text, or on none.
pub(super) fn hover(state: &mut State, at: Option<usize>, near_card: bool, fx: &mut Effects) {
    if state.selected.is_some() {
        return;
    }
    let targets = at.map(|at| state.targets_at(at)).unwrap_or_default();
    let is_asked_for = state.hovered.is_empty() && !targets.is_empty() && state.card.first() == targets.first();
    if state.hovered == targets || is_asked_for {
        return;
    }
    if targets.is_empty() {
        // on the way to its buttons the card stays; a card that was asked for by a click or a key stays anyway
        if !near_card {
            hide_card(state, fx);
        }
        return;
    }
    state.hovered.clone_from(&targets);
    fx.paint(Paint::Hovered);
    show_card(state, targets, fx);
}

/// A click or a tap on the article, or beside it.
pub(super) fn tap(state: &mut State, at: Option<usize>, fx: &mut Effects) {
    let mut targets = at.map(|at| state.targets_at(at)).unwrap_or_default();
    // again on the same place: what lies under what came first
    let now = state.card.first().and_then(|shown| targets.iter().position(|target| target == shown));
    if let (Some(now), true) = (now, state.tapped == targets && targets.len() > 1) {
        let next = (now + 1) % targets.len();
        state.tapped.clone_from(&targets);
        targets.rotate_left(next);
    } else {
        state.tapped.clone_from(&targets);
    }
    state.left = None;
    match targets.first().cloned() {
        Some(first) => {
            choose(state, first, fx);
            show_card(state, targets, fx);
        }
        None => {
            hide_card(state, fx);
            show_drawer(state, false, fx);
        }
    }
}

/// A row was chosen: in a drawer, the drawer makes way for what it leads to.
pub(super) fn choose_row(state: &mut State, target: Target, fx: &mut Effects) {
    show_drawer(state, false, fx);
    choose(state, target, fx);
}

/// A row, a margin label, a key or a tap chose `target`: it comes into view and is marked.
pub(super) fn choose(state: &mut State, target: Target, fx: &mut Effects) {
    let comment = matches!(target, Target::Comment(_));
    if comment && !state.is_on(Layer::Comments) {
        toggle_layer(state, Layer::Comments, fx);
    }
    state.chosen = Some(target.clone());
    state.hovered.clear();
    fx.paint(Paint::Chosen);
    fx.draw(View::ChosenRow);
    if let Some(span) = state.answered(&target).first().copied().or_else(|| state.span_of(&target)) {
        fx.push(Effect::ScrollTo(span));
    }
    if comment {
        hide_card(state, fx);
    } else {
        show_card(state, vec![target], fx);
    }
}

/// The count beside a passage: the next of the comments that answer it after what was chosen last, in their list.
pub(super) fn step_answers(state: &mut State, passage: usize, fx: &mut Effects) {
    let next = || {
        let comments = &state.reading.as_ref()?.thread.answered.get(passage)?.comments;
        let now = match state.chosen {
            Some(Target::Comment(now)) => comments.iter().position(|&c| c == now),
            _ => None,
        };
        comments.get(now.map_or(0, |at| (at + 1) % comments.len())).copied()
    };
    if let Some(comment) = next() {
        show_comment(state, comment, fx);
        choose(state, Target::Comment(comment), fx);
        fx.push(Effect::ScrollToChosenRow);
    }
}

/// A row of the list of names: the next mention of that name after what was chosen last.
pub(super) fn choose_cluster(state: &mut State, cluster: ClusterId, fx: &mut Effects) {
    let next = || {
        let mentions = &cluster.of(&state.reading.as_ref()?.analysis.clusters)?.mentions;
        let now = match state.chosen {
            Some(Target::Mention(now)) => mentions.iter().position(|&m| m == now),
            _ => None,
        };
        mentions.get(now.map_or(0, |at| (at + 1) % mentions.len())).copied()
    };
    if let Some(mention) = next() {
        choose_row(state, Target::Mention(mention), fx);
    }
}

/// Chooses the next mark in reading order, or the one before.
pub(super) fn step_mark(state: &mut State, forward: bool, fx: &mut Effects) {
    let Some(reading) = &state.reading else { return };
    let shown = |target: &Target| state.is_on(target.layer());
    let now = state.chosen.as_ref().and_then(|chosen| reading.marks.iter().position(|(_, t)| t == chosen));
    let next = match (now, forward) {
        (Some(at), true) => reading.marks.iter().skip(at + 1).find(|(_, t)| shown(t)),
        (Some(at), false) => reading.marks.iter().take(at).rfind(|(_, t)| shown(t)),
        (None, true) => reading.marks.iter().find(|(_, t)| shown(t)),
        (None, false) => reading.marks.iter().rfind(|(_, t)| shown(t)),
    };
    match next.map(|(_, target)| target.clone()) {
        Some(target) => {
            choose(state, target, fx);
            fx.push(Effect::SayCard);
        }
        None => fx.say(if forward { words::NO_FURTHER_MARK } else { words::NO_MARK_BEFORE }),
    }
}

/// Steps through the mentions of a name, from one of them and round.
pub(super) fn step_mention(state: &mut State, from: MentionId, forward: bool, fx: &mut Effects) {
    let next = || {
        let analysis = &state.reading.as_ref()?.analysis;
        let mentions = &from.of(&analysis.mentions)?.cluster.of(&analysis.clusters)?.mentions;
        let at = mentions.iter().position(|&m| m == from)?;
        mentions.get((at + if forward { 1 } else { mentions.len() - 1 }) % mentions.len()).copied()
    };
    if let Some(mention) = next() {
        choose(state, Target::Mention(mention), fx);
    }
}

/// The same for the name that the card is about.
pub(super) fn step_card(state: &mut State, forward: bool, fx: &mut Effects) {
    let shown = state.card.iter().find_map(|target| match target {
        Target::Mention(index) => Some(*index),
        _ => None,
    });
    if let Some(index) = shown {
        step_mention(state, index, forward, fx);
        fx.push(Effect::SayCard);
    }
}

/// Selects what the card is about, which brings the bar.
pub(super) fn select_card(state: &mut State, fx: &mut Effects) {
    if let Some(span) = state.card.first().and_then(|target| state.span_of(target)) {
        select_span(state, span, fx);
    }
}

/// Escape: everything that stands over the article goes away.
pub(super) fn escape(state: &mut State, in_card: bool, fx: &mut Effects) {
    if in_card {
        fx.focus(Focus::Article); // what has the focus goes away
    }
    hide_card(state, fx);
    show_drawer(state, false, fx);
    if state.chosen.take().is_some() {
        fx.paint(Paint::Chosen);
        fx.draw(View::ChosenRow);
    }
    if state.selected.is_some() {
        let_selection_go(state, fx);
    } else {
        stop_attaching(state, fx);
    }
}

/// Shows the card for `targets`, beside the first of them.
pub(super) fn show_card(state: &mut State, mut targets: Vec<Target>, fx: &mut Effects) {
    targets.truncate(PARTS);
    state.card = targets;
    fx.draw(View::Card);
}
