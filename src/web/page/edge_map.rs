//! The map along the edge: where in the article quotes, comments and the reader's passages lie.

use super::app::App;
use super::state::Layer;
use crate::quote::QuoteKind;
use crate::text::Span;
use crate::web::dom::{document, window};
use crate::web::error::WebError;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::CanvasRenderingContext2d;

/// The least height of a mark on the map, in CSS pixels.
const LEAST: f64 = 3.0;

impl App {
    /// Draws the map from where the marks are shown now.
    pub(super) fn draw_map(self: &Rc<Self>) -> Result<(), WebError> {
        let canvas = &self.parts.map;
        let (wide, high) = (f64::from(canvas.client_width()), f64::from(canvas.client_height()));
        let window = window()?;
        let scale = window.device_pixel_ratio();
        // pixels of a screen: far inside u32
        canvas.set_width((wide * scale) as u32);
        canvas.set_height((high * scale) as u32);
        let Some(brush) = canvas.get_context("2d")?.and_then(|c| c.dyn_into::<CanvasRenderingContext2d>().ok()) else {
            return Ok(());
        };
        brush.scale(scale, scale)?;
        let root = document()?.document_element().ok_or(WebError::Missing("the root"))?;
        let Some(colours) = window.get_computed_style(&root)? else { return Ok(()) };
        let page = f64::from(root.scroll_height()).max(1.0);
        let scroll = window.scroll_y()?;
        let state = self.state.borrow();
        let Some(reading) = &state.reading else { return Ok(()) };
        let place = |span: Span| {
            let range = reading.map.range(reading.text(), &reading.offsets, span)?;
            let shown = range.get_bounding_client_rect();
            (shown.height() > 0.0)
                .then(|| ((shown.top() + scroll) / page * high, (shown.height() / page * high).max(LEAST)))
        };
        let paint = |colour: &str, left: f64, width: f64, span: Span| {
            if let (Some((top, tall)), Ok(colour)) = (place(span), colours.get_property_value(colour)) {
                brush.set_fill_style_str(&colour);
                brush.fill_rect(left, top, width, tall);
            }
        };
        if !state.off.contains(&Layer::Comments) {
            for comment in &reading.analysis.comments {
                paint("--edge", 5.0, 4.0, comment.span);
            }
        }
        if !state.off.contains(&Layer::Quotes) {
            for (index, quote) in reading.analysis.quotes.iter().enumerate() {
                if let (Some(voice), true) =
                    (reading.voice_of.get(index).copied().flatten(), quote.kind != QuoteKind::Marked)
                {
                    paint(&format!("--v{}", reading.hue(voice)), 4.0, 8.0, quote.span);
                }
            }
        }
        if !state.off.contains(&Layer::Mine) {
            for (annotation, span) in state.notebook.annotations().iter().zip(&state.places) {
                if let Some(span) = span {
                    let hue = state.tag_hue(annotation.tags.first().map_or("", String::as_str));
                    paint(&format!("--t{hue}"), 0.0, 4.0, *span);
                }
            }
        }
        Ok(())
    }

    /// A click on the map scrolls to that part of the article.
    pub(super) fn follow_map(&self, y: f64) -> Result<(), WebError> {
        let shown = self.parts.map.get_bounding_client_rect();
        let root = document()?.document_element().ok_or(WebError::Missing("the root"))?;
        let window = window()?;
        let height = window.inner_height()?.as_f64().unwrap_or_default();
        let part = ((y - shown.top()) / shown.height().max(1.0)).clamp(0.0, 1.0);
        window.scroll_to_with_x_and_y(0.0, part * f64::from(root.scroll_height()) - height / 2.0);
        Ok(())
    }
}
