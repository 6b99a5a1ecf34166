//! Endings of words.

/// How words are inflected.
#[derive(Debug)]
pub(crate) struct Inflection {
    /// Endings of common words.
    pub(crate) endings: &'static [Ending],
    /// The ending of a regular plural.
    pub(crate) plural: &'static str,
    /// The ending of regular past forms and participles.
    pub(crate) past: &'static str,
}

/// An ending of inflected words.
#[derive(Debug)]
pub(crate) struct Ending {
    pub(crate) ending: &'static str,
    /// What the stem may have in its place.
    pub(crate) instead: &'static [&'static str],
    /// Letters before it, at least.
    pub(crate) shortest: usize,
}

impl Inflection {
    /// `word` without the ending of a plural, if it has it.
    pub(crate) fn singular<'w>(&self, word: &'w str) -> Option<&'w str> {
        word.strip_suffix(self.plural)
    }

    /// `word` without the ending of a plural.
    pub(crate) fn in_singular<'w>(&self, word: &'w str) -> &'w str {
        self.singular(word).unwrap_or(word)
    }
}
