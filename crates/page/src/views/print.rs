//! What several views print: shares as widths, hues as classes, tags and quotes in a line.

use crate::page::reading::{Reading, shorten};
use crate::words;
use postil::{Quote, Voice};

/// Hues that tags have; further tags go round again.
pub(crate) const TAG_HUES: usize = 6;

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

/// The hue of a passage: its first tag's, by the tag's own letters, so that it has one hue in every article and every tab
/// (FNV-1a, 32 bits).
pub(crate) fn tag_hue(tags: &[String]) -> usize {
    let folded = tags.first().map(|tag| tag.to_lowercase()).unwrap_or_default();
    let hash = folded.bytes().fold(0x811c_9dc5_u32, |h, b| (h ^ u32::from(b)).wrapping_mul(0x0100_0193));
    hash as usize % TAG_HUES
}

/// The class of that hue.
pub(crate) fn tag_class(tags: &[String]) -> String {
    format!("t{}", tag_hue(tags))
}

/// A passage's tags in a line.
pub(crate) fn tag_line(tags: &[String]) -> String {
    if tags.is_empty() { words::NO_TAG.to_owned() } else { tags.join(", ") }
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
