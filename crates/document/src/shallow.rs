//! Pages nested without end, made shallow before the browser parses them: its parser takes quadratic time in the depth.

use std::borrow::Cow;

/// Depth from which tags are left out. Browsers themselves make siblings of what is nested deeper than 512.
const DEEPEST: usize = 1_000;

/// Elements without an end tag, and those whose end tag may be left out: they say nothing about depth.
const UNCLOSED: &[&str] = &[
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "p",
    "li", "dt", "dd", "tr", "td", "th", "option", "optgroup", "rp", "rt", "thead", "tbody", "tfoot", "colgroup",
];

/// `html` without the tags that would stand deeper than 1,000 elements; all of its text stays. One linear pass, and no copy of
/// a page that is not so deep.
#[must_use]
pub fn shallow(html: &str) -> Cow<'_, str> {
    let mut kept = String::new();
    let (mut depth, mut copied, mut at) = (0_usize, 0, 0);
    while let Some(found) = html.get(at..).and_then(|rest| rest.find('<')) {
        let start = at + found;
        let rest = html.get(start + 1..).unwrap_or_default();
        let closes = rest.starts_with('/');
        let name = rest.trim_start_matches('/');
        let length = name.find(|c: char| !c.is_ascii_alphanumeric() && c != '-').unwrap_or(name.len());
        let name = name.get(..length).unwrap_or_default().to_ascii_lowercase();
        at = start + 1;
        if !name.starts_with(|c: char| c.is_ascii_alphabetic()) || UNCLOSED.contains(&name.as_str()) {
            continue;
        }
        if closes {
            depth = depth.saturating_sub(1);
        }
        if depth >= DEEPEST {
            let end = rest.find('>').map_or(html.len(), |e| start + 1 + e + 1);
            kept.push_str(html.get(copied..start).unwrap_or_default());
            (copied, at) = (end, end);
        }
        if !closes {
            depth += 1;
        }
    }
    if copied == 0 {
        return Cow::Borrowed(html);
    }
    kept.push_str(html.get(copied..).unwrap_or_default());
    Cow::Owned(kept)
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_bindgen_test::wasm_bindgen_test;

    #[wasm_bindgen_test]
    fn ordinary_pages_are_let_be() {
        let page = "<ul><li>a<li>b</ul><p>c<br><i>d</i>".repeat(3_000);
        assert!(matches!(shallow(&page), Cow::Borrowed(_)));
    }

    #[wasm_bindgen_test]
    fn deep_pages_keep_their_words() {
        let page = format!("{}deep{}<p>after</p>", "<div class='x'>".repeat(5_000), "</div>".repeat(5_000));
        let less = shallow(&page);
        assert_eq!(less.matches("<div").count(), DEEPEST);
        assert_eq!(less.matches("</div").count(), DEEPEST);
        assert!(less.contains("deep<") && less.ends_with("<p>after</p>"));
    }
}
