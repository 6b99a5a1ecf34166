//! Words that report, and words about words.

/// Reporting words of one language besides its verbs, in lower case.
#[derive(Debug)]
pub(crate) struct Speech {
    /// The words before a source: “according to”.
    pub(crate) according: [&'static str; 2],
    /// What follows those words and is no source: “according to plan”.
    pub(crate) no_sources: &'static [&'static str],
    /// Words beside a quoted word that show it to be spoken about: “the word ‘ferry’ means …”.
    pub(crate) about_words: &'static [&'static str],
    /// Words before a name that show it to be one, several at a time: “known as”.
    pub(crate) naming_phrases: &'static [&'static str],
}
