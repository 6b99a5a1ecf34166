//! Annotations out.

use super::{CONTEXT, body};
use crate::annotation::{Annotation, Correction, Fnv, utc_time};
use crate::format::iri::iri;
use crate::format::notes_format::NotesFormat;
use serde_json::{Map, Value, json};

/// A reader's notes as an annotation collection.
pub static NOTES: NotesFormat = NotesFormat {
    name: "JSON-LD",
    extension: "jsonld",
    media_type: "application/ld+json",
    write: |notes| export(notes.annotations),
};

/// Writes annotations as one `AnnotationCollection` that holds its only `AnnotationPage`, indented for people.
///
/// The collection's own id is made from the ids in it, so that the same notes give the same file. [`import`](super::import()) reads it.
///
/// ```
/// use postil::format::w3c::{export, import};
/// let file = export(&[]);
/// assert!(file.contains("AnnotationCollection"));
/// assert!(import(&file)?.annotations.is_empty());
/// # Ok::<(), postil::format::FormatError>(())
/// ```
#[must_use]
pub fn export(annotations: &[Annotation]) -> String {
    format!("{:#}\n", collection(annotations))
}

/// The collection. Each annotation and the page stand by themselves, too, with a context of their own, when they are cut out of it.
pub(in crate::format) fn collection(annotations: &[Annotation]) -> Value {
    let mut hash = Fnv::new();
    annotations.iter().for_each(|a| hash.text(&a.id));
    let id = format!("urn:postil:{:032x}", hash.0);
    let page_id = format!("{id}:1");
    let about = |mut value: Value| {
        value["label"] = "Notes from Postil".into();
        value["total"] = annotations.len().into();
        value
    };
    let items: Vec<Value> = annotations.iter().map(exported).collect();
    let page = json!({
        "@context": CONTEXT,
        "id": page_id,
        "type": "AnnotationPage",
        "partOf": about(json!({"id": id, "type": "AnnotationCollection"})),
        "startIndex": 0,
        "items": items,
    });
    about(json!({"@context": CONTEXT, "id": id, "type": "AnnotationCollection", "first": page, "last": page_id}))
}

/// One annotation as it leaves: what another tool gave no IRI and no time in UTC gets one.
fn exported(annotation: &Annotation) -> Value {
    let mut whole = annotation.clone();
    whole.id = iri(&whole.id);
    whole.source = iri(&whole.source);
    for time in [&mut whole.created, &mut whole.modified] {
        *time = utc_time(time).unwrap_or_default();
    }
    let mut value = to_value(&whole);
    value["@context"] = CONTEXT.into();
    value
}

/// One annotation, as it is stored. [`from_value`](super::from_value()) reads it.
#[must_use]
pub fn to_value(annotation: &Annotation) -> Value {
    let body: Vec<Value> = annotation
        .tags
        .iter()
        .map(|tag| json!({"type": "TextualBody", "purpose": "tagging", "value": tag}))
        .chain((!annotation.note.is_empty()).then(
            || json!({"type": "TextualBody", "purpose": "commenting", "format": "text/plain", "value": annotation.note}),
        ))
        .chain(annotation.correction.as_ref().map(body::correction))
        .collect();
    let motivation = match (&annotation.correction, annotation.note.is_empty(), annotation.tags.is_empty()) {
        (Some(Correction::Kind(_)), ..) => "classifying",
        (Some(Correction::Speaker(_)), ..) => "identifying",
        (None, false, _) => "commenting",
        (None, true, false) => "tagging",
        (None, true, true) => "highlighting",
    };
    let mut out = Map::new();
    out.insert("id".into(), annotation.id.clone().into());
    out.insert("type".into(), "Annotation".into());
    out.insert("motivation".into(), motivation.into());
    for (key, time) in [("created", &annotation.created), ("modified", &annotation.modified)] {
        if !time.is_empty() {
            out.insert(key.into(), time.clone().into());
        }
    }
    if !body.is_empty() {
        out.insert("body".into(), body.into());
    }
    out.insert("target".into(), target(annotation));
    out.into()
}

fn target(annotation: &Annotation) -> Value {
    let mut out = Map::new();
    out.insert("type".into(), "SpecificResource".into());
    out.insert("source".into(), annotation.source.clone().into());
    if !annotation.title.is_empty() {
        out.insert("dcterms:title".into(), annotation.title.clone().into());
    }
    let quote = annotation
        .selectors
        .quote
        .as_ref()
        .map(|q| json!({"type": "TextQuoteSelector", "exact": q.exact, "prefix": q.prefix, "suffix": q.suffix}));
    let position = annotation.selectors.position;
    let position = position.map(|p| json!({"type": "TextPositionSelector", "start": p.start, "end": p.end}));
    let selectors: Vec<Value> = quote.into_iter().chain(position).collect();
    if !selectors.is_empty() {
        out.insert("selector".into(), selectors.into());
    }
    out.into()
}
