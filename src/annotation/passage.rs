//! A passage that a reader marked.

use super::correction::Correction;
use crate::anchor::Selectors;
use serde::{Deserialize, Serialize};

/// A passage that the reader tagged or noted, or about which something is set right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Annotation {
    /// `urn:uuid:…`.
    pub id: String,
    /// Address or `urn:` of the article (see [`source_key`](super::source_key)).
    pub source: String,
    /// The article's title, for lists and exports.
    pub title: String,
    /// Where the passage is.
    pub selectors: Selectors,
    /// Tags, in the order given, no two alike.
    pub tags: Vec<String>,
    /// The note; may be empty.
    pub note: String,
    /// What the reader sets right about the passage. Such an annotation is not shown as a passage: its effect is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub correction: Option<Correction>,
    /// When made, ISO 8601 UTC.
    pub created: String,
    /// When last changed, ISO 8601 UTC.
    pub modified: String,
}

impl Annotation {
    /// The words of the passage, as they were when it was marked; empty when only its position is known.
    #[must_use]
    pub fn passage(&self) -> &str {
        self.selectors.quote.as_ref().map_or("", |q| q.exact.as_str())
    }
}
