//! What the reader is told so that nothing is lost by neglect: that the browser may clear what is kept, and that a copy is due.

use super::effect::{Effects, View};
use super::layer::Tab;
use super::messages::{dismiss, offer};
use super::state::State;
use crate::words;
use postil::Annotation;

/// So many new passages ask for a copy, and so many more for another.
const DUE: usize = 25;
/// What the button does that saves one.
const SAVE: &str = "save-library";

/// The browser said whether it keeps what is kept until the reader clears it.
pub(super) fn kept_for_good(state: &mut State, for_good: bool, fx: &mut Effects) {
    if state.may_be_cleared == for_good {
        state.may_be_cleared = !for_good;
        if state.tab == Tab::NOTES {
            fx.draw(View::List);
        }
    }
}

/// How many of these passages are new.
pub(super) fn new_among(passages: &[Annotation]) -> usize {
    passages.iter().filter(|a| a.correction.is_none() && a.created == a.modified).count()
}

/// New passages came: there were `before` since the last copy, and there are `now`.
pub(super) fn counted(state: &mut State, before: usize, now: usize, fx: &mut Effects) {
    if before / DUE != now / DUE {
        saved(state, fx);
        offer(state, words::copy_is_due(now), words::SAVE_COPY, SAVE, fx);
    }
}

/// A copy is saved: nobody needs to be reminded of it any more.
pub(super) fn saved(state: &mut State, fx: &mut Effects) {
    dismiss(state, |toast| toast.button.is_some_and(|(_, act)| act == SAVE), fx);
}
