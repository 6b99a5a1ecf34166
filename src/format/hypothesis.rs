//! Annotations as Hypothesis's API has them (<https://h.readthedocs.io/en/latest/api-reference/v1/>), and as its client exports them.
//!
//! A passage goes out and comes in by its words and what stands around them: a position of Hypothesis's counts UTF-16 units of
//! another text than Postil's, and is never read. What is set right has no place there; it stands under a key of Postil's own.

use super::imported::{FormatError, Imported, Rejected};
use super::iri::iri;
use super::json::{each, string};
use super::notes_format::NotesFormat;
use super::w3c;
use crate::anchor::{Selectors, TextQuote};
use crate::annotation::{Annotation, tidy_tags, utc_time};
use serde_json::{Map, Value, json};

/// A reader's notes as an answer of Hypothesis's search.
pub static NOTES: NotesFormat = NotesFormat {
    name: "Hypothesis",
    extension: "hypothesis.json",
    media_type: "application/json",
    write: |notes| export(notes.annotations),
};

/// Where what is set right is kept.
const CORRECTION: &str = "postil:correction";

/// Writes annotations as an answer of Hypothesis's search, indented for people. [`import`](super::import()) reads it.
#[must_use]
pub fn export(annotations: &[Annotation]) -> String {
    let rows: Vec<Value> = annotations.iter().map(row).collect();
    format!("{:#}\n", json!({"total": rows.len(), "rows": rows}))
}

fn row(annotation: &Annotation) -> Value {
    let mut target = Map::new();
    target.insert("source".into(), annotation.source.clone().into());
    if let Some(q) = &annotation.selectors.quote {
        let quote = json!({"type": "TextQuoteSelector", "exact": q.exact, "prefix": q.prefix, "suffix": q.suffix});
        target.insert("selector".into(), json!([quote]));
    }
    let mut out = Map::new();
    out.insert("id".into(), annotation.id.clone().into());
    for (key, time) in [("created", &annotation.created), ("updated", &annotation.modified)] {
        if let Some(time) = utc_time(time) {
            out.insert(key.into(), time.into());
        }
    }
    out.insert("uri".into(), annotation.source.clone().into());
    out.insert("text".into(), annotation.note.clone().into());
    out.insert("tags".into(), annotation.tags.clone().into());
    out.insert("group".into(), "__world__".into());
    out.insert("target".into(), json!([target]));
    if !annotation.title.is_empty() {
        out.insert("document".into(), json!({"title": [annotation.title]}));
    }
    if let Some(correction) = &annotation.correction {
        out.insert(CORRECTION.into(), w3c::correction(correction));
    }
    out.into()
}

/// Whether a file is of Hypothesis's: a search, what its client exports, an array of its annotations, or one of them.
pub(super) fn is_of(root: &Value) -> bool {
    let is_row = |value: &Value| value.get("uri").is_some_and(Value::is_string) && value.get("type").is_none();
    match root {
        Value::Array(items) => items.iter().any(is_row),
        Value::Object(_) => {
            ["rows", "annotations"].iter().any(|k| root.get(k).is_some_and(Value::is_array)) || is_row(root)
        }
        _ => false,
    }
}

/// The annotations of a file of Hypothesis's.
pub(super) fn from_root(root: &Value) -> Result<Imported, FormatError> {
    let rows = root.get("rows").or_else(|| root.get("annotations")).unwrap_or(root);
    let mut imported = Imported::default();
    for (index, item) in each(Some(rows)).iter().enumerate() {
        match annotation(item) {
            Ok(annotation) => imported.annotations.push(annotation),
            Err(reason) => imported.rejected.push(Rejected { index, reason: reason.to_owned() }),
        }
    }
    Ok(imported)
}

fn annotation(item: &Value) -> Result<Annotation, &'static str> {
    if !item.is_object() {
        return Err("it is no JSON object");
    }
    let target = item.get("target").and_then(|targets| each(Some(targets)).first());
    let source = string(item, &["uri"]).or_else(|| string(target?, &["source"]));
    let source = source.filter(|s| !s.is_empty()).ok_or("it names no page (“uri”)")?;
    if item.get("references").is_some_and(|r| !each(Some(r)).is_empty()) {
        return Err("it is a reply to another annotation, and Postil has no place for replies");
    }
    let selectors = each(target.and_then(|t| t.get("selector")));
    let quote = selectors.iter().find(|s| string(s, &["type"]) == Some("TextQuoteSelector"));
    let quote = match quote {
        Some(quote) => {
            let context = |key| string(quote, &[key]).unwrap_or_default().to_owned();
            let exact = string(quote, &["exact"]).filter(|e| !e.is_empty());
            let exact = exact.ok_or("its TextQuoteSelector has no “exact” text")?.to_owned();
            Some(TextQuote { exact, prefix: context("prefix"), suffix: context("suffix") })
        }
        None if selectors.is_empty() => None, // a note on the whole page
        None => return Err("its passage is given without its words (no TextQuoteSelector)"),
    };
    let tags: Vec<&str> = each(item.get("tags")).iter().filter_map(Value::as_str).collect();
    let title = item.get("document").and_then(|d| each(d.get("title")).first()).and_then(Value::as_str);
    let time = |keys: &[&str]| string(item, keys).and_then(utc_time).unwrap_or_default();
    let annotation = Annotation {
        id: string(item, &["id"]).filter(|id| !id.is_empty()).map(iri).unwrap_or_default(),
        source: iri(source),
        title: title.unwrap_or_default().to_owned(),
        selectors: Selectors { quote, position: None },
        tags: tidy_tags(&tags),
        note: string(item, &["text"]).unwrap_or_default().to_owned(),
        correction: item.get(CORRECTION).and_then(w3c::read_correction),
        created: time(&["created"]),
        modified: time(&["updated", "created"]),
    };
    Ok(w3c::with_id(annotation))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::import;

    /// As `GET /api/search` answers, shortened.
    const ANSWER: &str = r#"{"total": 3, "rows": [
        {"id": "Vx5", "created": "2026-01-02T10:00:00.000000+00:00", "updated": "2026-01-02T10:05:00.000000+00:00",
         "user": "acct:reader@hypothes.is", "uri": "https://quay.example/a", "text": "why *now*?", "tags": ["claim", " claim "],
         "group": "__world__", "permissions": {"read": ["group:__world__"]}, "document": {"title": ["Ferry"]},
         "target": [{"source": "https://quay.example/a", "selector": [
            {"type": "RangeSelector", "startContainer": "/p[1]", "startOffset": 3, "endContainer": "/p[1]", "endOffset": 7},
            {"type": "TextPositionSelector", "start": 412, "end": 416},
            {"type": "TextQuoteSelector", "exact": "soup", "prefix": "given ", "suffix": " and"}]}]},
        {"id": "Vx6", "uri": "https://quay.example/a", "text": "indeed", "references": ["Vx5"], "target": [{"source": "https://quay.example/a"}]},
        {"id": "Vx7", "uri": "https://quay.example/a", "text": "of the page", "target": [{"source": "https://quay.example/a"}]}]}"#;

    #[test]
    fn an_answer_of_the_api_comes_in_by_its_words() {
        let imported = import(ANSWER).unwrap();
        let first = &imported.annotations[0];
        let quote = TextQuote { exact: "soup".into(), prefix: "given ".into(), suffix: " and".into() };
        assert_eq!(first.selectors, Selectors { quote: Some(quote), position: None });
        assert_eq!(
            (first.id.as_str(), first.title.as_str(), &first.tags[..]),
            ("urn:postil:Vx5", "Ferry", &["claim".to_owned()][..])
        );
        assert_eq!((first.created.as_str(), first.modified.as_str()), ("2026-01-02T10:00:00Z", "2026-01-02T10:05:00Z"));
        assert_eq!(imported.annotations[1].note, "of the page");
        let told: Vec<String> = imported.rejected.iter().map(ToString::to_string).collect();
        assert_eq!(
            told,
            ["item 2 was left out: it is a reply to another annotation, and Postil has no place for replies"]
        );
    }

    #[test]
    fn what_its_client_exports_comes_in_as_well() {
        let rows: Value = serde_json::from_str(ANSWER).unwrap();
        let file = json!({"export_date": "2026-01-03", "export_userid": "acct:x@y", "annotations": rows["rows"]});
        assert_eq!(import(&file.to_string()), import(ANSWER));
    }
}
