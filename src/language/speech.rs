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
    /// Words before a source, one at a time: “per the rules”.
    pub(crate) per: &'static [&'static str],
    /// Words around a source: “as a memo put it”.
    pub(crate) as_put: [&'static str; 3],
    /// What stands for those who speak in an interview: “Q: …”, “A: …”.
    pub(crate) turns: &'static [&'static str],
    /// Participles that say of a question that it is put to somebody: “asked whether …, Roe said”.
    pub(crate) put_to: &'static [&'static str],
    /// Forms of the verb for giving another's words: “Roe quoted Calder: ‘…’”.
    pub(crate) quoting: &'static [&'static str],
    /// Participles whose passive subject speaks all the same: “Roe was quoted as saying”.
    pub(crate) heard_out: &'static [&'static str],
    /// What a hearing does, said of the body before which others speak: “a court heard”.
    pub(crate) hears: &'static [&'static str],
    /// Those bodies.
    pub(crate) hearings: &'static [&'static str],
    /// Words that deny a verb: “never said”.
    pub(crate) negations: &'static [&'static str],
    /// Words after those by which it is said all the same: “did not just say”.
    pub(crate) softeners: &'static [&'static str],
    /// Subjects by which nobody is meant, and determiners that make them: “no one said”.
    pub(crate) nobody: &'static [&'static str],
    /// Words before a subject that only suppose what it says: “if Roe says”.
    pub(crate) suppositions: &'static [&'static str],
    /// Auxiliaries that suppose where they open a sentence: “Had Roe said”.
    pub(crate) inverted: &'static [&'static str],
    /// Words before a gerund that deny it: “denies saying”, “without saying”.
    pub(crate) denials: &'static [&'static str],
    /// Two words before a gerund that deny it: “stopped short of saying”.
    pub(crate) denial_tie: [&'static str; 2],
    /// Words before an infinitive that deny it: “refused to say”.
    pub(crate) refusals: &'static [&'static str],
}
