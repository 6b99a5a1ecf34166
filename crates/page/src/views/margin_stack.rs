//! What stands in a margin beside its passages, one below the other.

use crate::dom::{put, window};
use crate::error::PageError;
use crate::page::reading::Reading;
use crate::page::shown::Shown;
use postil::Span;
use web_sys::HtmlElement;

/// Moves each beside its passage, and down where it would stand over the one before, with `gap` CSS pixels between.
pub(super) fn stack(
    parts: &[(Span, HtmlElement)],
    gap: f64,
    reading: &Reading,
    shown: &Shown,
) -> Result<(), PageError> {
    if parts.is_empty() {
        return Ok(());
    }
    let scroll = window()?.scroll_y()?;
    let spans: Vec<Span> = parts.iter().map(|(span, _)| *span).collect();
    let places = shown.boxes(reading, &spans);
    // read all boxes first, then move: one layout instead of one a part
    let mut boxes = Vec::new();
    for ((_, part), place) in parts.iter().zip(places) {
        let row = part.parent_element().map_or(0.0, |margin| margin.get_bounding_client_rect().top() + scroll);
        let wanted = place.map_or(0.0, |place| place.whole.top + scroll);
        boxes.push((f64::from(part.offset_height()), row, wanted, part));
    }
    let mut free = 0.0_f64;
    for (height, row, wanted, part) in boxes {
        let top = wanted.max(free);
        put(part, "top", top - row - 4.0)?;
        free = top + height + gap;
    }
    Ok(())
}
