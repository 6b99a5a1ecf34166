//! The target of an annotation: article and passage.

use super::is_a;
use crate::anchor::{Selectors, TextPosition, TextQuote};
use crate::format::json::{each, string};
use serde_json::Value;

/// A target as read.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Target {
    pub(super) source: String,
    pub(super) title: String,
    pub(super) selectors: Selectors,
}

/// How many selectors of one target are looked at; the data model needs two.
const MOST_SELECTORS: usize = 64;

/// Reads a target, an address or an object.
///
/// A selector without quote or position (by XPath, by CSS) says nothing to Postil: such a passage comes in without a place and
/// is listed with those that were not found.
pub(super) fn read(target: &Value) -> Result<Target, String> {
    let source = target.get("source");
    let address = target
        .as_str()
        .or_else(|| source?.as_str())
        .or_else(|| string(source?, &["id", "@id"]))
        .or_else(|| string(target, &["id", "@id"]))
        .ok_or("its target names no source: give the article's address as “target.source”")?;
    // an address of a part: the article is the whole
    let address = if source.is_none() { address.split('#').next().unwrap_or_default() } else { address };
    if address.is_empty() {
        return Err("its target’s source is empty".to_owned());
    }
    let title = title(target).or_else(|| title(source?)).unwrap_or_default().to_owned();
    Ok(Target { source: address.to_owned(), title, selectors: selectors(target.get("selector"))? })
}

/// A title under one of the keys in use, a string or the first of several.
pub(super) fn title(value: &Value) -> Option<&str> {
    let found = ["dcterms:title", "dc:title", "title", "label"].iter().find_map(|key| value.get(key))?;
    each(Some(found)).first()?.as_str()
}

/// The quote and the position among selectors: one, several, a choice, or one refined by others.
fn selectors(value: Option<&Value>) -> Result<Selectors, String> {
    let mut found = Selectors::default();
    // (selector, whether it refines another)
    let mut open: Vec<(&Value, bool)> = each(value).iter().rev().map(|s| (s, false)).collect();
    for _ in 0..MOST_SELECTORS {
        let Some((selector, refines)) = open.pop() else {
            break;
        };
        if is_a(selector, "Choice") {
            open.extend(each(selector.get("items")).iter().rev().map(|s| (s, refines)));
        } else if is_a(selector, "TextQuoteSelector") {
            let quote = quote(selector)?;
            // what refines is the narrower passage, and the one meant
            if found.quote.is_none() || refines {
                found.quote = Some(quote);
            }
        } else if is_a(selector, "TextPositionSelector") {
            let position = position(selector)?;
            // one that refines counts from the start of what it refines
            if found.position.is_none() && !refines && selector.get("refinedBy").is_none() {
                found.position = Some(position);
            }
        }
        open.extend(each(selector.get("refinedBy")).iter().rev().map(|s| (s, true)));
    }
    Ok(found)
}

fn quote(selector: &Value) -> Result<TextQuote, String> {
    let exact = string(selector, &["exact"]).filter(|e| !e.is_empty());
    let exact = exact.ok_or("its TextQuoteSelector has no “exact” text")?.to_owned();
    let context = |key| string(selector, &[key]).unwrap_or_default().to_owned();
    Ok(TextQuote { exact, prefix: context("prefix"), suffix: context("suffix") })
}

fn position(selector: &Value) -> Result<TextPosition, String> {
    let number = |key| {
        let number = selector.get(key).and_then(Value::as_u64).and_then(|n| usize::try_from(n).ok());
        number.ok_or_else(|| format!("its TextPositionSelector has no whole number as “{key}”"))
    };
    let (start, end) = (number("start")?, number("end")?);
    if start > end {
        return Err(format!("its TextPositionSelector ends ({end}) before it starts ({start})"));
    }
    Ok(TextPosition { start, end })
}
