//! What features are made of that depend on a word as it is written, wherever it stands.

use crate::model::Key;

/// What is known of the form of a word, wherever it stands.
#[derive(Clone, Copy, Debug)]
pub(crate) struct FormFeatures {
    /// Its shape.
    pub(crate) shape: Key,
    /// Its letters in lower case.
    pub(crate) lower: Key,
    /// Its fine cluster, where it has one.
    pub(crate) fine: Option<Key>,
    pub(crate) middle: Key,
    pub(crate) coarse: Key,
}

impl FormFeatures {
    /// Of no word: beyond the ends of a sentence.
    pub(crate) const OUTSIDE: Self = Self { shape: 90, lower: 90, fine: None, middle: 990, coarse: 990 };
}

/// Words around and with the one that is tagged, of which the features are made.
pub(crate) const WINDOW: usize = 5;
