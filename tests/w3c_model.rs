//! Everything exported as JSON-LD keeps each MUST of the W3C Web Annotation Data Model (<https://www.w3.org/TR/annotation-model/>) that
//! is about what Postil writes. The numbers are those of its sections.
#![cfg(not(target_arch = "wasm32"))]

mod notes;

use notes::annotation;
use postil::format::{Library, w3c};
use proptest::prelude::*;
use serde_json::{Value, json};

const CONTEXT: &str = "http://www.w3.org/ns/anno.jsonld";
const MOTIVATIONS: [&str; 13] = [
    "assessing",
    "bookmarking",
    "classifying",
    "commenting",
    "describing",
    "editing",
    "highlighting",
    "identifying",
    "linking",
    "moderating",
    "questioning",
    "replying",
    "tagging",
];

fn each(value: &Value) -> Vec<&Value> {
    value.as_array().map_or_else(|| vec![value], |items| items.iter().collect())
}

fn is_iri(value: &Value) -> bool {
    let Some((scheme, rest)) = value.as_str().and_then(|s| s.split_once(':')) else { return false };
    let forbidden = |c: char| c.is_whitespace() || c.is_control() || "<>\"{}|\\^`".contains(c);
    scheme.starts_with(|c: char| c.is_ascii_alphabetic()) && !rest.is_empty() && !rest.contains(forbidden)
}

fn is_utc_time(value: &Value) -> bool {
    let digits = |c: char| if c.is_ascii_digit() { '0' } else { c };
    let shape: String = value.as_str().unwrap_or_default().chars().map(digits).collect();
    shape.starts_with("0000-00-00T00:00:00")
        && shape.ends_with('Z')
        && !value.as_str().unwrap_or_default().contains('+')
}

fn check(holds: bool, rule: &str, value: &Value) -> Result<(), TestCaseError> {
    prop_assert!(holds, "{}: {}", rule, value);
    Ok(())
}

/// What 3.1, 5.1 and 5.2 ask of each of the three: a context that is the model's, one id that is an IRI, and its type.
fn is_named(value: &Value, kind: &str) -> Result<(), TestCaseError> {
    check(each(&value["@context"]).contains(&&json!(CONTEXT)), "@context has the model's", value)?;
    check(is_iri(&value["id"]), "exactly one id, an IRI", value)?;
    check(each(&value["type"]).contains(&&json!(kind)), "its type", value)
}

/// 3.1 Annotations, 3.2 Bodies and Targets, 3.3 Other Properties, 4 Specific Resources, 4.2 Selectors.
fn is_annotation(value: &Value) -> Result<(), TestCaseError> {
    is_named(value, "Annotation")?;
    check(value.get("target").is_some_and(|t| !each(t).is_empty()), "3.1: one target or more", value)?;
    check(
        value.get("body").is_none() || value.get("bodyValue").is_none(),
        "3.2.5: not both body and bodyValue",
        value,
    )?;
    for key in ["created", "modified", "generated"] {
        check(value.get(key).is_none_or(is_utc_time), "3.3.1: a time in UTC, ending in Z", value)?;
    }
    let motivations = value.get("motivation").map(each).unwrap_or_default();
    check(
        motivations.iter().all(|m| MOTIVATIONS.contains(&m.as_str().unwrap_or_default())),
        "3.3.5: motivations",
        value,
    )?;
    for body in value.get("body").map(each).unwrap_or_default() {
        check(body["type"] != "TextualBody" || body["value"].is_string(), "3.2.4: one value, a string", body)?;
        check(
            body.get("purpose").is_none_or(|p| MOTIVATIONS.contains(&p.as_str().unwrap_or_default())),
            "3.3.5: purposes",
            body,
        )?;
        check(body.get("format").is_none_or(Value::is_string), "3.2.2: format", body)?;
    }
    for target in each(&value["target"]) {
        check(is_iri(&target["source"]), "4: exactly one source, an IRI", target)?;
        for selector in target.get("selector").map(each).unwrap_or_default() {
            match selector["type"].as_str() {
                Some("TextQuoteSelector") => {
                    check(selector["exact"].is_string(), "4.2.4: one exact", selector)?;
                    let context = |key| selector.get(key).is_none_or(Value::is_string);
                    check(context("prefix") && context("suffix"), "4.2.4: at most one prefix and suffix", selector)?;
                }
                Some("TextPositionSelector") => {
                    let (start, end) = (selector["start"].as_u64(), selector["end"].as_u64());
                    check(start.is_some() && start <= end, "4.2.5: one start and end, not negative", selector)?;
                }
                _ => check(false, "4.2: a selector of the model", selector)?,
            }
        }
    }
    Ok(())
}

/// 5.1 Annotation Collection, 5.2 Annotation Page.
fn is_collection(root: &Value, count: usize) -> Result<(), TestCaseError> {
    is_named(root, "AnnotationCollection")?;
    check(root["total"] == count && root["label"].is_string(), "5.1: total and label", root)?;
    let page = &root["first"];
    check(root["last"] == page["id"], "5.1: the last page, by its IRI", root)?;
    is_named(page, "AnnotationPage")?;
    check(page["startIndex"] == 0, "5.2: the index of its first", page)?;
    let collection = &page["partOf"];
    check(
        collection["id"] == root["id"] && collection["type"] == "AnnotationCollection",
        "5.2: part of the collection",
        page,
    )?;
    check(
        collection["total"] == root["total"] && collection["label"] == root["label"],
        "5.2: as the collection says",
        page,
    )?;
    check(page["items"].as_array().is_some_and(|items| items.len() == count), "5.2: the list of items", page)?;
    page["items"].as_array().into_iter().flatten().try_for_each(is_annotation)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn exports_keep_every_must(annotations in prop::collection::vec(annotation(), 0..6)) {
        let root = serde_json::from_str(&w3c::export(&annotations)).unwrap();
        is_collection(&root, annotations.len())?;
        let library = Library { annotations, ..Library::default() };
        is_collection(&serde_json::from_str(&library.to_file()).unwrap(), library.annotations.len())?;
    }

    #[test]
    fn so_does_what_came_in_without(
        mut annotation in annotation(), id in "\\PC{1,12}", source in "\\PC{1,12}", time in "(\\PC{0,9}|2026-01-02T03:04:05[+-]0[0-9]:30)",
    ) {
        (annotation.id, annotation.source) = (id, source);
        (annotation.created, annotation.modified) = (time.clone(), time);
        is_collection(&serde_json::from_str(&w3c::export(&[annotation])).unwrap(), 1)?;
    }
}
