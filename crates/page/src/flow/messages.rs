//! Messages at the foot of the page, and dialogs.

use super::card::hide_card;
use super::effect::{Effects, View};
use super::state::{Dialog, State, Toast};
use crate::words;

/// How many messages stand at once.
const MOST: usize = 3;

/// Shows a message, until it is dismissed or pushed out by later ones.
pub(super) fn toast(state: &mut State, words: impl Into<String>, fx: &mut Effects) {
    show(state, words.into(), None, false, fx);
}

/// Shows a message about a step, with a button that takes it back, or does it again.
pub(super) fn offer_step(state: &mut State, words: String, again: bool, step: u32, fx: &mut Effects) {
    let button = if again { (words::REDO, "redo") } else { (words::UNDO, "undo") };
    show(state, words, Some(button), false, fx);
    if let Some(toast) = state.toasts.last_mut() {
        toast.step = Some(step);
    }
}

/// Shows a message with one button: what it says, and what it does.
pub(super) fn offer(
    state: &mut State,
    words: impl Into<String>,
    label: &'static str,
    act: &'static str,
    fx: &mut Effects,
) {
    show(state, words.into(), Some((label, act)), false, fx);
}

/// Shows what went wrong.
pub(super) fn trouble(state: &mut State, words: String, fx: &mut Effects) {
    show(state, words, None, true, fx);
}

/// The same with one button: what it says, and what it does.
pub(super) fn trouble_with(state: &mut State, words: String, label: &'static str, act: &'static str, fx: &mut Effects) {
    show(state, words, Some((label, act)), true, fx);
}

/// Says that another version lies ready, and offers to take it; once, as long as the message stands.
pub(super) fn announce_version(state: &mut State, fx: &mut Effects) {
    if !state.toasts.iter().any(|toast| toast.button == Some((words::TAKE_VERSION, TAKE_VERSION))) {
        offer(state, words::NEW_VERSION, words::TAKE_VERSION, TAKE_VERSION, fx);
    }
}

/// What the button that takes another version does.
const TAKE_VERSION: &str = "new-version";

fn show(state: &mut State, words: String, button: Option<(&'static str, &'static str)>, bad: bool, fx: &mut Effects) {
    if bad && state.toasts.iter().any(|toast| toast.bad && toast.words == words) {
        return; // once is enough
    }
    state.messages = state.messages.wrapping_add(1);
    state.toasts.push(Toast { number: state.messages, words, button, step: None, bad });
    let over = state.toasts.len().saturating_sub(MOST);
    state.toasts.drain(..over);
    fx.draw(View::Toasts);
}

/// Takes some messages away.
pub(super) fn dismiss(state: &mut State, which: impl Fn(&Toast) -> bool, fx: &mut Effects) {
    let before = state.toasts.len();
    state.toasts.retain(|toast| !which(toast));
    if state.toasts.len() != before {
        fx.draw(View::Toasts);
    }
}

/// Opens a dialog, in place of one that is open.
pub(super) fn show_dialog(state: &mut State, dialog: Dialog, fx: &mut Effects) {
    hide_card(state, fx);
    state.dialog = dialog;
    fx.draw(View::Dialog);
}

/// Closes the open dialog, if any.
pub(super) fn close_dialog(state: &mut State, fx: &mut Effects) {
    if std::mem::take(&mut state.dialog) != Dialog::None {
        fx.draw(View::Dialog);
    }
}
