//! The reader sets right what a name is and who speaks.

use super::effect::{Effect, Effects, Focus};
use super::marking::annotation;
use super::messages::{close_dialog, offer_step};
use super::notes::command;
use super::pointing::{choose as choose_target, choose_row};
use super::selecting::let_selection_go;
use super::state::{Dialog, State};
use super::subject::Subject;
use super::target::Target;
use crate::page::reading::{Reading, shorten};
use crate::words;
use postil::format::type_name;
use postil::{Annotation, Command, Correction, EntityKind, MentionId, NotebookError, Span, mention_at, quote_at};

/// A kind was picked, on the card of a name or on the bar of a selection.
pub(super) fn pick_kind(
    state: &mut State,
    kind: Option<EntityKind>,
    mention: Option<MentionId>,
    fx: &mut Effects,
) -> Result<(), NotebookError> {
    let span = match mention {
        Some(mention) => state.span_of(&Target::Mention(mention)),
        None => state.selected,
    };
    let Some(span) = span else { return Ok(()) };
    if mention.is_none() {
        let_selection_go(state, fx);
    }
    let step = set_right(state, span, Correction::Kind(kind), fx)?;
    let Some(reading) = &state.reading else { return Ok(()) };
    let (text, named) = (shorten(span.str(reading.text()), 60), reading.mention_at(span));
    match (kind, named) {
        (Some(kind), Some(index)) => {
            choose_target(state, Target::Mention(index), fx);
            if mention.is_some() {
                fx.focus(Focus::CardButton("kind", Some(type_name(kind))));
            }
            fx.say(words::is_kind(&text, words::kind(kind)));
        }
        _ => {
            fx.focus(Focus::Article);
            let said = kind.map_or_else(|| words::is_no_name(&text), |kind| words::is_kind(&text, words::kind(kind)));
            match step {
                Some(step) => offer_step(state, said, false, step, fx),
                None => fx.say(said),
            }
        }
    }
    Ok(())
}

/// A name was typed into the dialog of a speaker.
pub(super) fn type_speaker(state: &mut State, name: &str, fx: &mut Effects) -> Result<(), NotebookError> {
    if name.is_empty() {
        fx.push(Effect::Problem(words::NAME_A_SPEAKER.to_owned()));
        return Ok(());
    }
    set_speaker(state, name, fx)
}

/// Who says the quote of the dialog; nobody, when the name is empty.
pub(super) fn set_speaker(state: &mut State, name: &str, fx: &mut Effects) -> Result<(), NotebookError> {
    let Dialog::Speaker(index) = state.dialog else { return Ok(()) };
    close_dialog(state, fx);
    let Some(span) = state.span_of(&Target::Quote(index)) else { return Ok(()) };
    let name = Some(name).filter(|name| !name.is_empty());
    let changed = set_right(state, span, Correction::Speaker(name.map(str::to_owned)), fx)?;
    choose_target(state, Target::Quote(index), fx);
    fx.focus(Focus::CardButton("speaker", None));
    if let Some(step) = changed {
        offer_step(state, words::said_by(name), false, step, fx);
    }
    Ok(())
}

/// A row of what was set right: leads to what it is about.
pub(super) fn choose(state: &mut State, id: String, fx: &mut Effects) {
    let about = || {
        let reading = state.reading.as_ref()?;
        let span = state.span_of(&Target::Note(id.clone()))?;
        let quote = match state.notebook.get(&id)?.correction {
            Some(Correction::Speaker(_)) => quote_at(&reading.analysis.quotes, span).map(Target::Quote),
            _ => None,
        };
        quote.or_else(|| reading.mention_at(span).map(Target::Mention))
    };
    let target = about().unwrap_or(Target::Note(id));
    choose_row(state, target, fx);
}

/// Keeps a correction at `span`: in place of an earlier one about the same thing, and none where it says what was found. Says whether
/// anything changed.
fn set_right(
    state: &mut State,
    span: Span,
    correction: Correction,
    fx: &mut Effects,
) -> Result<Option<u32>, NotebookError> {
    let Some(reading) = &state.reading else { return Ok(None) };
    let before = same_correction(state, reading, span, &correction).map(|earlier| earlier.id.clone());
    if before.is_none() && says(reading, span, &correction) {
        return Ok(None);
    }
    let what = match before {
        Some(id) if reading.was(span, &correction) => Command::Delete(id),
        Some(id) => Command::Correct(id, correction),
        None => {
            let Some(new) = annotation(state, &Subject::Passage(span)) else { return Ok(None) };
            Command::Add(Annotation { correction: Some(correction), ..new })
        }
    };
    command(state, what, String::new(), fx)
}

/// The annotation that sets the same thing right as `correction` would at `span`.
fn same_correction<'a>(
    state: &'a State,
    reading: &Reading,
    span: Span,
    correction: &Correction,
) -> Option<&'a Annotation> {
    let analysis = &reading.analysis;
    let cluster = |at| mention_at(&analysis.mentions, at).and_then(|m| m.of(&analysis.mentions)).map(|m| m.cluster);
    let same = |place: Span, other: &Correction| match (correction, other) {
        (Correction::Kind(_), Correction::Kind(_)) => {
            place == span || cluster(span).is_some() && cluster(span) == cluster(place)
        }
        (Correction::Speaker(_), Correction::Speaker(_)) => {
            quote_at(&analysis.quotes, place) == quote_at(&analysis.quotes, span)
        }
        _ => false,
    };
    let annotations = state.notebook.annotations().iter().zip(state.places.spans());
    annotations
        .rev()
        .find(|(earlier, place)| place.zip(earlier.correction.as_ref()).is_some_and(|(p, c)| same(p, c)))
        .map(|(earlier, _)| earlier)
}

/// Whether what is on the page says the same as `correction` at `span`.
fn says(reading: &Reading, span: Span, correction: &Correction) -> bool {
    match correction {
        Correction::Kind(kind) => {
            let mention = reading.mention_at(span).and_then(|m| m.of(&reading.analysis.mentions));
            mention.map(|m| m.kind) == *kind
        }
        Correction::Speaker(name) => {
            let quote = quote_at(&reading.analysis.quotes, span);
            name.is_some() && quote.and_then(|q| reading.speaker(q)) == *name
        }
    }
}
