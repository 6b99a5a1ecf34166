//! Articles as they come in, and where they come from.

/// An article as it came in: HTML, text, or both flavours of one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Incoming {
    /// Its markup.
    pub(crate) html: Option<String>,
    /// Its plain text.
    pub(crate) text: Option<String>,
    /// Its address, where it has one.
    pub(crate) url: Option<String>,
}

impl Incoming {
    /// Content without a name: markup if it looks like it, or text.
    pub(crate) fn guessed(content: String, url: Option<String>) -> Self {
        if looks_like_html(&content) { Self::markup(content, url) } else { Self::plain(content, url) }
    }

    /// A page.
    pub(crate) fn markup(content: String, url: Option<String>) -> Self {
        Self { html: Some(content), text: None, url }
    }

    /// A text.
    pub(crate) fn plain(content: String, url: Option<String>) -> Self {
        Self { html: None, text: Some(content), url }
    }

    /// Where it comes from: it may be nothing but an address.
    pub(crate) fn into_source(self) -> Source {
        match self.address() {
            Some(address) => Source::Address(address),
            None => Source::Articles(vec![self]),
        }
    }

    fn address(&self) -> Option<String> {
        let text = self.text.as_deref()?.trim();
        let single = !text.contains(char::is_whitespace);
        (single && (text.starts_with("https://") || text.starts_with("http://"))).then(|| text.to_owned())
    }
}

/// Where an article is to come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Source {
    /// What the page's own address names: `?url=`, an article opened before, or the sample.
    PageAddress,
    /// The sample.
    Sample,
    /// An address.
    Address(String),
    /// An article opened before, by what its passages are kept under.
    Before(String),
    /// Articles that are here: the last is opened first, and all of them end in the list of articles opened before.
    Articles(Vec<Incoming>),
}

/// Whether a text without a name is a page rather than prose.
fn looks_like_html(content: &str) -> bool {
    let start = content.trim_start_matches('\u{feff}').trim_start();
    let head: String = start.chars().take(512).collect::<String>().to_ascii_lowercase();
    head.starts_with('<')
        && ["<!doctype", "<html", "<head", "<body", "<article", "<p", "<div", "<!--"].iter().any(|t| head.contains(t))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_known_from_prose() {
        for page in ["<!DOCTYPE html><title>x", "\u{feff} <p>x", "<article>"] {
            assert!(Incoming::guessed(page.to_owned(), None).html.is_some(), "{page}");
        }
        for prose in ["The <p> element", "< 3 km", "Plain words."] {
            assert!(Incoming::guessed(prose.to_owned(), None).text.is_some(), "{prose}");
        }
    }

    #[test]
    fn a_text_that_is_an_address_is_opened_by_it() {
        let of = |text: &str| Incoming::plain(text.to_owned(), None).into_source();
        assert_eq!(of(" https://quay.example/a\n"), Source::Address("https://quay.example/a".to_owned()));
        assert!(matches!(of("see https://quay.example/a"), Source::Articles(_)));
        assert!(matches!(of("ftp://quay.example/a"), Source::Articles(_)));
    }
}
