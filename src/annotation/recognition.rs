//! An article recognised among those that notes are kept of, whatever layout it comes in.

use super::identity::ArticleIdentity;
use serde::{Deserialize, Serialize};

/// An article of which something is kept: what it is kept under, and what it is recognised by.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct KnownArticle {
    /// The key of its notes (see [`source_key`](super::source_key)).
    pub source: String,
    /// What it is recognised by.
    pub identity: ArticleIdentity,
}

impl KnownArticle {
    /// The keys, besides its own, under which notes of this article are kept, among articles that may be the same.
    #[must_use]
    pub fn other_keys(&self, candidates: &[Self]) -> Vec<String> {
        let same =
            candidates.iter().filter(|other| other.source != self.source && other.identity.is_same(&self.identity));
        same.map(|other| other.source.clone()).collect()
    }

    /// What is known of it now, where `before` was known.
    #[must_use]
    pub fn after(self, before: Option<Self>) -> Self {
        match before {
            Some(before) => Self { identity: self.identity.joined(before.identity), ..self },
            None => self,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::sketch::Sketch;
    use super::*;

    const WORDS: &str = "The harbour of Quay will close for eleven weeks from the first of May, the port authority said on Monday, \
        and nobody had come to see the traders along the eastern wall before that.";

    fn known(source: &str, words: &str) -> KnownArticle {
        let words = Sketch::new(std::iter::once(words));
        KnownArticle { source: source.into(), identity: ArticleIdentity { words, ..ArticleIdentity::of_key(source) } }
    }

    #[test]
    fn a_layout_finds_the_others() {
        let paste = known("urn:postil:1", &WORDS[..120]);
        let page = known("https://quay.example/a", WORDS);
        let phone = known("https://m.quay.example/a/?print=1", "");
        let other =
            known("https://quay.example/b", "Two ferries a day will land at the new terminal, which opened in spring.");
        let all = [paste.clone(), page.clone(), phone.clone(), other];
        assert_eq!(page.other_keys(&all), ["urn:postil:1", "https://m.quay.example/a/?print=1"]);
        assert_eq!(paste.other_keys(&all), ["https://quay.example/a"]);
        assert_eq!(phone.other_keys(&all), ["https://quay.example/a"]);
    }

    #[test]
    fn what_was_known_before_stays_known() {
        let whole = known("https://quay.example/a", WORDS);
        let part = KnownArticle { identity: known("", &WORDS[..90]).identity, ..whole.clone() };
        assert_eq!(part.clone().after(Some(whole.clone())), whole, "of a part of it");
        assert_eq!(whole.clone().after(Some(part)), whole);
        assert_eq!(whole.clone().after(None), whole);
    }

    #[test]
    fn its_row_has_what_the_database_looks_up() {
        let row = serde_json::to_value(known("https://quay.example/a", "one two three four")).unwrap();
        assert_eq!(row["identity"]["address"], "quay.example/a");
        assert_eq!(row["identity"]["words"]["lowest"].as_array().map(Vec::len), Some(1));
    }
}
