//! What all passages of the library are read for.

use postil::TagCommand;

/// What all passages of the library are read for.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Purpose {
    /// To change a tag on each.
    Tag(TagCommand),
    /// To take a step back, or do it again; by its number, or the last.
    Step { number: Option<u32>, again: bool },
    /// To say how often each tag is used.
    Count,
}
