//! Web addresses: references resolved against the page's address (RFC 3986, section 5), `http` and `https` only.

/// An address in its parts, as RFC 3986 (appendix B) divides it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Parts<'a> {
    scheme: Option<&'a str>,
    authority: Option<&'a str>,
    path: &'a str,
    query: Option<&'a str>,
    fragment: Option<&'a str>,
}

impl<'a> Parts<'a> {
    fn of(address: &'a str) -> Self {
        let (rest, fragment) = split(address, '#');
        let (rest, query) = split(rest, '?');
        let named = rest.find([':', '/']).filter(|&at| rest.get(at..).is_some_and(|r| r.starts_with(':')));
        let (scheme, rest) = match named.and_then(|at| Some((rest.get(..at)?, rest.get(at + 1..)?))) {
            Some((scheme, after)) if is_scheme(scheme) => (Some(scheme), after),
            _ => (None, rest),
        };
        let (authority, path) = match rest.strip_prefix("//") {
            Some(after) => {
                let end = after.find('/').unwrap_or(after.len());
                let (authority, path) = after.split_at(end);
                (Some(authority), path)
            }
            None => (None, rest),
        };
        Self { scheme, authority, path, query, fragment }
    }
}

fn split(text: &str, mark: char) -> (&str, Option<&str>) {
    text.split_once(mark).map_or((text, None), |(before, after)| (before, Some(after)))
}

fn is_scheme(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_alphabetic())
        && word.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'))
}

/// `reference` as an absolute `http` or `https` address, resolved against `base` where it is relative. `None` is
/// for other schemes, for empty references, and for relative ones without a base: nothing else may be made of them.
pub(crate) fn resolve(base: Option<&str>, reference: &str) -> Option<String> {
    // browsers drop these from addresses
    let reference: String = reference.trim().chars().filter(|c| !matches!(c, '\t' | '\n' | '\r')).collect();
    let parts = Parts::of(&reference);
    if let Some(scheme) = parts.scheme {
        let web = scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https");
        return (web && parts.authority.is_some_and(|a| !a.is_empty())).then(|| spaced(&reference));
    }
    if reference.is_empty() || reference.starts_with('\\') {
        return None;
    }
    let base = base.map(Parts::of).filter(|b| b.scheme.is_some() && b.authority.is_some())?;
    let (authority, path, query) = if parts.authority.is_some() {
        (parts.authority, without_dots(parts.path), parts.query)
    } else if parts.path.is_empty() {
        (base.authority, base.path.to_owned(), parts.query.or(base.query))
    } else if parts.path.starts_with('/') {
        (base.authority, without_dots(parts.path), parts.query)
    } else {
        let folder = base.path.rfind('/').and_then(|at| base.path.get(..=at)).unwrap_or("/");
        (base.authority, without_dots(&format!("{folder}{}", parts.path)), parts.query)
    };
    let scheme = base.scheme.filter(|s| s.eq_ignore_ascii_case("http") || s.eq_ignore_ascii_case("https"))?;
    let mut whole = format!("{scheme}://{}{path}", authority.unwrap_or_default());
    for (mark, part) in [('?', query), ('#', parts.fragment)] {
        if let Some(part) = part {
            whole.push(mark);
            whole.push_str(part);
        }
    }
    Some(spaced(&whole))
}

/// The host of an absolute address, without `www.` and port.
pub(crate) fn host(address: &str) -> Option<&str> {
    let authority = Parts::of(address).authority?;
    let host = authority.rsplit('@').next()?.split(':').next()?;
    let host = host.strip_prefix("www.").unwrap_or(host);
    (!host.is_empty()).then_some(host)
}

/// Spaces in addresses are written `%20`.
fn spaced(address: &str) -> String {
    address.replace(' ', "%20")
}

/// RFC 3986, section 5.2.4.
fn without_dots(path: &str) -> String {
    let mut kept: Vec<&str> = Vec::new();
    let mut segments = path.split('/').peekable();
    while let Some(segment) = segments.next() {
        let last = segments.peek().is_none();
        match segment {
            "." => kept.extend(last.then_some("")),
            ".." => {
                // the empty segment before the leading slash stays
                if kept.len() > 1 {
                    kept.pop();
                }
                kept.extend(last.then_some(""));
            }
            _ => kept.push(segment),
        }
    }
    kept.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn resolves_the_examples_of_the_standard() {
        let base = Some("http://a/b/c/d;p?q");
        for (reference, whole) in [
            ("g", "http://a/b/c/g"),
            ("./g", "http://a/b/c/g"),
            ("g/", "http://a/b/c/g/"),
            ("/g", "http://a/g"),
            ("//g", "http://g"),
            ("?y", "http://a/b/c/d;p?y"),
            ("g?y#s", "http://a/b/c/g?y#s"),
            ("#s", "http://a/b/c/d;p?q#s"),
            (";x", "http://a/b/c/;x"),
            (".", "http://a/b/c/"),
            ("..", "http://a/b/"),
            ("../g", "http://a/b/g"),
            ("../../../g", "http://a/g"),
            ("/./g", "http://a/g"),
            ("/../g", "http://a/g"),
            ("g;x=1/../y", "http://a/b/c/y"),
            ("g?y/../x", "http://a/b/c/g?y/../x"),
        ] {
            assert_eq!(resolve(base, reference).as_deref(), Some(whole), "{reference}");
        }
    }

    #[test]
    fn keeps_web_addresses_alone() {
        assert_eq!(resolve(None, " HTTPS://a.example/x y ").as_deref(), Some("HTTPS://a.example/x%20y"));
        assert_eq!(resolve(None, "/x"), None);
        for bad in ["javascript:alert(1)", "java\nscript:x", "data:text/html,x", "mailto:a@b.c", "blob:x", "", "http:x"]
        {
            assert_eq!(resolve(Some("https://a.example/"), bad), None, "{bad}");
        }
        assert_eq!(resolve(Some("file:///tmp/a.html"), "b.html"), None);
    }

    #[test]
    fn names_hosts() {
        assert_eq!(host("https://www.news.example:8080/a?b"), Some("news.example"));
        assert_eq!(host("/a"), None);
    }
}
