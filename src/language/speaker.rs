//! Words in noun phrases that name speakers.

/// Words for persons of one gender.
#[derive(Debug)]
pub(crate) struct GenderedWords {
    /// The pronoun that is a subject, in lower case.
    pub(crate) subject: &'static str,
    /// All pronouns, in lower case.
    pub(crate) pronouns: &'static [&'static str],
    /// Titles before a name, as they are written.
    pub(crate) titles: &'static [&'static str],
    /// Nouns for them that stand beside a name, in lower case.
    pub(crate) nouns: &'static [&'static str],
}

/// A plural's ending, and the singular's.
#[derive(Debug)]
pub(crate) struct PluralEnding {
    /// Of the plural.
    pub(crate) plural: &'static str,
    /// Of the singular.
    pub(crate) singular: &'static str,
}

/// How one language names speakers; words are in lower case where nothing else is said.
#[derive(Debug)]
pub(crate) struct Speakers {
    /// Words for women.
    pub(crate) female: GenderedWords,
    /// Words for men.
    pub(crate) male: GenderedWords,
    /// Pronouns for those who may report.
    pub(crate) reporting_pronouns: &'static [&'static str],
    /// Pronouns that do not say who somebody is when they stand alone.
    pub(crate) pronouns: &'static [&'static str],
    /// Determiners that are capitals only where a sentence begins, as they are written there.
    pub(crate) opening_determiners: &'static [&'static str],
    /// The article of what is known already.
    pub(crate) definite_article: &'static str,
    /// The word that joins two names, with the spaces around it.
    pub(crate) and: &'static str,
    /// Words between a noun and a name that belongs to it: “a spokesman for Roe”.
    pub(crate) name_ties: &'static [&'static str],
    /// Words that end the noun which names a speaker, with the spaces around them: “a woman in Port Ansel”.
    pub(crate) noun_ends: &'static [&'static str],
    /// Prepositions that end the part of a description which is the person's own: “director of the trust”.
    pub(crate) description_ends: &'static [&'static str],
    /// Ends of the words for one of a people: “the Spaniard”, “the Kenyan”.
    pub(crate) one_of_a_people: &'static [&'static str],
    /// Regular plurals.
    pub(crate) plurals: &'static [PluralEnding],
}
