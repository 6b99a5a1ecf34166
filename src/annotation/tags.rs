//! Tags: how they are tidied, and which of them a reader is likely to want next.

use super::Annotation;
use crate::order::sort_by;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// The longest tag, in code points: what fits on one line of a narrow panel.
const LONGEST: usize = 64;

/// Offered to a reader who has no tags yet, and after the reader's own: what fact-checkers and students mark.
pub const DEFAULT_TAGS: [&str; 7] = ["claim / check", "source", "context", "figure", "opinion", "question", "quote"];

/// A tag and how it is used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TagUse {
    /// The tag, in its most recent spelling.
    pub tag: String,
    /// Annotations that have it; 0 for a default not used yet.
    pub count: usize,
    /// When it was last given or its annotation last changed, ISO 8601 UTC; empty for a default not used yet.
    pub last: String,
}

/// Tidies tags: white space is folded and trimmed, control characters and empty tags are left out, a tag longer than
/// 64 code points is cut, and of tags that differ in case only the first stays.
#[must_use]
pub fn tidy_tags<S: AsRef<str>>(tags: &[S]) -> Vec<String> {
    let mut kept: Vec<String> = Vec::new();
    for tag in tags {
        let words: Vec<String> =
            tag.as_ref().split_whitespace().map(without_controls).filter(|w| !w.is_empty()).collect();
        let cut: String = words.join(" ").chars().take(LONGEST).collect();
        let tidy = cut.trim_end();
        if !tidy.is_empty() && !kept.iter().any(|k| key(k) == key(tidy)) {
            kept.push(tidy.to_owned());
        }
    }
    kept
}

fn without_controls(word: &str) -> String {
    word.chars().filter(|c| !c.is_control()).collect()
}

/// Tags with the same key are the same tag.
fn key(tag: &str) -> String {
    tag.to_lowercase()
}

/// The tags of `annotations`, most used first, the more recent first among equals; then the unused [`DEFAULT_TAGS`] in
/// their order.
#[must_use]
pub fn tag_uses(annotations: &[Annotation]) -> Vec<TagUse> {
    let mut uses: HashMap<String, TagUse> = HashMap::new();
    for annotation in annotations {
        for tag in &annotation.tags {
            let entry =
                uses.entry(key(tag)).or_insert_with(|| TagUse { tag: tag.clone(), count: 0, last: String::new() });
            entry.count += 1;
            if annotation.modified > entry.last {
                entry.last.clone_from(&annotation.modified);
                entry.tag.clone_from(tag);
            }
        }
    }
    let unused = DEFAULT_TAGS.iter().filter(|tag| !uses.contains_key(&key(tag)));
    let unused: Vec<_> = unused.map(|&tag| TagUse { tag: tag.to_owned(), count: 0, last: String::new() }).collect();
    let mut all: Vec<TagUse> = uses.into_values().collect();
    // most used first, of those the latest, of those by letter
    sort_by(&mut all, |a, b| (b.count, &b.last, &a.tag).cmp(&(a.count, &a.last, &b.tag)));
    all.extend(unused);
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::anchor::Selectors;

    fn tagged(tags: &[&str], modified: &str) -> Annotation {
        Annotation {
            id: modified.into(),
            source: String::new(),
            title: String::new(),
            selectors: Selectors::default(),
            tags: tags.iter().map(|&t| t.into()).collect(),
            note: String::new(),
            correction: None,
            created: modified.into(),
            modified: modified.into(),
        }
    }

    #[test]
    fn tidies_space_case_and_length() {
        assert_eq!(tidy_tags(&["  claim \n /\tcheck ", "", " ", "Claim / Check"]), ["claim / check"]);
        assert_eq!(tidy_tags(&["Straße", "STRASSE", "ÉTÉ", "été"]), ["Straße", "STRASSE", "ÉTÉ"]);
        assert_eq!(tidy_tags(&["a\u{0}b\u{1b}"]), ["ab"]);
        assert_eq!(tidy_tags(&["😀".repeat(99)]), ["😀".repeat(64)]);
        assert_eq!(tidy_tags(&[format!("{} more", "x".repeat(63))]), ["x".repeat(63)]);
    }

    #[test]
    fn the_bar_offers_most_used_then_most_recent_then_defaults() {
        let notes = [
            tagged(&["money", "source"], "2026-01-01T00:00:00Z"),
            tagged(&["ferry"], "2026-01-03T00:00:00Z"),
            tagged(&["MONEY"], "2026-01-02T00:00:00Z"),
        ];
        let bar: Vec<_> = tag_uses(&notes).into_iter().map(|t| (t.tag, t.count)).collect();
        let names: Vec<_> = bar.iter().map(|(t, n)| (t.as_str(), *n)).collect();
        assert_eq!(&names[..4], [("MONEY", 2), ("ferry", 1), ("source", 1), ("claim / check", 0)]);
        assert_eq!(names.iter().filter(|(t, _)| *t == "source").count(), 1);
    }

    #[test]
    fn a_new_reader_gets_the_defaults() {
        assert_eq!(tag_uses(&[]).into_iter().map(|t| t.tag).collect::<Vec<_>>(), DEFAULT_TAGS);
    }
}
