//! A document on its way into Rust: three values made by `walk.js`, rebuilt here into a snapshot.

use crate::error::BrowserError;
use postil::{Builder, KEPT_ATTRIBUTES, Snapshot, Source};
use wasm_bindgen::prelude::*;
use web_sys::{Document, DomParser, Element, SupportedType};

#[wasm_bindgen(module = "/src/walk.js")]
extern "C" {
    /// What `walk` returns.
    #[wasm_bindgen(typescript_type = "{ops: Uint32Array, text: string, strings: string}")]
    pub type Flat;

    fn walk(root: &Element, kept: js_sys::Array) -> Flat;

    #[wasm_bindgen(method, getter)]
    fn ops(this: &Flat) -> js_sys::Uint32Array;
    #[wasm_bindgen(method, getter)]
    fn text(this: &Flat) -> String;
    #[wasm_bindgen(method, getter)]
    fn strings(this: &Flat) -> String;
}

/// Flattens the tree under `root` in one crossing.
#[must_use]
pub fn flatten(root: &Element) -> Flat {
    walk(root, kept_attributes())
}

/// The names of the attributes that cross.
pub(crate) fn kept_attributes() -> js_sys::Array {
    KEPT_ATTRIBUTES.iter().map(|&name| JsValue::from_str(name)).collect()
}

/// Parses HTML with the browser's own parser into a document that runs nothing and loads nothing, and flattens it.
///
/// # Errors
/// When the browser gives no document.
pub fn flatten_html(html: &str) -> Result<Flat, BrowserError> {
    let inert: Document = DomParser::new()?.parse_from_string(html, SupportedType::TextHtml)?;
    let root = inert.document_element().ok_or(BrowserError::NoDocument)?;
    Ok(flatten(&root))
}

/// Rebuilds the tree. Numbers that make no sense are passed over: the worst outcome is a smaller tree.
#[must_use]
pub fn snapshot(flat: &Flat) -> Snapshot {
    rebuild(&flat.ops().to_vec(), &flat.text(), &flat.strings())
}

fn rebuild(ops: &[u32], text: &str, strings: &str) -> Snapshot {
    let strings: Vec<&str> = strings.split('\0').collect();
    let string = |n: u32| strings.get(n as usize).copied().unwrap_or_default();
    let mut builder = Builder::new(Source::Html);
    let mut rest = text;
    let mut ops = ops.iter().copied();
    while let Some(op) = ops.next() {
        match op {
            1 => {
                let tag = string(ops.next().unwrap_or_default());
                let count = ops.next().unwrap_or_default();
                let attributes: Vec<(&str, &str)> =
                    (0..count).map_while(|_| Some((string(ops.next()?), string(ops.next()?)))).collect();
                builder.open(tag, attributes);
            }
            2 => {
                let (data, after) = split_utf16(rest, ops.next().unwrap_or_default() as usize);
                builder.text(data);
                rest = after;
            }
            _ => builder.close(),
        }
    }
    builder.finish()
}

/// Splits `text` after `units` UTF-16 units.
fn split_utf16(text: &str, units: usize) -> (&str, &str) {
    let mut seen = 0;
    let end = text.char_indices().find(|&(_, c)| {
        let full = seen >= units;
        seen += c.len_utf16();
        full
    });
    text.split_at(end.map_or(text.len(), |(at, _)| at))
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_bindgen_test::wasm_bindgen_test;

    #[wasm_bindgen_test]
    fn a_document_crosses_whole() {
        let flat = flatten_html("<p class=a onclick=x()>One 😀 <b>two</b></p><style>p{}</style><p>three</p>");
        let snapshot = snapshot(&flat.expect("a document"));
        assert_eq!(snapshot.text, "One 😀 twothree");
        let p = (0..snapshot.nodes.len()).find(|&i| snapshot.tag(i) == "p").expect("a paragraph");
        assert_eq!(snapshot.attribute(p, "class"), Some("a"));
        assert_eq!(snapshot.attribute(p, "onclick"), None);
        let texts: Vec<&str> = (0..snapshot.nodes.len()).map(|i| snapshot.data(i)).filter(|d| !d.is_empty()).collect();
        assert_eq!(texts, ["One 😀 ", "two", "three"]);
    }
}
