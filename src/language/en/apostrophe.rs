//! Apostrophes of English.

use crate::language::Apostrophes;

pub(super) static APOSTROPHES: Apostrophes =
    Apostrophes { word_ends: &["s", "S", "z", "x", "in"], decade_ending: 's', between: &['n', 'N'] };
