//! Words that were changed, word by word: what went is struck, what came is underlined.

use crate::dom::create;
use crate::error::PageError;
use postil::{Piece, difference};
use web_sys::Element;

/// Draws what became of `before`.
pub(super) fn draw_difference(into: &Element, before: &str, now: &str) -> Result<(), PageError> {
    for piece in difference(before, now) {
        let (tag, words) = match piece {
            Piece::Kept(words) => ("span", words),
            Piece::Removed(words) => ("del", words),
            Piece::Added(words) => ("ins", words),
        };
        let shown = create(tag)?;
        shown.set_text_content(Some(words));
        into.append_child(&shown)?;
    }
    Ok(())
}
