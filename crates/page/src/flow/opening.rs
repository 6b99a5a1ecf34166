//! Opening articles: what is brought, what overtakes it, and what is said meanwhile.

use super::drafting::close as close_with_draft;
use super::effect::{Effect, Effects, View};
use super::incoming::{Incoming, Source};
use super::leaving::leave;
use super::messages::{close_dialog, dismiss, offer, show_dialog, trouble, trouble_with};
use super::state::{Dialog, State};
use crate::words;
use postil::KeptArticle;

/// Asks for an article.
pub(super) fn ask(state: &mut State, fx: &mut Effects) {
    state.recent.clear();
    state.pasted = None;
    show_dialog(state, Dialog::Open, fx);
    fx.push(Effect::ListRecent);
}

/// The articles opened before were read.
pub(super) fn recent_listed(state: &mut State, articles: Vec<KeptArticle>, fx: &mut Effects) {
    if state.dialog == Dialog::Open && state.recent != articles {
        state.recent = articles;
        fx.draw(View::OpenDialog);
    }
}

/// An article was forgotten.
pub(super) fn forgotten(state: &mut State, source: &str, fx: &mut Effects) {
    state.recent.retain(|article| article.source != source);
    fx.draw(View::OpenDialog);
}

/// The field shows the plain flavour of what was pasted; the other is read in its place when the text is still the same.
pub(super) fn pasted_in_dialog(state: &mut State, html: String, text: String, fx: &mut Effects) {
    state.pasted = Some((html, text));
    fx.draw(View::OpenDialog);
}

/// The dialog's “Read it”: files, else the address, else what was pasted.
pub(super) fn read_dialog(state: &mut State, files: Vec<Incoming>, address: String, text: String, fx: &mut Effects) {
    let source = if !files.is_empty() {
        Source::Articles(files)
    } else if !address.is_empty() {
        Source::Address(address)
    } else if text.trim().is_empty() {
        fx.push(Effect::Problem(words::NOTHING_TO_READ.to_owned()));
        return;
    } else {
        let html = state.pasted.take().filter(|(_, plain)| same_words(plain, &text)).map(|(html, _)| html);
        Incoming { html, text: Some(text), url: None }.into_source()
    };
    fx.push(Effect::Problem(String::new()));
    begin(state, source, fx);
}

/// Opens what was pasted, dropped or chosen on the page itself.
pub(super) fn open(state: &mut State, source: Source, fx: &mut Effects) {
    close_with_draft(state, fx);
    begin(state, source, fx);
}

/// Opens what could not be read.
pub(super) fn again(state: &mut State, fx: &mut Effects) {
    if let Some(source) = state.unread.take() {
        begin(state, source, fx);
    }
}

fn begin(state: &mut State, source: Source, fx: &mut Effects) {
    state.unread = None;
    leave(state, fx);
    dismiss(state, |toast| toast.button.is_some_and(|(_, act)| act == "retry"), fx);
    state.opening = state.opening.wrapping_add(1);
    state.busy = true;
    state.bringing = if let Source::Articles(articles) = &source { articles.len() } else { 1 };
    fx.push(Effect::CancelAnalysis);
    fx.draw(View::Busy);
    fx.push(Effect::Open { number: state.opening, source });
    fx.push(Effect::Remind(state.opening));
}

/// After a while says that a long article is being read, with a way out.
pub(super) fn still_reading(state: &mut State, number: u32, fx: &mut Effects) {
    if state.busy && state.opening == number {
        offer(state, words::READING, words::CANCEL, "cancel", fx);
    }
}

/// Gives up the article that is being read; the one on the page stays.
pub(super) fn cancel(state: &mut State, fx: &mut Effects) {
    if state.busy {
        state.opening = state.opening.wrapping_add(1);
        fx.push(Effect::CancelAnalysis);
        done(state, fx);
    }
}

/// Nothing is being read any more.
pub(super) fn done(state: &mut State, fx: &mut Effects) {
    state.busy = false;
    fx.draw(View::Busy);
    dismiss(state, |toast| toast.button.is_some_and(|(_, act)| act == "cancel"), fx);
}

/// An article could not be opened: the dialog that asked for it says why, or a message; and an empty page shows the sample.
/// What may be had when the reader tries `again` is offered so; what kept it from being read keeps the sample from it too.
pub(super) fn failed(state: &mut State, number: u32, why: String, again: Option<Source>, fx: &mut Effects) {
    if state.opening != number {
        return;
    }
    done(state, fx);
    if again.is_some() {
        // its button stands outside the dialog
        close_dialog(state, fx);
        state.unread = again;
        trouble_with(state, why, words::TRY_AGAIN, "retry", fx);
        return;
    }
    if state.dialog == Dialog::Open {
        fx.push(Effect::Problem(why));
    } else {
        trouble(state, why, fx);
    }
    // once: where the sample itself cannot be read, there is nothing to show
    if state.reading.is_none() && number == 1 {
        begin(state, Source::Sample, fx);
    }
}

/// An article is remembered: the address says so, if it is still the open one.
pub(super) fn remembered(state: &State, source: String, fx: &mut Effects) {
    if state.reading.as_ref().is_some_and(|reading| reading.source == source) {
        fx.push(Effect::ShowAddress(Some(source)));
    }
}

/// Whether two texts are the same but for white space: a text area folds line ends.
fn same_words(a: &str, b: &str) -> bool {
    a.split_whitespace().eq(b.split_whitespace())
}
