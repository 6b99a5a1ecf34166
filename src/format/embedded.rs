//! Annotations inside of a page that stands by itself: written so that no markup ends in them, and found again.

use serde_json::Value;

const OPENS: &str = "<script type=\"application/ld+json\" id=\"postil-annotations\">";
const CLOSES: &str = "</script>";

/// JSON as an element of a page.
pub(super) fn element(json: &Value) -> String {
    format!("{OPENS}{}{CLOSES}", json.to_string().replace('<', "\\u003c"))
}

/// The JSON in a page that [`element`] was written into.
pub(super) fn json_in(page: &str) -> Option<&str> {
    if !page.starts_with('<') {
        return None;
    }
    let (_, rest) = page.split_once(OPENS)?;
    Some(rest.split_once(CLOSES)?.0)
}
