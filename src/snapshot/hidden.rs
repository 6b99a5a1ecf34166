//! Which elements a reader of the page does not see as text: the one rule for native parsing and for the live page.

use super::Snapshot;

/// Elements whose content is not running text: code, metadata, fallbacks for what cannot be shown, form controls, and
/// the small readings beside ruby characters, which would cut names in two.
const UNREAD_TAGS: &[&str] = &[
    "applet", "area", "audio", "base", "button", "canvas", "datalist", "dialog", "embed", "frameset", "head", "iframe",
    "input", "link", "map", "meta", "meter", "noembed", "noframes", "noscript", "object", "optgroup", "option",
    "param", "progress", "rp", "rt", "script", "select", "source", "style", "svg", "template", "textarea", "title",
    "track", "video",
];

/// Whether element `index` and all that is in it are left out of the text: it is hidden by the page, or its content is
/// not meant to be read. Its ancestors are not looked at. Text nodes are never hidden by themselves.
#[must_use]
pub(crate) fn is_hidden(snapshot: &Snapshot, index: usize) -> bool {
    let tag = snapshot.tag(index);
    if tag.is_empty() {
        return false;
    }
    if UNREAD_TAGS.binary_search(&tag).is_ok() {
        return true;
    }
    // pages hide their root until scripts have run, or while a dialog lies over it
    if matches!(tag, "html" | "body" | "main") {
        return false;
    }
    snapshot.attribute(index, "hidden").is_some()
        || snapshot.attribute(index, "aria-hidden").is_some_and(|v| v.trim().eq_ignore_ascii_case("true"))
        || snapshot.attribute(index, "style").is_some_and(hides)
}

/// Whether an inline style takes the element off the page.
fn hides(style: &str) -> bool {
    declarations(style).any(|(name, value)| {
        (name.eq_ignore_ascii_case("display") && starts_with(value, "none"))
            || (name.eq_ignore_ascii_case("visibility")
                && (starts_with(value, "hidden") || starts_with(value, "collapse")))
    })
}

/// The declarations of an inline style, names and values trimmed.
pub(crate) fn declarations(style: &str) -> impl Iterator<Item = (&str, &str)> {
    style.split(';').filter_map(|d| d.split_once(':')).map(|(name, value)| (name.trim(), value.trim()))
}

fn starts_with(value: &str, word: &str) -> bool {
    value.get(..word.len()).is_some_and(|v| v.eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::snapshot::{Builder, Source};

    fn hidden(tag: &str, attributes: &[(&str, &str)]) -> bool {
        let mut builder = Builder::new(Source::Html);
        builder.open(tag, attributes.iter().copied());
        is_hidden(&builder.finish(), 0)
    }

    #[test]
    fn tags_are_in_order() {
        assert!(UNREAD_TAGS.is_sorted());
    }

    #[test]
    fn hides_what_the_page_hides() {
        assert!(hidden("p", &[("hidden", "")]));
        assert!(hidden("div", &[("aria-hidden", "true")]));
        assert!(hidden("div", &[("style", "color: red; DISPLAY : none !important")]));
        assert!(hidden("span", &[("style", "visibility:hidden")]));
        assert!(hidden("noscript", &[]));
    }

    #[test]
    fn shows_the_rest() {
        assert!(!hidden("p", &[("style", "display:block;margin:0")]));
        assert!(!hidden("div", &[("aria-hidden", "false")]));
        assert!(!hidden("body", &[("style", "display:none")]));
        assert!(!hidden("x-card", &[]));
    }
}
