//! A note's text, element by element: no markup that somebody typed is ever parsed into the page.

use crate::dom::create;
use crate::error::PageError;
use crate::page::markdown::{Block, Piece, blocks};
use web_sys::HtmlElement;

/// Draws a note. In a control `links` lead nowhere: their words stand there alone.
pub(crate) fn draw_note(into: &HtmlElement, note: &str, links: bool) -> Result<(), PageError> {
    into.set_text_content(None);
    for block in blocks(note) {
        let element = match &block {
            Block::Paragraph(pieces) => filled("md-p", pieces, links)?,
            Block::Heading(pieces) => filled("md-h", pieces, links)?,
            Block::Quote(pieces) => filled("md-q", pieces, links)?,
            Block::Code(code) => {
                let element = part("md-code")?;
                element.set_text_content(Some(code));
                element
            }
            Block::List(numbered, items) => {
                let list = part(if *numbered { "md-n" } else { "md-u" })?;
                for item in items {
                    list.append_child(&*filled("md-i", item, links)?)?;
                }
                list
            }
        };
        into.append_child(&element)?;
    }
    Ok(())
}

/// A piece that may stand anywhere, in a button too: how it looks is in the styles.
fn part(class: &str) -> Result<HtmlElement, PageError> {
    let element = create("span")?;
    element.set_class_name(class);
    Ok(element)
}

fn filled(class: &str, pieces: &[Piece], links: bool) -> Result<HtmlElement, PageError> {
    let into = part(class)?;
    for piece in pieces {
        let (tag, words) = match piece {
            Piece::Text(words) => ("span", words),
            Piece::Stressed(words) => ("em", words),
            Piece::Strong(words) => ("strong", words),
            Piece::Code(words) => ("code", words),
            Piece::Link(words, _) => (if links { "a" } else { "u" }, words),
        };
        let element = create(tag)?;
        element.set_text_content(Some(words));
        if let (Piece::Link(_, address), true) = (piece, links) {
            element.set_attribute("href", address)?;
            element.set_attribute("target", "_blank")?;
            element.set_attribute("rel", "noopener noreferrer")?;
        }
        into.append_child(&element)?;
    }
    Ok(into)
}
