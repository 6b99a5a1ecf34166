//! Which end of a selection moves, and by how much.

/// By how much an end moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unit {
    Character,
    Word,
    Sentence,
    Paragraph,
}

/// Which end of the selection moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum End {
    Start,
    End,
}
