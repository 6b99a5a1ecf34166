//! Marks onto the page: one highlight a hue or kind, each filled in one batch.

use super::overlap::{LINES, pieces};
use super::reading::{HUES, Reading};
use super::shown::Shown;
use crate::flow::effect::Paint;
use crate::flow::layer::Layer;
use crate::flow::state::State;
use postil::{EntityKind, QuoteKind, Span, TAG_HUES};

/// Which marks lie over which: quotes lowest, then names, the reader's own, those of them that are not kept yet, what was chosen.
const QUOTES: i32 = 1;
const NAMES: i32 = 2;
const NOTES: i32 = 3;
const SAVING: i32 = 4;
const POINTED: i32 = 5;

/// The hue of passages that are noted only: one past those of tags.
const NO_TAG: u8 = TAG_HUES;

/// Paints marks onto the text that is shown, as the state says.
pub(crate) fn paint(marks: Paint, state: &State, shown: &Shown) {
    let Some(reading) = &state.reading else { return };
    match marks {
        Paint::Analysis => paint_analysis(state, reading, shown),
        Paint::Notes => paint_notes(state, reading, shown),
        Paint::Hovered => {
            let spans: Vec<Span> = state.hovered.first().and_then(|target| state.span_of(target)).into_iter().collect();
            shown.paint(reading, "postil-hover", &spans, POINTED);
        }
        Paint::Chosen => {
            let mut spans = state.chosen.as_ref().map(|target| state.answered(target)).unwrap_or_default();
            spans.extend(state.chosen.as_ref().and_then(|target| state.span_of(target)));
            shown.paint(reading, "postil-chosen", &spans, POINTED);
        }
    }
}

/// Paints quotes and names, as their layers say.
fn paint_analysis(state: &State, reading: &Reading, shown: &Shown) {
    // every highlight is painted each time, so that one with nothing left goes away
    let mut quotes = vec![Vec::new(); 2 * (HUES + 1) + 1];
    if state.is_on(Layer::Quotes) {
        for index in 0..reading.analysis.quotes.len() {
            let Some((number, spans)) = quote_paint(reading, index) else { continue };
            if let Some(into) = quotes.get_mut(number) {
                into.extend(spans);
            }
        }
    }
    for (number, spans) in quotes.iter().enumerate() {
        shown.paint(reading, &quote_highlight(number), spans, QUOTES);
    }
    let mut names = vec![Vec::new(); NAME_KINDS.len()];
    if state.is_on(Layer::Names) {
        for mention in &reading.analysis.mentions {
            if let Some(into) = names.get_mut(name_kind(mention.kind)) {
                into.push(mention.span);
            }
        }
    }
    for (name, spans) in NAME_KINDS.iter().zip(&names) {
        shown.paint(reading, &format!("postil-name-{name}"), spans, NAMES);
    }
}

/// Paints the reader's passages.
fn paint_notes(state: &State, reading: &Reading, shown: &Shown) {
    let mut passages = Vec::new();
    let mut saving = Vec::new();
    if state.is_on(Layer::Notes) {
        for (span, annotation) in state.passages_in_order() {
            let hues: Vec<u8> = annotation.tags.iter().map(|tag| state.tags.hue(tag)).collect();
            passages.push((span, if hues.is_empty() { vec![NO_TAG] } else { hues }));
            if state.unkept.has(&annotation.id) {
                saving.push(span);
            }
        }
    }
    shown.paint(reading, "postil-saving", &saving, SAVING);
    let mut layers = vec![vec![Vec::new(); usize::from(NO_TAG) + 1]; LINES];
    for (span, hues) in pieces(&passages) {
        for (hue, layer) in hues.into_iter().zip(&mut layers) {
            if let Some(spans) = layer.get_mut(usize::from(hue)) {
                spans.push(span);
            }
        }
    }
    for (layer, name) in layers.iter().zip(["postil-tag-", "postil-second-", "postil-third-"]) {
        for (hue, spans) in layer.iter().enumerate() {
            shown.paint(reading, &[name, &hue.to_string()].concat(), spans, NOTES);
        }
    }
}

/// The name of quote highlight `number`: each hue has one for quoted words and one for paraphrases, the last is for marked words.
fn quote_highlight(number: usize) -> String {
    let hue = |n: usize| if n < HUES { n.to_string() } else { "r".to_owned() };
    match number {
        n if n <= HUES => format!("postil-voice-{}", hue(n)),
        n if n <= 2 * HUES + 1 => format!("postil-indirect-{}", hue(n - HUES - 1)),
        _ => "postil-marked".to_owned(),
    }
}

/// The number of a quote's highlight, and the spans it paints: itself, less the quotes inside it that have another hue.
fn quote_paint(reading: &Reading, index: usize) -> Option<(usize, Vec<Span>)> {
    let quotes = &reading.analysis.quotes;
    let quote = quotes.get(index)?;
    let voice = reading.voice_of.get(index).copied().flatten();
    let hue = voice.filter(|&v| reading.hue(v) != "r").unwrap_or(HUES);
    let number = match quote.kind {
        QuoteKind::Direct | QuoteKind::Mixed => hue,
        QuoteKind::Indirect => HUES + 1 + hue,
        QuoteKind::Marked => return Some((2 * HUES + 2, vec![quote.span])),
    };
    let inner = quotes.iter().skip(index + 1).take_while(|q| q.span.start < quote.span.end);
    let mut spans = Vec::new();
    let mut at = quote.span.start;
    for hole in inner.filter(|q| q.inside == Some(index) && matches!(q.kind, QuoteKind::Direct | QuoteKind::Mixed)) {
        spans.push(Span::new(at, hole.span.start));
        at = hole.span.end;
    }
    spans.push(Span::new(at, quote.span.end));
    spans.retain(|s| !s.is_empty());
    Some((number, spans))
}

/// Names of the highlights that names have.
const NAME_KINDS: [&str; 6] = ["person", "organization", "location", "group", "work", "amount"];

/// The highlight of a kind, as its place in [`NAME_KINDS`].
fn name_kind(kind: EntityKind) -> usize {
    match kind {
        EntityKind::Person => 0,
        EntityKind::Organization => 1,
        EntityKind::Location => 2,
        EntityKind::Group => 3,
        EntityKind::Event | EntityKind::Work | EntityKind::Misc => 4,
        EntityKind::Date | EntityKind::Time | EntityKind::Money | EntityKind::Percent | EntityKind::Quantity => 5,
    }
}
