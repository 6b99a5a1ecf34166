//! Steps: what was done is kept, drawn and remembered, and each is taken back by itself, in whatever article it was done.

use super::effect::{Effect, Effects, View};
use super::keeping::keep;
use super::messages::{dismiss, offer_step, toast};
use super::purpose::Purpose;
use super::redrawing::redraw;
use super::state::{Dialog, State};
use super::unkept::Writing;
use crate::words;
use postil::{Annotation, Change, Edit, TagCommand, TagEdit, tag_rows, tag_uses};
use std::collections::{BTreeMap, HashMap};

/// Keeps and draws what was done to the open article's passages and to tags, and remembers it as one step: gives its number, or nothing
/// when nothing changed. `said` is said once it is kept.
pub(super) fn done(
    state: &mut State,
    what: String,
    edits: Vec<Edit>,
    tags: Vec<TagEdit>,
    said: String,
    fx: &mut Effects,
) -> Option<u32> {
    let mut change = Change::default();
    edits.iter().for_each(|edit| add(&mut change, edit.change()));
    let number = state.history.record(what, edits, tags.clone())?;
    changed(state, change, &tags, said, fx);
    Some(number)
}

/// Keeps what changed and redraws what shows it; nothing, if nothing did. `said` is said once it is kept.
pub(super) fn changed(state: &mut State, change: Change, tags: &[TagEdit], said: String, fx: &mut Effects) {
    if change.put.is_empty() && change.deleted.is_empty() && tags.is_empty() {
        return;
    }
    keep(state, change, tag_rows(tags), said, fx);
    redraw(state, fx);
    if !tags.is_empty() {
        draw_tags(state, fx);
    }
}

/// Draws what shows the tags themselves.
pub(super) fn draw_tags(state: &State, fx: &mut Effects) {
    if state.selected.is_some() {
        fx.draw(View::TagBar);
    }
    if state.dialog == Dialog::Tags {
        fx.draw(View::TagList);
    }
}

/// Takes a step back, or does it again; the last, unless its number is given.
pub(super) fn turn(state: &mut State, number: Option<u32>, again: bool, fx: &mut Effects) {
    let here = |annotation: &Annotation| state.reading.as_ref().is_some_and(|r| r.is_of(&annotation.source));
    match state.history.next(number, again) {
        Some(step) if step.edits.iter().filter_map(Edit::about).all(here) => {
            carry_out_step(state, number, again, Vec::new(), fx);
        }
        Some(_) => fx.push(Effect::ReadAll(Purpose::Step { number, again })),
        None => toast(state, if again { words::NOTHING_TO_REDO } else { words::NOTHING_TO_UNDO }, fx),
    }
}

/// All passages of the library were read.
pub(super) fn all_read(state: &mut State, purpose: Purpose, notes: Vec<Annotation>, fx: &mut Effects) {
    let mut notes = state.unkept.over(notes);
    if let Some(reading) = &state.reading {
        // those of the open article are here, and newer
        notes.retain(|annotation| !reading.is_of(&annotation.source));
    }
    match purpose {
        Purpose::Step { number, again } => carry_out_step(state, number, again, notes, fx),
        Purpose::Tag(command) => change_tag(state, &command, notes, fx),
        Purpose::Count => {
            notes.extend(state.notebook.annotations().iter().cloned());
            state.tag_uses = tag_uses(&notes);
            draw_tags(state, fx);
        }
    }
}

fn carry_out_step(state: &mut State, number: Option<u32>, again: bool, elsewhere: Vec<Annotation>, fx: &mut Effects) {
    let Some(step) = (if again { state.history.redo(number) } else { state.history.undo(number) }) else { return };
    dismiss(state, |toast| toast.step == Some(step.number), fx);
    carry_out(state, &step.edits, &step.tags, elsewhere, fx);
    if state.dialog == Dialog::Tags {
        fx.push(Effect::ReadAll(Purpose::Count));
    }
    let said = if again { words::redone(&step.what) } else { words::undone(&step.what) };
    offer_step(state, said, !again, step.number, fx);
}

/// Makes edits, in the open article and in others, whose passages are as they are `elsewhere`.
fn carry_out(state: &mut State, edits: &[Edit], tags: &[TagEdit], elsewhere: Vec<Annotation>, fx: &mut Effects) {
    let now = (state.world.now)();
    let here = state.reading.as_ref().map(|reading| reading.keys()).unwrap_or_default();
    let elsewhere: HashMap<String, Annotation> = elsewhere.into_iter().map(|a| (a.id.clone(), a)).collect();
    let mut change = Change::default();
    let mut writings: BTreeMap<&str, Writing> = BTreeMap::new();
    state.tags.carry_out(tags);
    for edit in edits {
        let Some(about) = edit.about() else { continue };
        if here.contains(&about.source) {
            add(&mut change, state.notebook.carry_out(edit, &now));
            continue;
        }
        let current = elsewhere.get(&about.id);
        let made = edit.onto(current);
        if made.as_ref() == current {
            continue;
        }
        let writing = writings.entry(&about.source).or_default();
        writing.source.clone_from(&about.source);
        match made {
            Some(made) => writing.put.push(Annotation { modified: now.clone(), ..made }),
            None => writing.deleted.push(about.id.clone()),
        }
    }
    for writing in writings.into_values() {
        state.unkept.note(&writing);
        fx.push(Effect::Store(writing));
    }
    changed(state, change, tags, String::new(), fx);
}

/// Changes a tag everywhere, as one step.
fn change_tag(state: &mut State, command: &TagCommand, elsewhere: Vec<Annotation>, fx: &mut Effects) {
    let tags = state.tags.edits_of(command);
    let all = elsewhere.iter().chain(state.notebook.annotations());
    let edits: Vec<Edit> = all
        .filter_map(|annotation| {
            let after = Annotation { tags: command.retagged(&annotation.tags)?, ..annotation.clone() };
            Some(Edit { before: Some(annotation.clone()), after: Some(after) })
        })
        .collect();
    let what = words::tag_command(command, edits.len());
    if let Some(number) = state.history.record(what.clone(), edits.clone(), tags.clone()) {
        carry_out(state, &edits, &tags, elsewhere, fx);
        offer_step(state, what, false, number, fx);
        fx.push(Effect::ReadAll(Purpose::Count));
    }
}

fn add(change: &mut Change, more: Change) {
    change.put.extend(more.put);
    change.deleted.extend(more.deleted);
}
