//! Function words by what they do around a name. All in lower case.

/// Function words.
#[derive(Debug)]
pub(crate) struct Grammar {
    /// `the`
    pub(crate) definite_article: &'static str,
    /// `a`, `an`
    pub(crate) indefinite_articles: &'static [&'static str],
    /// `and`
    pub(crate) and: &'static str,
    /// What makes a possessive of the word before it, as a token of its own: `'s`.
    pub(crate) possessive_clitics: &'static [&'static str],
    /// `his`, `its`
    pub(crate) possessive_determiners: &'static [&'static str],
    /// Those of persons: `his`, `her`, `my`.
    pub(crate) personal_possessives: &'static [&'static str],
    /// `who`, `which`
    pub(crate) relative_pronouns: &'static [&'static str],
    /// Verbs that say what somebody is or was: `is`, `was`.
    pub(crate) copulas: &'static [&'static str],
    /// Words after which a noun phrase says what somebody is, and names nobody: `was`, `as`, `become`.
    pub(crate) predicate_openers: &'static [&'static str],
    /// Verbs that begin no description in a relative clause: `is`, `has`.
    pub(crate) auxiliaries: &'static [&'static str],
    /// Adverbs before a role: `now`, `formerly`.
    pub(crate) role_adverbs: &'static [&'static str],
    /// Prepositions of place before a name.
    pub(crate) place_prepositions: &'static [&'static str],
    /// Prepositions before a name that say nothing of its kind: `of`, `by`.
    pub(crate) other_prepositions: &'static [&'static str],
    /// Prepositions inside of a name, after which nothing is its head: Battle `of` Hastings.
    pub(crate) prepositions_in_names: &'static [&'static str],
}

impl Grammar {
    /// Whether `word` is an article.
    pub(crate) fn is_article(&self, word: &str) -> bool {
        word == self.definite_article || self.indefinite_articles.contains(&word)
    }
}
