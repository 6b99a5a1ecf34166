//! Marks onto the page: one highlight a hue or kind, each filled in one batch.

use super::app::App;
use super::reading::{HUES, Reading};
use super::state::{Layer, Target};
use crate::entity::EntityKind;
use crate::quote::QuoteKind;
use crate::text::Span;
use crate::web::text_map::clear_highlights;
use std::collections::BTreeMap;

/// Which marks lie over which: quotes lowest, then names, the reader's own, what was chosen.
const QUOTES: i32 = 1;
const NAMES: i32 = 2;
const MINE: i32 = 3;
const POINTED: i32 = 4;

/// Hues that tags have; further tags go round again.
pub(super) const TAG_HUES: usize = 6;

impl App {
    /// Paints quotes and names, as their layers say.
    pub(super) fn paint_analysis(&self) {
        let state = self.state.borrow();
        let Some(reading) = &state.reading else { return clear_highlights() };
        let mut places: BTreeMap<String, Vec<u32>> = BTreeMap::new();
        let hues = (0..HUES).map(|h| h.to_string()).chain(["r".to_owned()]);
        for hue in hues {
            // every name is painted each time, so that one with nothing left goes away
            places.insert(format!("voice-{hue}"), Vec::new());
            places.insert(format!("indirect-{hue}"), Vec::new());
        }
        places.insert("marked".to_owned(), Vec::new());
        if !state.off.contains(&Layer::Quotes) {
            for index in 0..reading.analysis.quotes.len() {
                let Some((name, spans)) = quote_paint(reading, index) else { continue };
                let into = places.entry(name).or_default();
                for span in spans {
                    reading.map.places(reading.text(), &reading.offsets, span, into);
                }
            }
        }
        for (name, places) in &places {
            reading.map.paint(&format!("postil-{name}"), places, QUOTES);
        }
        let mut names: BTreeMap<&str, Vec<u32>> = NAME_KINDS.iter().map(|&k| (k, Vec::new())).collect();
        if !state.off.contains(&Layer::Names) {
            for mention in &reading.analysis.mentions {
                let into = names.entry(name_kind(mention.kind)).or_default();
                reading.map.places(reading.text(), &reading.offsets, mention.span, into);
            }
        }
        for (name, places) in &names {
            reading.map.paint(&format!("postil-name-{name}"), places, NAMES);
        }
    }

    /// Paints the reader's passages.
    pub(super) fn paint_mine(&self) {
        let state = self.state.borrow();
        let Some(reading) = &state.reading else { return };
        let mut places = vec![Vec::new(); TAG_HUES];
        if !state.off.contains(&Layer::Mine) {
            for (annotation, span) in state.notebook.annotations().iter().zip(&state.places) {
                let hue = state.tag_hue(annotation.tags.first().map_or("", String::as_str));
                if let (Some(span), Some(into)) = (span, places.get_mut(hue)) {
                    reading.map.places(reading.text(), &reading.offsets, *span, into);
                }
            }
        }
        for (hue, places) in places.iter().enumerate() {
            reading.map.paint(&format!("postil-tag-{hue}"), places, MINE);
        }
    }

    /// Paints what the pointer lies on, or what was chosen.
    pub(super) fn paint_pointed(&self, name: &str, targets: &[Target]) {
        let state = self.state.borrow();
        let Some(reading) = &state.reading else { return };
        let mut places = Vec::new();
        for span in targets.iter().filter_map(|t| state.span_of(t)) {
            reading.map.places(reading.text(), &reading.offsets, span, &mut places);
        }
        reading.map.paint(name, &places, POINTED);
    }
}

/// The highlight of a quote and the spans it paints: itself, less the quotes inside it that have another hue.
fn quote_paint(reading: &Reading, index: usize) -> Option<(String, Vec<Span>)> {
    let quotes = &reading.analysis.quotes;
    let quote = quotes.get(index)?;
    let hue = reading.voice_of.get(index).copied().flatten().map_or_else(|| "r".to_owned(), |v| reading.hue(v));
    let name = match quote.kind {
        QuoteKind::Direct | QuoteKind::Mixed => format!("voice-{hue}"),
        QuoteKind::Indirect => format!("indirect-{hue}"),
        QuoteKind::Marked => return Some(("marked".to_owned(), vec![quote.span])),
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
    Some((name, spans))
}

/// Names of the highlights that names have.
const NAME_KINDS: [&str; 6] = ["person", "organization", "location", "group", "work", "amount"];

fn name_kind(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "person",
        EntityKind::Organization => "organization",
        EntityKind::Location => "location",
        EntityKind::Group => "group",
        EntityKind::Event | EntityKind::Work | EntityKind::Misc => "work",
        EntityKind::Date | EntityKind::Time | EntityKind::Money | EntityKind::Percent | EntityKind::Quantity => {
            "amount"
        }
    }
}
