//! Names that the annotation data model takes only as IRIs.

/// `text` as an IRI: itself where it is one; else with what no IRI holds percent-encoded, as a `urn:postil:` where it has no scheme.
pub(super) fn iri(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    if !has_scheme(text) {
        out.push_str("urn:postil:");
    }
    for c in text.chars() {
        if c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | '"' | '{' | '}' | '|' | '\\' | '^' | '`') {
            let mut bytes = [0; 4];
            for byte in c.encode_utf8(&mut bytes).bytes() {
                out.push_str(&format!("%{byte:02X}"));
            }
        } else {
            out.push(c);
        }
    }
    out
}

/// Whether `text` begins with a scheme, as RFC 3986 has it, and something after it.
fn has_scheme(text: &str) -> bool {
    text.split_once(':').is_some_and(|(scheme, rest)| {
        scheme.starts_with(|c: char| c.is_ascii_alphabetic())
            && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c))
            && !rest.is_empty()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn iris_stay_and_the_rest_becomes_one() {
        for (text, expected) in [
            ("https://quay.example/a?b=ü#c", "https://quay.example/a?b=ü#c"),
            ("urn:uuid:1", "urn:uuid:1"),
            ("https://quay.example/a b<c>", "https://quay.example/a%20b%3Cc%3E"),
            ("page.html", "urn:postil:page.html"),
            ("a note", "urn:postil:a%20note"),
            ("", "urn:postil:"),
            ("1:2", "urn:postil:1:2"),
        ] {
            assert_eq!(iri(text), expected);
            assert_eq!(iri(expected), expected);
        }
    }
}
