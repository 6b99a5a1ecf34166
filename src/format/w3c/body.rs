//! The bodies of an annotation: tags, note, and what is set right.

use super::is_a;
use crate::annotation::{Correction, tidy_tags};
use crate::format::json::{each, string};
use crate::format::{type_name, type_of};
use serde_json::{Value, json};

/// The class of words that are no name.
const NO_NAME: &str = "not-a-name";
/// What the one who is identified is to the passage: the annotation context declares the prefix.
const ROLE: &str = "schema:roleName";
const SPEAKER: &str = "speaker";

/// Tags, note and correction of an annotation, from bodies as strings, objects and arrays, `bodyValue`, and bodies of specific resources.
///
/// What is for `tagging` is a tag; what [`correction`] writes is one; every other text is part of the note, one paragraph each.
/// Of a choice the first is taken.
pub(super) fn read(annotation: &Value) -> (Vec<String>, String, Option<Correction>) {
    let tagging = purposes(annotation.get("motivation")).any(is_tagging);
    let (mut tags, mut notes, mut correction) = (Vec::new(), Vec::new(), None);
    if let Some(text) = string(annotation, &["bodyValue"]) {
        if tagging { tags.push(text) } else { notes.push(text) }
    }
    for body in each(annotation.get("body")) {
        let body = if is_a(body, "Choice") { each(body.get("items")).first().unwrap_or(body) } else { body };
        if let Some(read) = read_correction(body) {
            correction = Some(read);
            continue;
        }
        let Some(text) = text_of(body).filter(|t| !t.is_empty()) else {
            continue;
        };
        let own = body.get("purpose").or_else(|| body.get("motivation"));
        let is_tag = if own.is_some() { purposes(own).any(is_tagging) } else { tagging || is_a(body, "Tag") };
        if is_tag { tags.push(text) } else { notes.push(text) }
    }
    (tidy_tags(&tags), notes.join("\n\n"), correction)
}

/// What is set right, as a body: a name's kind classifies the passage, a speaker identifies who says it, nobody by no words.
pub(in crate::format) fn correction(correction: &Correction) -> Value {
    match correction {
        Correction::Kind(kind) => {
            json!({"type": "TextualBody", "purpose": "classifying", "value": kind.map_or(NO_NAME, type_name)})
        }
        Correction::Speaker(name) => {
            let name = name.as_deref().unwrap_or_default();
            json!({"type": "TextualBody", "purpose": "identifying", ROLE: SPEAKER, "value": name})
        }
    }
}

/// What such a body sets right.
pub(in crate::format) fn read_correction(body: &Value) -> Option<Correction> {
    let value = body.get("value")?.as_str()?;
    match (body.get("purpose")?.as_str()?, value) {
        ("classifying", NO_NAME) => Some(Correction::Kind(None)),
        ("classifying", kind) => type_of(kind).map(|kind| Correction::Kind(Some(kind))),
        ("identifying", name) if body.get(ROLE).and_then(Value::as_str) == Some(SPEAKER) => {
            Some(Correction::Speaker(Some(name.to_owned()).filter(|n| !n.trim().is_empty())))
        }
        _ => None,
    }
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
