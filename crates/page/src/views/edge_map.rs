//! The map along the edge: where in the article quotes, comments and the reader's passages lie.

use super::print::{tag_class, voice_class};
use crate::dom::{breathe, clock, document, element, window};
use crate::error::PageError;
use crate::flow::layer::Layer;
use crate::flow::state::State;
use postil::{QuoteKind, Span};
use postil_document::TextBox;
use std::cell::Cell;
use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, Element, HtmlCanvasElement};

/// The least height of a mark on the map, in CSS pixels.
const LEAST: f64 = 3.0;
/// How long one piece of drawing may take, in milliseconds: asking where text stands can be slow on a long page.
const PIECE: f64 = 10.0;
/// How many marks are measured in one go: some milliseconds' worth on a slow machine.
const BATCH: usize = 100;

/// A mark on the map.
struct Mark {
    /// What it shows.
    span: Span,
    /// The CSS property with its colour.
    colour: String,
    /// Its left edge, in CSS pixels.
    left: f64,
    /// Its width, likewise.
    width: f64,
}

/// The map.
pub(crate) struct EdgeMap {
    canvas: HtmlCanvasElement,
    /// Counts drawings: a later one overtakes an earlier one.
    drawing: Cell<u32>,
}

impl EdgeMap {
    /// Empty yet.
    pub(crate) fn new() -> Result<Self, PageError> {
        Ok(Self { canvas: element(".map")?, drawing: Cell::new(0) })
    }

    /// Draws the map in short pieces: what it shows as the state is now, where it is shown as `boxes` say then.
    pub(crate) async fn draw(
        &self,
        marks: impl FnOnce() -> Marks,
        boxes: impl Fn(&[Span]) -> Vec<Option<TextBox>>,
    ) -> Result<(), PageError> {
        let number = self.drawing.get().wrapping_add(1);
        self.drawing.set(number);
        breathe().await?;
        let canvas = &self.canvas;
        let (wide, high) = (f64::from(canvas.client_width()), f64::from(canvas.client_height()));
        if high == 0.0 || self.drawing.get() != number {
            return Ok(()); // narrow windows have no map
        }
        let window = window()?;
        let scale = window.device_pixel_ratio();
        // pixels of a screen: far inside u32
        canvas.set_width((wide * scale) as u32);
        canvas.set_height((high * scale) as u32);
        let brush = canvas.get_context("2d")?.and_then(|c| c.dyn_into::<CanvasRenderingContext2d>().ok());
        let root = root()?;
        let (Some(brush), Some(colours)) = (brush, window.get_computed_style(&root)?) else { return Ok(()) };
        brush.scale(scale, scale)?;
        let page = f64::from(root.scroll_height()).max(1.0);
        let Marks(marks) = marks();
        let mut since = clock();
        for batch in marks.chunks(BATCH) {
            if clock() - since > PIECE {
                breathe().await?;
                since = clock();
            }
            if self.drawing.get() != number {
                return Ok(());
            }
            let spans: Vec<Span> = batch.iter().map(|mark| mark.span).collect();
            for (mark, place) in batch.iter().zip(boxes(&spans)) {
                let Some(place) = place.map(|place| place.whole).filter(|place| place.height() > 0.0) else { continue };
                let top = (place.top + window.scroll_y()?) / page * high;
                brush.set_fill_style_str(&colours.get_property_value(&mark.colour)?);
                brush.fill_rect(mark.left, top, mark.width, (place.height() / page * high).max(LEAST));
            }
        }
        Ok(())
    }

    /// Which part of the map's height a point of the window is at, from 0 to 1.
    pub(crate) fn part_at(&self, y: f64) -> f64 {
        let shown = self.canvas.get_bounding_client_rect();
        ((y - shown.top()) / shown.height().max(1.0)).clamp(0.0, 1.0)
    }
}

/// Scrolls so that a part of the page, from 0 to 1, stands in the middle of the window.
pub(crate) fn scroll_to_part(part: f64) -> Result<(), PageError> {
    let window = window()?;
    let height = window.inner_height()?.as_f64().unwrap_or_default();
    window.scroll_to_with_x_and_y(0.0, part * f64::from(root()?.scroll_height()) - height / 2.0);
    Ok(())
}

fn root() -> Result<Element, PageError> {
    document()?.document_element().ok_or(PageError::Missing("html"))
}

/// What the map shows, layers below first.
pub(crate) struct Marks(Vec<Mark>);

impl Marks {
    /// The marks of the open article.
    pub(crate) fn new(state: &State) -> Self {
        let Some(reading) = &state.reading else { return Self(Vec::new()) };
        let mut marks: Vec<Mark> = Vec::new();
        if state.is_on(Layer::Comments) {
            let mark = |span| Mark { span, colour: "--edge".to_owned(), left: 5.0, width: 4.0 };
            marks.extend(reading.analysis.comments.iter().map(|comment| mark(comment.span)));
        }
        if state.is_on(Layer::Quotes) {
            let quotes = reading.analysis.quotes.iter().zip(&reading.voice_of);
            let said = quotes.filter(|(quote, _)| quote.kind != QuoteKind::Marked);
            marks.extend(said.filter_map(|(quote, voice)| {
                let colour = ["--", &voice_class(&reading.voices, (*voice)?)].concat();
                Some(Mark { span: quote.span, colour, left: 4.0, width: 8.0 })
            }));
        }
        if state.is_on(Layer::Notes) {
            marks.extend(state.passages().filter_map(|(annotation, span)| {
                let colour = ["--", &tag_class(state, &annotation.tags)].concat();
                Some(Mark { span: span?, colour, left: 0.0, width: 4.0 })
            }));
        }
        Self(marks)
    }
}
