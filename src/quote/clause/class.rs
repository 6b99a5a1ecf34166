//! Parts of speech, as far as closed word classes, capitals and the reporting verbs give them.

use super::cue::{Cue, reporting_verb};
use crate::language::Clauses;
use crate::model::List;

/// What a word or mark is in its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Class {
    /// The quote with this index, as one item.
    Quote(usize),
    /// A punctuation mark.
    Stop(char),
    /// `he`, `she`, `they`, `I`.
    Subject,
    /// `him`, `them`, `me`.
    Object,
    /// `who`, `which`.
    Relative,
    /// `the`, `a`, `his`, `many`, `another`.
    Determiner,
    /// A preposition that ties a noun to the noun before it (`of`, `for`, `from`).
    Tie,
    /// Any other preposition.
    Preposition,
    /// `has`, `is`, `would`, `not`.
    Auxiliary,
    /// `also`, `later`, `angrily`.
    Adverb,
    /// `and`, `or`.
    And,
    /// `that`, `but`, `because`: a new clause.
    Clause,
    /// `Friday`, `yesterday`.
    Day,
    /// A capitalised word.
    Name,
    /// `'s` after a name.
    Possessive,
    /// A number.
    Number,
    /// A reporting verb.
    Cue(Cue),
    /// A verb that reports nothing, as far as its ending or its being common says.
    Verb,
    /// Any other word.
    Word,
}

impl Class {
    /// Whether it can stand in the middle or at the end of a noun phrase.
    pub(crate) fn is_nominal(self) -> bool {
        matches!(self, Self::Name | Self::Word | Self::Number | Self::Possessive)
    }

    /// Whether it may come between a subject and its verb, or a verb and its subject.
    pub(crate) fn is_filler(self) -> bool {
        matches!(self, Self::Adverb | Self::Auxiliary | Self::Day)
    }
}

/// The closed classes as the list of their words names them.
const CLOSED: [(&str, Class); 12] = [
    ("subject", Class::Subject),
    ("object", Class::Object),
    ("relative", Class::Relative),
    ("determiner", Class::Determiner),
    ("tie", Class::Tie),
    ("preposition", Class::Preposition),
    ("auxiliary", Class::Auxiliary),
    ("possessive", Class::Possessive),
    ("adverb", Class::Adverb),
    ("and", Class::And),
    ("clause", Class::Clause),
    ("day", Class::Day),
];

/// The class of `word` (lower case). `capital` says that it is written with a capital that its place does not explain.
pub(crate) fn word_class(word: &str, capital: bool, clauses: &Clauses) -> Class {
    if capital {
        return match word {
            _ if clauses.weekdays.contains(&word) => Class::Day,
            _ if clauses.capital_subjects.contains(&word) => Class::Subject,
            _ => Class::Name,
        };
    }
    if let Some(known) = List::WordClasses.value(word) {
        return CLOSED.iter().find(|(name, _)| *name == known).map_or(Class::Word, |&(_, class)| class);
    }
    match reporting_verb(word, clauses) {
        Some(cue) => Class::Cue(cue),
        None if word.starts_with(|c: char| c.is_ascii_digit()) => Class::Number,
        None if (clauses.is_adverb)(word) => Class::Adverb,
        None if List::Verbs.has(word) || (clauses.is_verb)(word) => Class::Verb,
        None => Class::Word,
    }
}
