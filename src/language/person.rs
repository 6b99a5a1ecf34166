//! Words that say of a person who they are: titles, pronouns, what belongs to their names.

/// A person's sex as words give it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Gender {
    Woman,
    Man,
}

/// Words about persons, in lower case where nothing else is said.
#[derive(Debug)]
pub(crate) struct PersonWords {
    /// Third-person pronouns of one sex.
    pub(crate) pronouns: &'static [(&'static str, Gender)],
    /// Titles before a name that give the sex.
    pub(crate) gendered_titles: &'static [(&'static str, Gender)],
    /// Titles before which a name is a person's, whatever else it may be: `mr`.
    pub(crate) courtesy_titles: &'static [&'static str],
    /// What stands after a name and belongs to it: `jr`, `iii`.
    pub(crate) suffixes: &'static [&'static str],
    /// Those that end in a full stop, as they are written: `Jr`.
    pub(crate) stopped_suffixes: &'static [&'static str],
    /// Words that tell of a person's life before a noun for them: the `retired` teacher.
    pub(crate) lives: &'static [&'static str],
    /// Ends of words that do: “two-time”.
    pub(crate) life_endings: &'static [&'static str],
    /// Nouns that tell of a person whose children are counted, and the sex that they give: the `mother` of three.
    pub(crate) parents: &'static [(&'static str, Gender)],
    /// What stands between such a noun and the number.
    pub(crate) parent_of: &'static str,
    /// The end of a word that tells an age: 51`-year-old`.
    pub(crate) aged: &'static str,
    /// Ends of nouns for persons by what they do: shear`er`.
    pub(crate) agent_endings: &'static [&'static str],
    /// What a title has in brackets: `ret`.
    pub(crate) retired: &'static [&'static str],
    /// Articles that a family name may have or not: `al-`.
    pub(crate) name_articles: &'static [&'static str],
    /// Parties of politicians as they stand in brackets after a name, `d` of `(D-Maine)`.
    pub(crate) parties: &'static [&'static str],
    /// Those that a recogniser takes for a name of their own, as they are written.
    pub(crate) party_letters: &'static [&'static str],
}

impl PersonWords {
    /// The sex that the title `word` gives, whatever its capitals.
    pub(crate) fn title_gender(&self, word: &str) -> Option<Gender> {
        self.gendered_titles.iter().find(|(title, _)| title.eq_ignore_ascii_case(word)).map(|t| t.1)
    }

    /// The sex that a pronoun gives.
    pub(crate) fn pronoun_gender(&self, word: &str) -> Option<Gender> {
        self.pronouns.iter().find(|(pronoun, _)| *pronoun == word).map(|p| p.1)
    }
}
