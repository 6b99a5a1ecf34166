//! A simple noun phrase of a sentence, and the reporting words that it hangs on.

use super::phrase::Phrase;

/// A verb that a phrase is the subject of, or any other word that makes it a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Link {
    /// Its item.
    pub(crate) at: usize,
    /// How the phrase hangs on it.
    pub(crate) tie: Tie,
}

/// How a phrase hangs on the word that makes it a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tie {
    /// “Roe said”, “Roe, who runs the ferry, said”.
    Subject,
    /// “said Roe”.
    Inverted,
    /// “according to Roe”.
    According,
    /// “described by Roe”.
    By,
    /// “told Roe”, “asked Roe”.
    Object,
}

/// A simple noun phrase of a sentence.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Chunk {
    /// Its words.
    pub(crate) phrase: Phrase,
    /// The first reporting words that it hangs on, nearest first.
    pub(crate) links: [Option<Link>; LINKS],
    /// Whether it is the subject of a verb that reports nothing.
    pub(crate) acts: bool,
}

/// Reporting words that are kept for a phrase, at most: “Roe stood, said, and added”.
pub(super) const LINKS: usize = 3;
