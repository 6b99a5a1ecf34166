//! Where a language writes apostrophes, so that they are not taken for quotation marks.

/// Apostrophes of one language. The words that begin with one (`’em`) are in the model file: `model::List::Elisions`.
#[derive(Debug)]
pub(crate) struct Apostrophes {
    /// Ends of words after which one may stand for a possessive or a dropped letter: `the boys' cars`, `goin' home`.
    pub(crate) word_ends: &'static [&'static str],
    /// What follows the figures of a decade: `the ’90s`.
    pub(crate) decade_ending: char,
    /// Letters between two of them: `rock ’n’ roll`.
    pub(crate) between: &'static [char],
}
