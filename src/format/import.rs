//! Annotations from a file of any of the forms that are read.

use super::foreign::kind_of;
use super::imported::{FormatError, Imported};
use super::{embedded, hypothesis, w3c};
use serde_json::Value;

/// The most that is read of one file, in bytes.
pub const MAX_IMPORT: usize = 100_000_000;

/// Reads W3C annotations (JSON-LD), what Hypothesis's API and client export, a library that Postil saved, or an annotated page that it
/// saved.
///
/// ```
/// use postil::format::import;
/// let rows = r#"{"total": 1, "rows": [{"id": "x1", "uri": "https://quay.example/a", "text": "why?", "tags": [], "target":
///     [{"source": "https://quay.example/a", "selector": [{"type": "TextQuoteSelector", "exact": "We won"}]}]}]}"#;
/// assert_eq!(import(rows)?.annotations[0].passage(), "We won");
/// assert_eq!(import("<!doctype html>").unwrap_err().to_string(), "it is a web page; open it as an article");
/// # Ok::<(), postil::format::FormatError>(())
/// ```
///
/// # Errors
/// When the file holds no annotations at all, with what it is instead; single items that cannot be read are [`Imported::rejected`].
pub fn import(text: &str) -> Result<Imported, FormatError> {
    from_root(&parse(text)?)
}

/// The JSON of a file, or of the page around it.
pub(super) fn parse(text: &str) -> Result<Value, FormatError> {
    if text.len() > MAX_IMPORT {
        return Err(FormatError::TooLarge(text.len()));
    }
    let text = text.trim_start_matches('\u{feff}').trim();
    if text.is_empty() {
        return Err(FormatError::Empty);
    }
    let json = embedded::json_in(text).unwrap_or(text);
    serde_json::from_str(json).map_err(|error| match json.starts_with(['{', '[']) {
        true => FormatError::Json { line: error.line(), column: error.column() },
        false => FormatError::Foreign(kind_of(text)),
    })
}

/// The annotations in what a file held.
pub(super) fn from_root(root: &Value) -> Result<Imported, FormatError> {
    if hypothesis::is_of(root) { hypothesis::from_root(root) } else { w3c::from_root(root) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::Foreign;

    #[test]
    fn files_of_other_kinds_say_what_they_are() {
        assert_eq!(import("\u{feff} \n"), Err(FormatError::Empty));
        assert_eq!(import("{\n  \"id\": \"x\",\n  oops }"), Err(FormatError::Json { line: 3, column: 3 }));
        assert!(matches!(import(&"[".repeat(100_000)), Err(FormatError::Json { .. })));
        assert_eq!(import("{\"a\": 1}"), Err(FormatError::NoAnnotations));
        assert_eq!(import("\"text\""), Err(FormatError::NoAnnotations));
        assert_eq!(import("%PDF-1.4"), Err(FormatError::Foreign(Foreign::Pdf)));
        let paged = import(r#"{"type": "AnnotationCollection", "first": "https://notes.example/1"}"#);
        assert_eq!(paged, Err(FormatError::Elsewhere("https://notes.example/1".into())));
    }

    #[test]
    fn a_file_that_is_too_large_names_the_limit() {
        let why = import(&" ".repeat(MAX_IMPORT + 1)).unwrap_err().to_string();
        assert_eq!(why, "it has 101 MB, and 100 MB are the most that is read at once; export it in parts");
    }
}
