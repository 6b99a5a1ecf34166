//! Anchoring as a module of its own, for any page and any tool: a passage described so that it is found again, and found again.
//!
//! In: a root of a document, and ranges or selectors. Out: selectors, or ranges and what became of the words.
#![cfg(target_arch = "wasm32")]

use js_sys::{Array, Float64Array, JsString, Object, Reflect, Uint8Array};
use postil::{Offsets, Piece, Resolution, Selectors, Span, TextPosition, TextQuote, resolve_all};
use wasm_bindgen::prelude::*;
use web_sys::Node;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("exports.d.ts");

#[wasm_bindgen(module = "/src/root.js")]
extern "C" {
    #[wasm_bindgen(catch, js_name = textOf)]
    fn text_of(root: &Node) -> Result<JsString, JsValue>;
    fn encoded(text: &JsString) -> Uint8Array;
    #[wasm_bindgen(catch)]
    fn around(root: &Node, range: &AbstractRange) -> Result<Array, JsValue>;
    fn gathered(selectors: &Array) -> Array;
    fn resolutions(root: &Node, text: &JsString, found: &[u32]) -> Array;
}

#[wasm_bindgen]
extern "C" {
    /// A range of a document, live or not.
    #[wasm_bindgen(typescript_type = "AbstractRange")]
    pub type AbstractRange;
    /// Selectors of one passage.
    #[wasm_bindgen(typescript_type = "[TextQuoteSelector, TextPositionSelector]")]
    pub type SelectorPair;
    /// Selectors of many.
    #[wasm_bindgen(typescript_type = "(Selector | Selector[])[]")]
    pub type SelectorLists;
    /// What became of them.
    #[wasm_bindgen(typescript_type = "Resolution[]")]
    pub type Resolutions;
    /// What became of the words of one.
    #[wasm_bindgen(typescript_type = "Piece[]")]
    pub type Pieces;
}

/// Describes what a range holds of the text under a root, so that `resolve` finds it again: its words with up to 32 code points
/// around them, and its position in code points of the root's `textContent`.
///
/// # Errors
/// Throws when the range holds no text, or does not lie in the root.
#[wasm_bindgen]
pub fn describe(root: &Node, range: &AbstractRange) -> Result<SelectorPair, JsValue> {
    let parts = around(root, range)?;
    let part = |n| parts.get(n).as_string().unwrap_or_default();
    let (before, exact, after) = (part(0), part(1), part(2));
    let earlier = parts.get(3).as_f64().unwrap_or_default();
    let text = [before.as_str(), &exact, &after].concat();
    let span = Span::new(before.len(), before.len() + exact.len());
    let Selectors { quote, position } = postil::describe(&text, &Offsets::new(&text), span);
    let (quote, position) = (quote.unwrap_or_default(), position.unwrap_or_default());
    let quote = object(&[
        ("type", "TextQuoteSelector".into()),
        ("exact", quote.exact.into()),
        ("prefix", quote.prefix.into()),
        ("suffix", quote.suffix.into()),
    ])?;
    let position = object(&[
        ("type", "TextPositionSelector".into()),
        ("start", (earlier + position.start as f64).into()),
        ("end", (earlier + position.end as f64).into()),
    ])?;
    Ok(Array::of2(&quote, &position).unchecked_into())
}

/// Finds passages again in the text under a root, which may have changed: of each its selectors in, where it stands out, in the
/// same order. All that belong to a page are best resolved in one call: the text is read once, and each is found the better for the others.
///
/// # Errors
/// Throws when the root is a document, which has no text of its own; its `documentElement` has.
#[wasm_bindgen]
pub fn resolve(root: &Node, selectors: SelectorLists) -> Result<Resolutions, JsValue> {
    let shown = text_of(root)?;
    let text = String::from_utf8(encoded(&shown).to_vec()).map_err(|_| JsValue::from("the encoder gave no UTF-8"))?;
    let selectors = read(&gathered(selectors.unchecked_ref()));
    let offsets = Offsets::new(&text);
    let found = resolve_all(&text, &offsets, &selectors.iter().collect::<Vec<_>>());
    let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let mut numbers = Vec::with_capacity(found.len() * 5);
    for resolution in found {
        let state = match resolution {
            Resolution::Exact(_) => 0,
            Resolution::Moved(_) => 1,
            Resolution::Changed(_) => 2,
            Resolution::Gone => 3,
        };
        let span = resolution.span().unwrap_or_default();
        let ((from, to), (start, end)) = (offsets.span_utf16(&text, span), offsets.span_points(&text, span));
        numbers.extend([state, number(from), number(to), number(start), number(end)]);
    }
    Ok(resolutions(root, &shown, &numbers).unchecked_into())
}

/// What has to be taken out of `before` and put into it to make `after`, by whole words, in reading order: how a passage `changed`.
///
/// # Errors
/// Never, in a browser of this age.
#[wasm_bindgen]
pub fn difference(before: &str, after: &str) -> Result<Pieces, JsValue> {
    let pieces = Array::new();
    for piece in postil::difference(before, after) {
        let (kind, text) = match piece {
            Piece::Kept(text) => ("kept", text),
            Piece::Removed(text) => ("removed", text),
            Piece::Added(text) => ("added", text),
        };
        pieces.push(&object(&[("kind", kind.into()), ("text", text.into())])?);
    }
    Ok(pieces.unchecked_into())
}

/// Selectors as `root.js` gathers them.
fn read(gathered: &Array) -> Vec<Selectors> {
    let quotes: Array = gathered.get(0).unchecked_into();
    let positions = gathered.get(1).unchecked_into::<Float64Array>().to_vec();
    let (positions, _) = positions.as_chunks::<2>();
    (0..)
        .step_by(3)
        .zip(positions)
        .map(|(at, &[start, end])| {
            let part = |n: u32| quotes.get(at + n).as_string();
            let quote = part(0).map(|exact| TextQuote {
                exact,
                prefix: part(1).unwrap_or_default(),
                suffix: part(2).unwrap_or_default(),
            });
            // saturating: a number no text is as long as leads to its end
            let position = (start >= 0.0).then_some(TextPosition { start: start as usize, end: end as usize });
            Selectors { quote, position }
        })
        .collect()
}

fn object(fields: &[(&str, JsValue)]) -> Result<JsValue, JsValue> {
    let object = Object::new();
    for (name, value) in fields {
        Reflect::set(&object, &JsValue::from_str(name), value)?;
    }
    Ok(object.into())
}
