//! A passage whose words are gone, or were found in the wrong place, attached by hand to others.

use super::effect::{Effect, Effects, Focus, View};
use super::lists::show_drawer;
use super::messages::{dismiss, offer, offer_step};
use super::notes::command;
use super::selecting::let_selection_go;
use super::state::State;
use crate::page::reading::shorten;
use crate::words;
use postil::{Command, NotebookError, describe};

/// What the button does that leaves the passage where it is.
const STOP: &str = "stop-attaching";

/// Asks for the words that a passage is to stand at; those that are selected already are offered.
pub(super) fn start(state: &mut State, id: String, fx: &mut Effects) {
    let Some(passage) = state.notebook.get(&id).map(|annotation| shorten(annotation.passage(), 60)) else { return };
    stop(state, fx);
    state.attaching = Some(id);
    offer(state, words::select_to_attach(&passage), words::NEVER_MIND, STOP, fx);
    show_drawer(state, false, fx);
    fx.draw(View::TagBar);
    fx.focus(Focus::Article);
    fx.say(words::select_to_attach(&passage));
}

/// Leaves the passage where it is.
pub(super) fn stop(state: &mut State, fx: &mut Effects) {
    if state.attaching.take().is_some() {
        dismiss(state, |toast| toast.button.is_some_and(|(_, act)| act == STOP), fx);
        fx.draw(View::TagBar);
    }
}

/// The passage stands at what is selected from now on; a step back brings it back to where it was.
pub(super) fn attach(state: &mut State, fx: &mut Effects) -> Result<(), NotebookError> {
    let (Some(reading), Some(span), Some(id)) = (&state.reading, state.selected, &state.attaching) else {
        return Ok(());
    };
    let (id, selectors) = (id.clone(), describe(reading.text(), &reading.offsets, span));
    stop(state, fx);
    let_selection_go(state, fx);
    if let Some(step) = command(state, Command::Attach(id, selectors), String::new(), fx)? {
        let what = state.history.next(Some(step), false).map(|step| step.what.clone()).unwrap_or_default();
        offer_step(state, what, false, step, fx);
        fx.push(Effect::ScrollTo(span));
    }
    Ok(())
}
