//! Annotations in.

use super::{body, is_a, target};
use crate::annotation::{Annotation, Fnv, utc_time};
use crate::format::imported::{FormatError, Imported, Rejected};
use crate::format::iri::iri;
use crate::format::json::{each, string};
use serde_json::Value;

/// Reads a single annotation, an array of them, an `AnnotationPage`, an `AnnotationCollection` with its pages inside, or a JSON-LD
/// `@graph`. What Postil has no place for (creators, rights, styles, unknown fields) is not kept.
///
/// An annotation with several targets gives one for each, an annotation without an id one that is made from its content, so that
/// importing a file twice adds nothing.
///
/// ```
/// let note = r#"{"type": "Annotation", "id": "urn:a", "body": {"type": "TextualBody", "value": "why?", "purpose": "commenting"},
///     "target": {"source": "https://quay.example/a", "selector": {"type": "TextQuoteSelector", "exact": "We won"}}}"#;
/// let imported = postil::format::w3c::import(note)?;
/// assert_eq!((imported.annotations[0].passage(), imported.annotations[0].note.as_str()), ("We won", "why?"));
/// # Ok::<(), postil::format::FormatError>(())
/// ```
///
/// # Errors
/// When the text is not JSON or holds no annotations at all; single items that cannot be read are [`Imported::rejected`].
pub fn import(text: &str) -> Result<Imported, FormatError> {
    let text = text.trim_start_matches('\u{feff}');
    if text.trim().is_empty() {
        return Err(FormatError::Empty);
    }
    from_root(&serde_json::from_str(text).map_err(|e| FormatError::Json { line: e.line(), column: e.column() })?)
}

/// The annotations of a file that was parsed.
pub(in crate::format) fn from_root(root: &Value) -> Result<Imported, FormatError> {
    let mut imported = Imported::default();
    let (items, elsewhere) = items(root)?;
    let count = items.len();
    for (index, item) in items.into_iter().enumerate() {
        match annotations(item) {
            Ok(read) => imported.annotations.extend(read.into_iter().map(tidied)),
            Err(reason) => imported.rejected.push(Rejected { index, reason }),
        }
    }
    if let Some(address) = elsewhere {
        let reason = format!("it and all after it are on another page ({address}), which is not in this file");
        imported.rejected.push(Rejected { index: count, reason });
    }
    Ok(imported)
}

/// With names that are IRIs and times in UTC, as all that Postil writes has them.
fn tidied(mut annotation: Annotation) -> Annotation {
    annotation.id = iri(&annotation.id);
    annotation.source = iri(&annotation.source);
    for time in [&mut annotation.created, &mut annotation.modified] {
        *time = utc_time(time).unwrap_or_default();
    }
    annotation
}

/// The items of a file of any of the forms that hold annotations, and the address of a page that is not in it.
fn items(root: &Value) -> Result<(Vec<&Value>, Option<&str>), FormatError> {
    if let Some(graph) = root.get("@graph") {
        return Ok((each(Some(graph)).iter().collect(), None));
    }
    if root.is_array() || is_a(root, "Annotation") || root.get("target").is_some() {
        return Ok((each(Some(root)).iter().collect(), None));
    }
    let mut page = match root.get("first") {
        Some(first) => Some(first),
        None if root.get("items").is_some() => Some(root),
        None => return Err(FormatError::NoAnnotations),
    };
    let mut all = Vec::new();
    // pages hold one another by “next”; a page that is only named holds nothing
    while let Some(current) = page {
        match current.as_str() {
            Some(address) if all.is_empty() => return Err(FormatError::Elsewhere(address.to_owned())),
            Some(address) => return Ok((all, Some(address))),
            None => all.extend(each(current.get("items"))),
        }
        page = current.get("next");
    }
    Ok((all, None))
}

/// Reads one annotation with one target, as [`to_value`](super::to_value()) gives it.
///
/// # Errors
/// In words, when it is no annotation of a text.
pub fn from_value(value: &Value) -> Result<Annotation, String> {
    annotations(value)?.pop().ok_or_else(|| "it has no target".to_owned())
}

/// The annotations of one item: one for each target.
fn annotations(item: &Value) -> Result<Vec<Annotation>, String> {
    if !item.is_object() {
        return Err("it is no JSON object".to_owned());
    }
    let typed = item.get("type").or_else(|| item.get("@type")).is_some();
    if typed && !is_a(item, "Annotation") {
        return Err("its type is not “Annotation”".to_owned());
    }
    let targets = each(item.get("target").or_else(|| item.get("on")));
    if targets.is_empty() {
        return Err("it has no target".to_owned());
    }
    let (tags, note, correction) = body::read(item);
    let time = |key| string(item, &[key]);
    let created = time("created").or_else(|| time("modified")).unwrap_or_default();
    let modified = time("modified").or_else(|| time("created")).unwrap_or_default();
    let mut all = Vec::with_capacity(targets.len());
    for (number, value) in targets.iter().enumerate() {
        let target = target::read(value)?;
        let title = match item.get("document").and_then(target::title) {
            Some(title) if target.title.is_empty() => title.to_owned(),
            _ => target.title,
        };
        let mut annotation = Annotation {
            id: String::new(),
            source: target.source,
            title,
            selectors: target.selectors,
            tags: tags.clone(),
            note: note.clone(),
            correction: correction.clone(),
            created: created.to_owned(),
            modified: modified.to_owned(),
        };
        annotation.id = match string(item, &["id", "@id"]).filter(|id| !id.is_empty()) {
            Some(id) if number == 0 => id.to_owned(),
            Some(id) => format!("{id}#{}", number + 1),
            None => id_of(&annotation),
        };
        all.push(annotation);
    }
    Ok(all)
}

/// `annotation`, with an id made from its content where it has none.
pub(in crate::format) fn with_id(mut annotation: Annotation) -> Annotation {
    if annotation.id.is_empty() {
        annotation.id = id_of(&annotation);
    }
    annotation
}

/// An id from what an annotation says: the same again for the same content.
fn id_of(annotation: &Annotation) -> String {
    let mut hash = Fnv::new();
    hash.text(&annotation.source);
    hash.text(annotation.passage());
    if let Some(position) = annotation.selectors.position {
        hash.text(&format!("{}-{}", position.start, position.end));
    }
    annotation.tags.iter().for_each(|tag| hash.text(tag));
    hash.text(&annotation.note);
    format!("urn:postil:{:032x}", hash.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::w3c::export;
    use serde_json::json;

    fn passages(value: &Value) -> Vec<String> {
        import(&value.to_string()).unwrap().annotations.iter().map(|a| a.passage().to_owned()).collect()
    }

    fn annotation(exact: &str) -> Value {
        json!({"type": "Annotation", "target": {"source": "https://quay.example/a",
            "selector": {"type": "TextQuoteSelector", "exact": exact}}})
    }

    #[test]
    fn reads_every_form_that_holds_annotations() {
        let (a, b) = (annotation("a"), annotation("b"));
        assert_eq!(passages(&a), ["a"]);
        assert_eq!(passages(&json!([a, b])), ["a", "b"]);
        assert_eq!(passages(&json!({"@graph": [a, b]})), ["a", "b"]);
        assert_eq!(passages(&json!({"type": "AnnotationPage", "items": [a]})), ["a"]);
        let next = json!({"type": "AnnotationPage", "items": b});
        let collection = json!({"type": "AnnotationCollection", "first": {"items": [a], "next": next}});
        assert_eq!(passages(&collection), ["a", "b"]);
        let more = json!({"type": "AnnotationPage", "items": [a], "next": "https://notes.example/2"});
        let rejected = import(&more.to_string()).unwrap().rejected;
        assert!(rejected[0].to_string().starts_with("item 2 was left out: it and all after it are on another page"));
    }

    #[test]
    fn reads_bodies_in_every_form() {
        let read = |body: Value, motivation: &str| {
            let mut item = annotation("a");
            item["body"] = body;
            item["motivation"] = motivation.into();
            let read = import(&item.to_string()).unwrap().annotations.remove(0);
            (read.tags, read.note)
        };
        let tag = |t: &str| vec![t.to_owned()];
        assert_eq!(read(json!("a word"), "commenting"), (vec![], "a word".into()));
        assert_eq!(read(json!({"type": "TextualBody", "value": "x"}), "tagging"), (tag("x"), String::new()));
        let both =
            json!([{"value": "n", "purpose": "commenting"}, {"value": " t ", "purpose": ["tagging"]}, {"value": "m"}]);
        assert_eq!(read(both, "commenting"), (tag("t"), "n\n\nm".into()));
        let thing = json!({"type": "SpecificResource", "purpose": "oa:tagging", "source": "http://quay.example/t"});
        assert_eq!(read(thing, ""), (tag("http://quay.example/t"), String::new()));
        assert_eq!(
            read(json!({"type": "Choice", "items": [{"value": "en"}, {"value": "fr"}]}), ""),
            (vec![], "en".into())
        );
        assert_eq!(read(json!([7, null, {}]), ""), (vec![], String::new()));
    }

    #[test]
    fn reads_selectors_in_every_form() {
        let read = |selector: Value| {
            let item = json!({"target": {"source": "urn:x", "selector": selector}});
            let selectors = import(&item.to_string()).unwrap().annotations.remove(0).selectors;
            (selectors.quote.map(|q| q.exact), selectors.position.map(|p| (p.start, p.end)))
        };
        let quote = json!({"type": "TextQuoteSelector", "exact": "q"});
        let position = json!({"@type": "oa:TextPositionSelector", "start": 3, "end": 9});
        let q = Some("q".to_owned());
        assert_eq!(read(json!([position, quote])), (q.clone(), Some((3, 9))));
        assert_eq!(
            read(json!({"type": "FragmentSelector", "value": "p2", "refinedBy": [quote, position]})),
            (q.clone(), None)
        );
        let wide = json!({"type": "TextQuoteSelector", "exact": "a q b", "refinedBy": quote});
        assert_eq!(read(wide), (q.clone(), None));
        assert_eq!(read(json!({"type": "Choice", "items": [quote]})), (q, None));
        assert_eq!(read(json!({"type": "XPathSelector", "value": "/p"})), (None, None));
        assert_eq!(read(Value::Null), (None, None));
    }

    #[test]
    fn bad_items_are_named_and_the_rest_comes_in() {
        let short = json!({"target": {"source": "urn:x", "selector": {"type": "TextPositionSelector", "start": 1}}});
        let file = json!([annotation("a"), 7, {"type": "Person"}, {"type": "Annotation"}, {"target": {}}, annotation(""), short, annotation("b")]);
        let imported = import(&file.to_string()).unwrap();
        assert_eq!(imported.annotations.iter().map(Annotation::passage).collect::<Vec<_>>(), ["a", "b"]);
        assert_eq!(
            imported.rejected.iter().map(ToString::to_string).collect::<Vec<_>>(),
            [
                "item 2 was left out: it is no JSON object",
                "item 3 was left out: its type is not “Annotation”",
                "item 4 was left out: it has no target",
                "item 5 was left out: its target names no source: give the article's address as “target.source”",
                "item 6 was left out: its TextQuoteSelector has no “exact” text",
                "item 7 was left out: its TextPositionSelector has no whole number as “end”",
            ]
        );
    }

    #[test]
    fn missing_ids_are_made_from_the_content() {
        let ids = |v: &Value| import(&v.to_string()).unwrap().annotations.into_iter().map(|a| a.id).collect::<Vec<_>>();
        let (a, b) = (ids(&annotation("a")), ids(&annotation("b")));
        assert_eq!(a, ids(&annotation("a")));
        assert_ne!(a, b);
        let two =
            json!({"id": "urn:uuid:1", "target": ["https://quay.example/a#p1", {"source": "https://quay.example/b"}]});
        assert_eq!(ids(&two), ["urn:uuid:1", "urn:uuid:1#2"]);
        let sources: Vec<_> = import(&two.to_string()).unwrap().annotations.into_iter().map(|a| a.source).collect();
        assert_eq!(sources, ["https://quay.example/a", "https://quay.example/b"]);
    }

    #[test]
    fn export_has_the_shape_of_the_data_model() {
        let a = import(&annotation("a").to_string()).unwrap().annotations;
        let file: Value = serde_json::from_str(&export(&a)).unwrap();
        assert_eq!(
            (&file["@context"], &file["type"], &file["total"]),
            (&json!("http://www.w3.org/ns/anno.jsonld"), &json!("AnnotationCollection"), &json!(1))
        );
        let item = &file["first"]["items"][0];
        assert_eq!(
            (&item["type"], &item["motivation"], item.get("body")),
            (&json!("Annotation"), &json!("highlighting"), None)
        );
        assert_eq!(item["target"]["selector"][0]["type"], "TextQuoteSelector");
    }
}
