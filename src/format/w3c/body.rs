//! The bodies of an annotation: tags and note.

use super::{each, is_a, string};
use crate::annotation::tidy_tags;
use serde_json::Value;

/// Tags and note of an annotation, from bodies as strings, objects and arrays, `bodyValue`, and bodies of specific resources.
///
/// What is for `tagging` is a tag; every other text is part of the note, one paragraph each. Of a choice the first is taken.
pub(super) fn read(annotation: &Value) -> (Vec<String>, String) {
    let tagging = purposes(annotation.get("motivation")).any(is_tagging);
    let (mut tags, mut notes) = (Vec::new(), Vec::new());
    if let Some(text) = string(annotation, &["bodyValue"]) {
        if tagging { tags.push(text) } else { notes.push(text) }
    }
    for body in each(annotation.get("body")) {
        let body = if is_a(body, "Choice") { each(body.get("items")).first().unwrap_or(body) } else { body };
        let Some(text) = text_of(body).filter(|t| !t.is_empty()) else {
            continue;
        };
        let own = body.get("purpose").or_else(|| body.get("motivation"));
        let is_tag = if own.is_some() { purposes(own).any(is_tagging) } else { tagging || is_a(body, "Tag") };
        if is_tag { tags.push(text) } else { notes.push(text) }
    }
    (tidy_tags(&tags), notes.join("\n\n"))
}

/// The words of a body, or the address of one that is elsewhere.
fn text_of(body: &Value) -> Option<&str> {
    let inner = match body.get("source") {
        Some(source @ Value::Object(_)) => source,
        _ => body,
    };
    // `chars` and `cnt:chars` are those of the Open Annotation drafts
    let keys = ["value", "rdf:value", "chars", "cnt:chars", "source", "id", "@id"];
    inner.as_str().or_else(|| string(inner, &keys))
}

fn purposes(value: Option<&Value>) -> impl Iterator<Item = &str> {
    each(value).iter().filter_map(Value::as_str)
}

fn is_tagging(purpose: &str) -> bool {
    purpose.rsplit([':', '#', '/']).next() == Some("tagging")
}
