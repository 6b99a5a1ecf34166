//! Selecting by keyboard alone: one end of the selection moves by character, word, sentence or paragraph; either end may be the one that moves.

use super::caret::{End, Unit};
use super::effect::{Effect, Effects, View};
use super::selecting::{blocks_and_comments, select_span, sentences_of};
use super::state::State;
use crate::page::reading::Reading;
use crate::words;
use postil::Span;

/// Begins to select by keyboard, with what is selected, or the first word from `in_view` on; or leaves that.
pub(super) fn toggle(state: &mut State, in_view: usize, fx: &mut Effects) {
    if state.caret.take().is_some() {
        fx.draw(View::TagBar);
        return;
    }
    let Some(reading) = &state.reading else { return };
    let chosen = || state.chosen.as_ref().and_then(|chosen| state.span_of(chosen));
    let span = state.selected.or_else(chosen).or_else(|| first_word(reading, in_view));
    if let Some(span) = span {
        select_span(state, span, fx);
        state.caret = Some(End::End);
        fx.draw(View::TagBar);
        fx.say(words::CARET);
    }
}

/// The other end moves from now on.
pub(super) fn turn(state: &mut State, fx: &mut Effects) {
    if let Some(end) = state.caret {
        let (other, says) = match end {
            End::Start => (End::End, words::END_MOVES),
            End::End => (End::Start, words::START_MOVES),
        };
        state.caret = Some(other);
        fx.draw(View::TagBar);
        fx.say(says);
    }
}

/// Moves the end that moves.
pub(super) fn step(state: &mut State, forward: bool, unit: Unit, fx: &mut Effects) {
    let (Some(end), Some(span), Some(reading)) = (state.caret, state.selected, &state.reading) else { return };
    let (fixed, moving) = match end {
        End::Start => (span.end, span.start),
        End::End => (span.start, span.end),
    };
    let Some(to) = moved(reading, moving, forward, unit).filter(|to| *to != fixed) else { return };
    // an end that passes the other becomes it
    let (now, end) = if to < fixed { (Span::new(to, fixed), End::Start) } else { (Span::new(fixed, to), End::End) };
    let now = now.trim(reading.text()); // what is selected has no white space at its edges
    if now.is_empty() || now == span {
        return;
    }
    select_span(state, now, fx);
    state.caret = Some(end);
    fx.draw(View::TagBar);
    let reading = state.reading.as_ref();
    let added = if now.len() > span.len() { Span::new(moving.min(to), moving.max(to)) } else { now };
    fx.push(Effect::Say(reading.map(|reading| added.str(reading.text()).trim().to_owned()).unwrap_or_default()));
}

/// Where an end stands after a step.
fn moved(reading: &Reading, at: usize, forward: bool, unit: Unit) -> Option<usize> {
    let text = reading.text();
    let edges = match unit {
        Unit::Character => return character(text, at, forward),
        Unit::Word => word_edges(reading, at, forward),
        Unit::Sentence => near_blocks(reading, at, forward).flat_map(|block| sentences_of(reading, block)).collect(),
        Unit::Paragraph => near_blocks(reading, at, forward).map(|block| block.trim(text)).collect::<Vec<_>>(),
    };
    if forward {
        edges.iter().map(|span| span.end).find(|end| *end > at)
    } else {
        edges.iter().rev().map(|span| span.start).find(|start| *start < at)
    }
}

/// The block at a place, and the one beside it: a step reaches no further.
fn near_blocks(reading: &Reading, at: usize, forward: bool) -> impl Iterator<Item = Span> {
    let blocks = blocks_and_comments(reading);
    let first = match forward {
        true => blocks.partition_point(|block| block.end <= at),
        false => blocks.partition_point(|block| block.start < at).saturating_sub(2),
    };
    blocks.into_iter().skip(first).take(2)
}

/// One character further that is no white space, past what follows it in its own cluster.
fn character(text: &str, at: usize, forward: bool) -> Option<usize> {
    let joined = |c: char| matches!(c, '\u{200d}' | '\u{fe0f}' | '\u{300}'..='\u{36f}' | '\u{1f3fb}'..='\u{1f3ff}');
    if forward {
        let rest = text.get(at..)?;
        let (first, c) = rest.char_indices().find(|(_, c)| !c.is_whitespace())?;
        let after = rest.get(first + c.len_utf8()..)?;
        let more: usize = after.chars().take_while(|c| joined(*c)).map(char::len_utf8).sum();
        Some(at + first + c.len_utf8() + more)
    } else {
        let before = text.get(..at)?;
        before.char_indices().rev().find(|(_, c)| !c.is_whitespace() && !joined(*c)).map(|(start, _)| start)
    }
}

/// The words near a place.
fn word_edges(reading: &Reading, at: usize, forward: bool) -> Vec<Span> {
    near_blocks(reading, at, forward).flat_map(|block| words_of(reading.text(), block)).collect()
}

fn words_of(text: &str, block: Span) -> Vec<Span> {
    let mut found = Vec::new();
    let mut start = None;
    for (offset, c) in block.str(text).char_indices().chain([(block.len(), ' ')]) {
        match (c.is_alphanumeric() || matches!(c, '\'' | '’' | '-'), start) {
            (true, None) => start = Some(offset),
            (false, Some(from)) => {
                found.push(Span::new(block.start + from, block.start + offset));
                start = None;
            }
            _ => {}
        }
    }
    found
}

fn first_word(reading: &Reading, from: usize) -> Option<Span> {
    near_blocks(reading, from, true).flat_map(|block| words_of(reading.text(), block)).find(|word| word.start >= from)
}
