//! Tagging: what a tag's key does, and the tags themselves.

use super::effect::{Effect, Effects};
use super::keeping::keep;
use super::layer::Layer;
use super::lists::toggle_layer;
use super::marking::{annotation, subject};
use super::messages::show_dialog;
use super::pointing::show_card;
use super::purpose::Purpose;
use super::redrawing::redraw;
use super::selecting::let_selection_go;
use super::state::{Dialog, State};
use super::steps::{changed, done, draw_tags};
use super::subject::Subject;
use super::target::Target;
use crate::page::reading::shorten;
use crate::words;
use postil::{Annotation, Change, Command, NotebookError, TagBook, TagCommand, same_tag, tag_rows};

/// Gives the subject a tag, or takes it back; the selection goes, a card stays.
pub(super) fn tag(state: &mut State, name: &str, fx: &mut Effects) -> Result<(), NotebookError> {
    let Some(subject) = subject(state) else { return Ok(()) };
    let on_card = state.selected.is_none();
    if !on_card {
        let_selection_go(state, fx);
    }
    if !state.is_on(Layer::Notes) {
        toggle_layer(state, Layer::Notes, fx);
    }
    let tags = state.tags.learn(&[name]);
    let known = state.tags.get(name).map_or(name, |tag| tag.name.as_str()).to_owned();
    let has = |annotation: &Annotation| annotation.tags.iter().any(|tag| same_tag(tag, &known));
    let (command, id, given) = match &subject {
        Subject::Note(id) => match state.notebook.get(id) {
            None => return Ok(()),
            Some(old) if has(old) && old.tags.len() == 1 && old.note.is_empty() => {
                (Command::Delete(id.clone()), None, false)
            }
            Some(old) if has(old) => {
                let left = old.tags.iter().filter(|tag| !same_tag(tag, &known)).cloned().collect();
                (Command::Retag(id.clone(), left), Some(id.clone()), false)
            }
            Some(old) => {
                let more = old.tags.iter().cloned().chain([known.clone()]).collect();
                (Command::Retag(id.clone(), more), Some(id.clone()), true)
            }
        },
        Subject::Passage(_) | Subject::Article => {
            let Some(new) = annotation(state, &subject) else { return Ok(()) };
            let id = new.id.clone();
            (Command::Add(Annotation { tags: vec![known.clone()], ..new }), Some(id), true)
        }
    };
    let edit = state.notebook.apply(command, &(state.world.now)())?;
    let said = if given { words::tagged(&known) } else { words::untagged(&known) };
    let what = words::on_passage(&said, &shorten(edit.about().map_or("", |a| a.passage()), 40));
    done(state, what, vec![edit], tags, said, fx);
    if let (true, Some(id)) = (on_card, id) {
        show_card(state, vec![Target::Note(id)], fx);
    }
    Ok(())
}

/// A digit: gives the tag that has this key.
pub(super) fn tag_by_key(state: &mut State, key: u8, fx: &mut Effects) -> Result<(), NotebookError> {
    match state.tags.by_key(key).map(|tag| tag.name.clone()) {
        Some(name) => tag(state, &name, fx),
        None => {
            fx.say(words::no_tag_has_key(key));
            Ok(())
        }
    }
}

/// Enter in the field for a new tag.
pub(super) fn new_tag(state: &mut State, name: &str, fx: &mut Effects) -> Result<(), NotebookError> {
    if name.is_empty() {
        let_selection_go(state, fx);
        return Ok(());
    }
    tag(state, name, fx)
}

/// Shows the tags, to change them.
pub(super) fn show_tags(state: &mut State, fx: &mut Effects) {
    show_dialog(state, Dialog::Tags, fx);
    fx.push(Effect::ReadAll(Purpose::Count));
}

/// The reader changes a tag.
pub(super) fn change(state: &mut State, command: TagCommand, fx: &mut Effects) {
    let empty = matches!(&command, TagCommand::Rename(_, to) if to.trim().is_empty());
    if empty || state.tags.edits_of(&command).is_empty() {
        draw_tags(state, fx); // the field shows what is so
        return;
    }
    fx.push(Effect::ReadAll(Purpose::Tag(command)));
}

/// The tags that the store holds, or that follow from what was tagged before tags had keys: `fresh` ones are not kept yet.
pub(super) fn tags_read(state: &mut State, book: TagBook, fresh: bool, fx: &mut Effects) {
    let mut names: Vec<String> = state.tags.tags().iter().map(|tag| tag.name.clone()).collect();
    names.retain(|name| state.unkept.has_tag(name));
    state.tags = book;
    state.tags_known = true;
    if fresh {
        let put = state.tags.tags().to_vec();
        keep(state, Change::default(), (put, Vec::new()), String::new(), fx);
    }
    let learnt = state.tags.learn(&names);
    changed(state, Change::default(), &learnt, String::new(), fx);
    learn_used(state, fx);
    redraw(state, fx);
    draw_tags(state, fx);
}

/// Takes up the tags of passages that came from elsewhere.
pub(super) fn learn_used(state: &mut State, fx: &mut Effects) {
    if !state.tags_known {
        return;
    }
    let used: Vec<&str> = state.notebook.annotations().iter().flat_map(|a| a.tags.iter().map(String::as_str)).collect();
    let unknown: Vec<&str> = used.into_iter().filter(|tag| state.tags.get(tag).is_none()).collect();
    let learnt = state.tags.learn(&unknown);
    if !learnt.is_empty() {
        keep(state, Change::default(), tag_rows(&learnt), String::new(), fx);
    }
}
