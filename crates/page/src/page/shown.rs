//! The open article as the page shows it: places in its text to places in the window, and back.

use super::reading::Reading;
use crate::dom::window;
use postil::Span;
use postil_document::TextMap;
use wasm_bindgen::JsCast;
use web_sys::{DomRect, HtmlElement, Range, ScrollBehavior, ScrollToOptions, Selection};

/// How much of the window's top lies under the page's bars, in CSS pixels, with some air.
const BARS: f64 = 120.0;
/// How much of it they cover.
const COVERED: f64 = 80.0;

/// Where a span stands in the window.
pub(crate) struct TextBox {
    /// Its first line.
    pub(crate) first_line: DomRect,
    /// All of it.
    pub(crate) whole: DomRect,
}

/// What of an article's text is on the page.
pub(crate) struct Shown {
    map: TextMap,
}

impl Shown {
    /// The text that `map` knows.
    pub(crate) fn new(map: TextMap) -> Self {
        Self { map }
    }

    /// Paints spans under a highlight's name, in one batch; no span takes the highlight away.
    pub(crate) fn paint(&self, reading: &Reading, name: &str, spans: &[Span], priority: i32) {
        let mut places = Vec::new();
        for span in spans {
            self.map.places(reading.text(), &reading.offsets, *span, &mut places);
        }
        self.map.paint(name, &places, priority);
    }

    /// The byte of the text that is shown at a point of the window.
    pub(crate) fn byte_at(&self, reading: &Reading, x: f64, y: f64) -> Option<usize> {
        self.map.under(reading.text(), &reading.offsets, x, y)
    }

    /// What is selected, as a span of the text without white space at its edges.
    pub(crate) fn selected(&self, reading: &Reading) -> Option<Span> {
        self.map.selected(reading.text(), &reading.offsets)
    }

    /// Selects `span` as if the reader had.
    pub(crate) fn select(&self, reading: &Reading, span: Span) {
        self.map.select(reading.text(), &reading.offsets, span);
    }

    /// Lets the selection go.
    pub(crate) fn deselect(&self) {
        if let Some(selection) = selection() {
            let _ = selection.remove_all_ranges(); // there is nothing that could refuse
        }
    }

    /// Moves the selection's end by a `word` or a `line`.
    pub(crate) fn extend_selection(&self, forward: bool, unit: &str) {
        if let Some(selection) = selection() {
            let _ = selection.modify("extend", if forward { "forward" } else { "backward" }, unit);
        }
    }

    /// Where each span stands in the window; `None` for what is not shown.
    pub(crate) fn boxes(&self, reading: &Reading, spans: &[Span]) -> Vec<Option<TextBox>> {
        spans.iter().map(|span| self.text_box(reading, *span)).collect()
    }

    /// Where `span` stands in the window.
    pub(crate) fn text_box(&self, reading: &Reading, span: Span) -> Option<TextBox> {
        let range = self.range(reading, span)?;
        Some(TextBox { first_line: range.get_client_rects()?.item(0)?, whole: range.get_bounding_client_rect() })
    }

    /// Scrolls so that `span` starts in the upper third of the window, unless it is well in view.
    pub(crate) fn scroll_to(&self, reading: &Reading, span: Span) {
        let scrolled = || {
            let place = self.text_box(reading, span)?.first_line;
            let window = window().ok()?;
            let height = window.inner_height().ok()?.as_f64()?;
            if place.top() > BARS && place.bottom() < height * 0.8 {
                return None;
            }
            let still = window.match_media("(prefers-reduced-motion: reduce)").ok()?.is_some_and(|m| m.matches());
            let options = ScrollToOptions::new();
            options.set_top(window.scroll_y().ok()? + place.top() - height / 3.0);
            options.set_behavior(if still { ScrollBehavior::Instant } else { ScrollBehavior::Smooth });
            window.scroll_to_with_scroll_to_options(&options);
            Some(())
        };
        let _ = scrolled(); // what is not shown cannot be scrolled to
    }

    /// Where the first block that is in the window begins.
    pub(crate) fn first_in_view(&self, reading: &Reading) -> usize {
        let blocks = &reading.analysis.article.blocks;
        let seen = blocks.partition_point(|block| {
            self.range(reading, block.span).is_none_or(|range| range.get_bounding_client_rect().bottom() < COVERED)
        });
        blocks.get(seen).map_or(0, |block| block.span.start)
    }

    /// The margin for notes beside the place where `span` begins.
    pub(crate) fn notes_margin(&self, reading: &Reading, span: Span) -> Option<HtmlElement> {
        let start = self.range(reading, span)?.start_container().ok()?.parent_element()?;
        start.closest(".row").ok()??.query_selector(".notes").ok()??.dyn_into().ok()
    }

    fn range(&self, reading: &Reading, span: Span) -> Option<Range> {
        self.map.range(reading.text(), &reading.offsets, span)
    }
}

/// Whether anything in the window is selected.
pub(crate) fn is_selecting() -> bool {
    selection().is_some_and(|selection| !selection.is_collapsed())
}

fn selection() -> Option<Selection> {
    window().ok()?.get_selection().ok()?
}
