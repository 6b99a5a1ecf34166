//! The map along the edge: where in the article quotes, comments and the reader's passages lie.

use super::app::App;
use super::state::{Layer, State};
use crate::dom::{breathe, clock, document, window};
use crate::error::PageError;
use postil::{QuoteKind, Span};
use postil_document::TextBox;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::CanvasRenderingContext2d;

/// The least height of a mark on the map, in CSS pixels.
const LEAST: f64 = 3.0;
/// How long one piece of drawing may take, in milliseconds: asking where text stands can be slow on a long page.
const PIECE: f64 = 10.0;

/// How many marks are measured in one go: some milliseconds' worth on a slow machine.
const BATCH: usize = 100;

/// A mark on the map: what it shows, the CSS property with its colour, its left edge and width in CSS pixels.
type Mark = (Span, String, f64, f64);

impl App {
    /// Draws the map from where the marks are shown now, in short pieces; a later drawing overtakes an earlier one.
    pub(super) fn draw_map(self: &Rc<Self>) -> Result<(), PageError> {
        let number = self.mapping.get().wrapping_add(1);
        self.mapping.set(number);
        let app = Rc::clone(self);
        self.spawn(async move { app.paint_map(number).await });
        Ok(())
    }

    async fn paint_map(self: Rc<Self>, number: u32) -> Result<(), PageError> {
        breathe().await?;
        let canvas = &self.parts.map;
        let (wide, high) = (f64::from(canvas.client_width()), f64::from(canvas.client_height()));
        if high == 0.0 || self.mapping.get() != number {
            return Ok(()); // narrow windows have no map
        }
        let window = window()?;
        let scale = window.device_pixel_ratio();
        // pixels of a screen: far inside u32
        canvas.set_width((wide * scale) as u32);
        canvas.set_height((high * scale) as u32);
        let brush = canvas.get_context("2d")?.and_then(|c| c.dyn_into::<CanvasRenderingContext2d>().ok());
        let root = document()?.document_element().ok_or(PageError::Missing("the root"))?;
        let (Some(brush), Some(colours)) = (brush, window.get_computed_style(&root)?) else { return Ok(()) };
        brush.scale(scale, scale)?;
        let page = f64::from(root.scroll_height()).max(1.0);
        let marks = self.state.borrow().map_marks();
        let mut since = clock();
        for batch in marks.chunks(BATCH) {
            if clock() - since > PIECE {
                breathe().await?;
                since = clock();
            }
            if self.mapping.get() != number {
                return Ok(());
            }
            let spans: Vec<Span> = batch.iter().map(|(span, ..)| *span).collect();
            let boxes = self.state.borrow().reading.as_ref().map(|r| r.boxes(&spans));
            for ((_, colour, left, width), shown) in batch.iter().zip(boxes.unwrap_or_default()) {
                let Some(TextBox { whole, .. }) = shown else { continue };
                let top = (whole.top + window.scroll_y()?) / page * high;
                brush.set_fill_style_str(&colours.get_property_value(colour)?);
                brush.fill_rect(*left, top, *width, (whole.height() / page * high).max(LEAST));
            }
        }
        Ok(())
    }

    /// A click on the map scrolls to that part of the article.
    pub(super) fn follow_map(&self, y: f64) -> Result<(), PageError> {
        let shown = self.parts.map.get_bounding_client_rect();
        let root = document()?.document_element().ok_or(PageError::Missing("the root"))?;
        let window = window()?;
        let height = window.inner_height()?.as_f64().unwrap_or_default();
        let part = ((y - shown.top()) / shown.height().max(1.0)).clamp(0.0, 1.0);
        window.scroll_to_with_x_and_y(0.0, part * f64::from(root.scroll_height()) - height / 2.0);
        Ok(())
    }
}

impl State {
    /// What the map shows, layers below first.
    fn map_marks(&self) -> Vec<Mark> {
        let Some(reading) = &self.reading else { return Vec::new() };
        let mut marks: Vec<Mark> = Vec::new();
        if !self.off.contains(&Layer::Comments) {
            marks.extend(reading.analysis.comments.iter().map(|c| (c.span, "--edge".to_owned(), 5.0, 4.0)));
        }
        if !self.off.contains(&Layer::Quotes) {
            let quotes = reading.analysis.quotes.iter().zip(&reading.voice_of);
            marks.extend(
                quotes.filter(|(q, _)| q.kind != QuoteKind::Marked).filter_map(|(quote, voice)| {
                    voice.map(|v| (quote.span, format!("--v{}", reading.hue(v)), 4.0, 8.0))
                }),
            );
        }
        if !self.off.contains(&Layer::Mine) {
            for (annotation, span) in self.passages() {
                let hue = self.tag_hue(annotation.tags.first().map_or("", String::as_str));
                marks.extend(span.map(|s| (s, format!("--t{hue}"), 0.0, 4.0)));
            }
        }
        marks
    }
}
