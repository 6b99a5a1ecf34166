//! What a tagger is trained on.

use postil::train::{Example, Label};

/// A text that a task reads as sentences of words.
pub(crate) trait Text: Sync {
    /// Its sentences; `first_pass` are the labels of a first pass.
    fn examples(&self, first_pass: Option<&[Label]>) -> Vec<Example>;
}
