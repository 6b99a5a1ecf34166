//! What the fields of a dialog say.

use web_sys::File;

/// What the fields of the open dialog say.
pub(crate) enum Answer {
    /// Of the dialog that asks for an article.
    Article { files: Vec<File>, address: String, text: String },
    /// Of the one that edits a passage.
    Note { tags: String, note: String },
    /// Of the one that asks who speaks.
    Speaker(String),
}
