//! What several views print: shares as widths, hues as classes, tags and quotes in a line.

use crate::dom::create;
use crate::error::PageError;
use crate::flow::state::State;
use crate::page::reading::{Reading, shorten};
use crate::words;
use postil::{Quote, Voice};
use web_sys::HtmlElement;

/// From this confidence on a speaker is called sure.
const SURE: f32 = 0.85;
/// From this confidence on one is called likely.
const LIKELY: f32 = 0.6;

/// A share as the width of its bar.
pub(crate) fn width(share: f64) -> String {
    format!("calc({}% / 100)", (share * 10_000.0).round() as u32)
}

/// The class of a speaker's colour.
pub(crate) fn voice_class(voices: &[Voice], voice: usize) -> String {
    ["v", &crate::page::reading::hue(voices, voice)].concat()
}

/// The hue of a passage: its first tag's; one that is noted only has none.
pub(crate) fn tag_hue(state: &State, tags: &[String]) -> Option<u8> {
    tags.first().map(|tag| state.tags.hue(tag))
}

/// The class of that hue.
pub(crate) fn tag_class(state: &State, tags: &[String]) -> String {
    tag_hue(state, tags).map_or_else(|| "tn".to_owned(), |hue| format!("t{hue}"))
}

/// A passage's tags in a line, each in its own colour.
pub(crate) fn draw_tags(into: &HtmlElement, state: &State, tags: &[String]) -> Result<(), PageError> {
    into.set_text_content(None);
    if tags.is_empty() {
        into.set_text_content(Some(words::NO_TAG));
    }
    for (index, tag) in tags.iter().enumerate() {
        if index > 0 {
            into.append_with_str_1(", ")?;
        }
        let name = create("span")?;
        name.set_class_name(&format!("t{}", state.tags.hue(tag)));
        name.set_text_content(Some(tag));
        into.append_child(&name)?;
    }
    Ok(())
}

/// A quote's words.
pub(crate) fn quote_words(reading: &Reading, index: usize) -> &str {
    reading.analysis.quotes.get(index).map_or("", |quote| quote.span.str(reading.text()))
}

/// How a passage is quoted, in a line: its kind, its cue, how sure the speaker is; for the card `all` of it.
pub(crate) fn quote_line(reading: &Reading, index: usize, quote: &Quote, all: bool) -> String {
    let cue = quote.cue.map(|cue| words::quoted(&shorten(cue.str(reading.text()), 60)));
    let beside = quote.speaker.map(|speaker| shorten(speaker.span.str(reading.text()), 60)).filter(|beside| {
        all && !beside.is_empty()
            && reading.speaker(index).is_some_and(|name| name.to_lowercase() != beside.to_lowercase())
    });
    let sure = match quote.confidence {
        _ if reading.is_corrected(index) => Some(words::SET_BY_YOU),
        _ if quote.speaker.is_none() => None,
        sure if sure >= SURE => Some(words::SURE).filter(|_| all),
        likely if likely >= LIKELY => Some(words::LIKELY),
        _ => Some(words::NOT_CLEAR),
    };
    let parts = [
        Some(words::quote_kind(quote.kind).to_owned()),
        cue,
        beside.map(|beside| words::here(&beside)),
        sure.map(str::to_owned),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(words::DOT)
}

/// How an attribute says whether something is so.
pub(crate) fn whether(so: bool) -> &'static str {
    if so { "true" } else { "false" }
}
