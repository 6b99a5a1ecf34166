//! What a reader can do to the notes, and what that changes.

use super::correction::Correction;
use super::passage::Annotation;
use crate::anchor::Selectors;

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
    /// Has one stand at other words.
    Attach(String, Selectors),
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
