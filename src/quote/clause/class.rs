//! Parts of speech, as far as closed word classes, capitals and the reporting verbs tell them.

use crate::entity::EntityKind;
use crate::model::List;
use crate::quote::clause::cue::{Cue, cue};

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
    /// `'s` behind a name.
    Possessive,
    /// A number.
    Number,
    /// A reporting verb.
    Cue(Cue),
    /// A verb that reports nothing, as far as its ending or its being common tells.
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
pub(crate) fn class(word: &str, capital: bool) -> Class {
    if capital {
        return match word {
            "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday" => Class::Day,
            "i" => Class::Subject,
            _ => Class::Name,
        };
    }
    if let Some(known) = List::WordClasses.value(word) {
        return CLOSED.iter().find(|(name, _)| *name == known).map_or(Class::Word, |&(_, class)| class);
    }
    match cue(word) {
        Some(cue) => Class::Cue(cue),
        None if word.starts_with(|c: char| c.is_ascii_digit()) => Class::Number,
        None if word.len() > 4 && word.ends_with("ly") && !matches!(word, "family" | "assembly" | "ally" | "reply") => {
            Class::Adverb
        }
        None if is_verb(word) => Class::Verb,
        None => Class::Word,
    }
}

/// Whether `word` is a past tense or a participle.
fn is_verb(word: &str) -> bool {
    List::Verbs.has(word) || word.len() > 4 && (word.ends_with("ed") && !word.ends_with("eed") || word.ends_with("ing"))
}

/// Whether mentions of this kind are names, rather than dates and amounts.
pub(crate) fn is_name(kind: EntityKind) -> bool {
    use EntityKind::{Date, Money, Percent, Quantity, Time};
    !matches!(kind, Date | Time | Money | Percent | Quantity)
}
