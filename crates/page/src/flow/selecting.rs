//! The selection, and the bar that it brings up.

use super::card::hide_card;
use super::effect::{Effect, Effects, Focus, View};
use super::placing::headline;
use super::state::State;
use crate::page::reading::Reading;
use crate::words;
use postil::Span;
use postil::order::sort_by_key;

/// The selection changed.
pub(super) fn select(state: &mut State, span: Option<Span>, fx: &mut Effects) {
    // while the reader types a new tag, the field has the browser's selection
    if state.typing_tag || state.selected == span {
        return;
    }
    state.selected = span;
    state.whole = false;
    state.caret = None;
    if span.is_some() {
        hide_card(state, fx);
        fx.draw(View::TagBar);
        fx.say(words::SELECTED);
    } else {
        fx.draw(View::TagBar);
    }
}

/// Turns the bar into a field for a new tag.
pub(super) fn start_tag(state: &mut State, fx: &mut Effects) {
    if state.selected.is_some() && !state.typing_tag {
        state.typing_tag = true;
        fx.draw(View::TagBar);
    }
}

/// Clears the selection and the bar; the focus goes back to the article.
pub(super) fn let_selection_go(state: &mut State, fx: &mut Effects) {
    // from here the next sentence is looked for
    state.left = state.selected.take().or(state.left);
    state.whole = false;
    state.caret = None;
    state.typing_tag = false;
    fx.draw(View::TagBar);
    fx.push(Effect::ClearSelection);
    fx.focus(Focus::Article);
}

/// Selects a passage as if the reader had.
pub(super) fn select_span(state: &mut State, span: Span, fx: &mut Effects) {
    fx.focus(Focus::Article);
    fx.push(Effect::SelectText(span));
    fx.push(Effect::ScrollTo(span));
    select(state, Some(span), fx);
}

/// Selects the article as a whole: its headline stands for it.
pub(super) fn select_article(state: &mut State, fx: &mut Effects) {
    let Some(span) = state.reading.as_ref().and_then(headline) else { return };
    select_span(state, span, fx);
    state.whole = true;
    fx.draw(View::TagBar);
}

/// Selects the next sentence (or the one before): from what is selected or chosen, else from `in_view`.
pub(super) fn select_sentence(state: &mut State, forward: bool, in_view: usize, fx: &mut Effects) {
    let Some(reading) = &state.reading else { return };
    let chosen = || state.chosen.as_ref().and_then(|chosen| state.span_of(chosen));
    let here = state.selected.or_else(chosen).or(state.left);
    let from = here.map_or(in_view, |span| if forward { span.end } else { span.start });
    let next = if forward { sentence_after(reading, from) } else { sentence_before(reading, from) };
    if let Some(span) = next {
        select_span(state, span, fx);
    }
}

fn sentence_after(reading: &Reading, from: usize) -> Option<Span> {
    let blocks = blocks_and_comments(reading);
    let first = blocks.partition_point(|block| block.end <= from);
    blocks.iter().skip(first).find_map(|block| sentences_of(reading, *block).into_iter().find(|s| s.start >= from))
}

fn sentence_before(reading: &Reading, from: usize) -> Option<Span> {
    let blocks = blocks_and_comments(reading);
    let last = blocks.partition_point(|block| block.start < from);
    let mut before = blocks.iter().take(last).rev();
    before.find_map(|block| sentences_of(reading, *block).into_iter().rfind(|s| s.end <= from))
}

/// What sentences stand in, in order.
pub(super) fn blocks_and_comments(reading: &Reading) -> Vec<Span> {
    let mut spans: Vec<Span> = reading.analysis.article.blocks.iter().map(|block| block.span).collect();
    spans.extend(reading.analysis.comments.iter().map(|comment| comment.span));
    sort_by_key(&mut spans, |span| (span.start, span.end));
    spans
}

pub(super) fn sentences_of(reading: &Reading, block: Span) -> Vec<Span> {
    let text = reading.text();
    reading
        .analysis
        .article
        .sentences(block)
        .into_iter()
        .map(|sentence| sentence.span.trim(text))
        .filter(|span| !span.is_empty())
        .collect()
}
