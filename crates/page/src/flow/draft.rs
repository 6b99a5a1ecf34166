//! A draft: what was typed about a passage and not saved.

use postil::{Annotation, Selectors};
use serde::{Deserialize, Serialize};

/// What was typed about a passage and not saved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Draft {
    /// The article.
    pub(crate) source: String,
    /// The annotation, when it is one already.
    pub(crate) id: Option<String>,
    /// Where the passage is: for what is no annotation yet, or is none any more.
    pub(crate) selectors: Selectors,
    /// Its tags, as they were typed.
    pub(crate) tags: String,
    /// The note.
    pub(crate) note: String,
}

impl Draft {
    /// What it is kept under: one passage has one draft.
    pub(crate) fn key(&self) -> String {
        let position = self.selectors.position.map(|at| [at.start, at.end]);
        let passage = position.map(|at| at.map(|n| n.to_string()).join("-")).unwrap_or_default();
        [self.source.as_str(), " ", self.id.as_deref().unwrap_or(&passage)].concat()
    }

    /// Whether it says what the annotation says already.
    pub(super) fn is_saved(&self, annotation: Option<&Annotation>) -> bool {
        let (tags, note) = annotation.map_or_else(Default::default, |a| (a.tags.join(", "), a.note.as_str()));
        self.tags.trim() == tags && self.note == note
    }
}
