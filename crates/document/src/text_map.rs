//! The bridge between places in an article's text and the text nodes that show it.

use postil::{Offsets, Span};
use wasm_bindgen::prelude::*;
use web_sys::{Range, Text};

#[wasm_bindgen(module = "/src/text_nodes.js")]
extern "C" {
    /// Text nodes by number; ranges over them are made in batches.
    pub type TextNodes;

    #[wasm_bindgen(constructor)]
    fn new(nodes: js_sys::Array) -> TextNodes;
    #[wasm_bindgen(static_method_of = TextNodes)]
    fn supported() -> bool;
    #[wasm_bindgen(method)]
    fn paint(this: &TextNodes, name: &str, places: &[u32], priority: i32);
    #[wasm_bindgen(method)]
    fn under(this: &TextNodes, x: f64, y: f64) -> Option<Vec<u32>>;
    #[wasm_bindgen(method)]
    fn range(this: &TextNodes, first: u32, start: u32, last: u32, end: u32) -> Range;
    #[wasm_bindgen(method)]
    fn select(this: &TextNodes, first: u32, start: u32, last: u32, end: u32);
    #[wasm_bindgen(method)]
    fn selected(this: &TextNodes) -> Option<Vec<u32>>;

    /// Takes away every highlight of Postil's.
    #[wasm_bindgen(js_name = clearHighlights)]
    pub fn clear_highlights();
}

/// Whether this browser paints highlights.
#[must_use]
pub fn can_paint() -> bool {
    TextNodes::supported()
}

/// Collects the text nodes of an article while it is rendered.
#[derive(Default)]
pub struct TextMapBuilder {
    pieces: Vec<Span>,
    nodes: js_sys::Array,
}

impl TextMapBuilder {
    /// Notes that `node` shows the text under `span`. Pieces come in order.
    pub fn push(&mut self, span: Span, node: &Text) {
        self.pieces.push(span);
        self.nodes.push(node);
    }

    /// The finished map.
    #[must_use]
    pub fn finish(self) -> TextMap {
        TextMap { pieces: self.pieces, nodes: TextNodes::new(self.nodes) }
    }
}

/// Pieces of the article's text, in order, and the text nodes that show them.
pub struct TextMap {
    pieces: Vec<Span>,
    nodes: TextNodes,
}

impl TextMap {
    /// Where `span` is shown: node, start, end (UTF-16 units), three numbers for each piece that it touches.
    pub fn places(&self, text: &str, offsets: &Offsets, span: Span, into: &mut Vec<u32>) {
        let first = self.pieces.partition_point(|p| p.end <= span.start);
        for (number, piece) in self.pieces.iter().enumerate().skip(first) {
            let Some(shared) = piece.intersect(span) else { break };
            let base = offsets.utf16(text, piece.start);
            let (start, end) = offsets.span_utf16(text, shared);
            into.extend([number, start - base, end - base].map(unsigned));
        }
    }

    /// Paints places under a highlight's name; none takes the highlight away.
    pub fn paint(&self, name: &str, places: &[u32], priority: i32) {
        if can_paint() {
            self.nodes.paint(name, places, priority);
        }
    }

    /// The byte of the text that is shown at a point of the window.
    #[must_use]
    pub fn under(&self, text: &str, offsets: &Offsets, x: f64, y: f64) -> Option<usize> {
        let found = self.nodes.under(x, y)?;
        let (&number, &offset) = (found.first()?, found.get(1)?);
        self.byte(text, offsets, number, offset)
    }

    /// What is selected, as a span of the text without white space at its edges.
    #[must_use]
    pub fn selected(&self, text: &str, offsets: &Offsets) -> Option<Span> {
        let found = self.nodes.selected()?;
        let start = self.byte(text, offsets, *found.first()?, *found.get(1)?)?;
        let end = self.byte(text, offsets, *found.get(2)?, *found.get(3)?)?;
        Some(Span::new(start, end).trim(text)).filter(|s| !s.is_empty())
    }

    /// Selects `span` as if the reader had.
    pub fn select(&self, text: &str, offsets: &Offsets, span: Span) {
        if let Some([first, start, last, end]) = self.ends(text, offsets, span) {
            self.nodes.select(first, start, last, end);
        }
    }

    /// A live range over `span`, for measuring.
    #[must_use]
    pub fn range(&self, text: &str, offsets: &Offsets, span: Span) -> Option<Range> {
        let [first, start, last, end] = self.ends(text, offsets, span)?;
        Some(self.nodes.range(first, start, last, end))
    }

    fn ends(&self, text: &str, offsets: &Offsets, span: Span) -> Option<[u32; 4]> {
        let mut places = Vec::new();
        self.places(text, offsets, span, &mut places);
        let last = places.len().checked_sub(3)?;
        Some([*places.first()?, *places.get(1)?, *places.get(last)?, *places.get(last + 2)?])
    }

    fn byte(&self, text: &str, offsets: &Offsets, number: u32, offset: u32) -> Option<usize> {
        let piece = self.pieces.get(number as usize)?;
        let unit = offsets.utf16(text, piece.start) + offset as usize;
        Some(offsets.byte_of_utf16(text, unit).min(piece.end))
    }
}

/// Node numbers and offsets stay below 2^32: the largest page is 64 MiB.
fn unsigned(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
