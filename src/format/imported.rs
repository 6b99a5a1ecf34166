//! What came of a file that was read, and why nothing did.

use super::foreign::Foreign;
use crate::annotation::Annotation;

/// What a file held.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Imported {
    /// What could be read, in the file's order.
    pub annotations: Vec<Annotation>,
    /// What could not.
    pub rejected: Vec<Rejected>,
}

/// An item of a file that is no annotation of a text.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("item {} was left out: {reason}", .index + 1)]
pub struct Rejected {
    /// Which, from 0, in the file's order.
    pub index: usize,
    /// Why.
    pub reason: String,
}

/// Why nothing could be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FormatError {
    /// The file has nothing in it.
    #[error("the file is empty; choose one that Postil or another annotation tool exported")]
    Empty,
    /// The file is too large.
    #[error("it has {} MB, and {} MB are the most that is read at once; export it in parts", .0.div_ceil(1_000_000), super::MAX_IMPORT / 1_000_000)]
    TooLarge(usize),
    /// The file is begun as JSON and is none.
    #[error("it is damaged: it begins as JSON, and is none any more at line {line}, column {column}. Export it again")]
    Json {
        /// From 1.
        line: usize,
        /// From 1.
        column: usize,
    },
    /// A file of another kind.
    #[error("{0}")]
    Foreign(Foreign),
    /// The collection holds no annotations, only the addresses of its pages.
    #[error("this collection only names its pages by address ({0}); export the annotations themselves")]
    Elsewhere(String),
    /// JSON of another kind.
    #[error(
        "it is JSON, but holds no annotations: neither W3C annotations, nor what Hypothesis exports, nor a Postil library"
    )]
    NoAnnotations,
}
