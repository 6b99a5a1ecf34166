//! Annotations in the W3C Web Annotation Data Model, as JSON-LD (<https://www.w3.org/TR/annotation-model/>).
//!
//! Tags are bodies with the purpose `tagging`, the note is one with the purpose `commenting`; what the reader sets right is one
//! with the purpose `classifying` (a name's kind) or `identifying` (a quote's speaker). The passage is a
//! `SpecificResource` with a `TextQuoteSelector` and a `TextPositionSelector`. The article's title is the target's
//! `dcterms:title`: the annotation context declares that prefix, so the file needs no context of its own.

mod body;
mod export;
mod import;
mod target;

pub use export::{NOTES, export, to_value};
pub use import::{FormatError, Imported, Rejected, from_value, import};

use serde_json::Value;

/// The JSON-LD context of the data model.
const CONTEXT: &str = "http://www.w3.org/ns/anno.jsonld";

/// The string under the first of `keys` that has one.
fn string<'a>(value: &'a Value, keys: &[&str]) -> Option<&'a str> {
    keys.iter().find_map(|key| value.get(key)?.as_str())
}

/// The values that JSON-LD means: of an array its items, of anything else itself, of nothing none.
fn each(value: Option<&Value>) -> &[Value] {
    match value {
        None | Some(Value::Null) => &[],
        Some(Value::Array(items)) => items,
        Some(one) => std::slice::from_ref(one),
    }
}

/// Whether `value` says that it is a `name`, prefixed or not (`oa:TextQuoteSelector`, `…/ns/oa#TextQuoteSelector`).
fn is_a(value: &Value, name: &str) -> bool {
    let types = each(value.get("type").or_else(|| value.get("@type")));
    types.iter().filter_map(Value::as_str).any(|t| t.rsplit([':', '#', '/']).next() == Some(name))
}
