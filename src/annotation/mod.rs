//! What the reader adds to an article: tagged and noted passages, and what is set right in it; with undo.

mod correction;
mod merge;
mod notebook;
mod source;
mod tags;

pub use correction::{Correction, correct, mention_at, quote_at};
pub use merge::Merged;
pub use notebook::{Notebook, Placed};
pub(crate) use source::Fnv;
pub use source::source_key;
pub use tags::{DEFAULT_TAGS, TagUse, tidy_tags};

use crate::anchor::Selectors;
use serde::{Deserialize, Serialize};

/// A passage that the reader tagged or noted, or about which something is set right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Annotation {
    /// `urn:uuid:…`.
    pub id: String,
    /// Address or `urn:` of the article (see [`source_key`]).
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

/// What a reader can do.
#[allow(
    clippy::large_enum_variant,
    reason = "large on 64 bits only; a command lives for one call and is never kept in a list"
)]
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// Adds an annotation, or puts a deleted one back.
    Add(Annotation),
    /// Sets the tags of one.
    Retag(String, Vec<String>),
    /// Sets the note of one.
    Note(String, String),
    /// Sets what one sets right.
    Correct(String, Correction),
    /// Deletes one.
    Delete(String),
}

/// What a command changed: the ids whose annotations are to be stored (or deleted) and redrawn.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Change {
    /// Added or altered.
    pub put: Vec<String>,
    /// Deleted.
    pub deleted: Vec<String>,
}

/// Why a command was refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotebookError {
    /// No annotation has this id.
    #[error("this passage is no longer in your notes ({0}); reload the page to see what is")]
    Unknown(String),
}
