//! A date, time or amount in a text.

use crate::entity::kind::EntityKind;
use std::ops::Range;

/// A date, time or amount: its words, kind and normalised value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Value {
    pub(crate) words: Range<usize>,
    pub(crate) kind: EntityKind,
    pub(crate) normalised: Option<String>,
}
