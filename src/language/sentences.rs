//! Words that say where sentences end.

/// Exceptions to what marks alone say of the ends of sentences.
#[derive(Debug)]
pub(crate) struct SentenceWords {
    /// Words after which a full stop does not end a sentence, in lower case.
    pub(crate) abbreviations: &'static [&'static str],
    /// Words and marks that often open a sentence: trusted to begin one after an abbreviation such as `U.S.`.
    pub(crate) openers: &'static [&'static str],
}
