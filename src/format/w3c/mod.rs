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

pub(super) use body::{correction, read_correction};
pub(super) use export::collection;
pub use export::{NOTES, export, to_value};
pub(super) use import::{from_root, with_id};
pub use import::{from_value, import};

use super::json::each;
use serde_json::Value;

/// The JSON-LD context of the data model.
const CONTEXT: &str = "http://www.w3.org/ns/anno.jsonld";

/// Whether `value` says that it is a `name`, prefixed or not (`oa:TextQuoteSelector`, `…/ns/oa#TextQuoteSelector`).
fn is_a(value: &Value, name: &str) -> bool {
    let types = each(value.get("type").or_else(|| value.get("@type")));
    types.iter().filter_map(Value::as_str).any(|t| t.rsplit([':', '#', '/']).next() == Some(name))
}
