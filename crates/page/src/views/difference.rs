//! Words that were changed, word by word: what went is struck, what came is underlined.

use crate::dom::create;
use crate::error::PageError;
use postil::{Piece, difference};
use web_sys::Element;

/// Draws what became of `before`.
pub(super) fn draw_difference(into: &Element, before: &str, now: &str) -> Result<(), PageError> {
    let mut is_removed = false;
    for piece in difference(before, now) {
        let (tag, words) = match piece {
            Piece::Kept(words) => ("span", words),
            Piece::Removed(words) => ("del", words),
            Piece::Added(words) => ("ins", words),
        };
        // no line under a space, and one between what went and what came in its place
        let bare = words.trim();
        let (before, after) = words.split_once(bare).unwrap_or_default();
        into.append_with_str_1(if tag == "ins" && is_removed { " " } else { before })?;
        let shown = create(tag)?;
        shown.set_text_content(Some(bare));
        into.append_child(&shown)?;
        into.append_with_str_1(after)?;
        is_removed = tag == "del" && after.is_empty();
    }
    Ok(())
}
