//! Parts of speech, as far as closed word classes, capitals and the reporting verbs tell them.

use super::cue::{Cue, cue};
use crate::entity::EntityKind;

/// What a word or mark is in its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
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
    pub(super) fn is_nominal(self) -> bool {
        matches!(self, Self::Name | Self::Word | Self::Number | Self::Possessive)
    }

    /// Whether it may come between a subject and its verb, or a verb and its subject.
    pub(super) fn is_filler(self) -> bool {
        matches!(self, Self::Adverb | Self::Auxiliary | Self::Day)
    }
}

/// The class of `word` (lower case). `capital` says that it is written with a capital that its place does not explain.
pub(super) fn class(word: &str, capital: bool) -> Class {
    if capital {
        return match word {
            "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday" => Class::Day,
            "i" => Class::Subject,
            _ => Class::Name,
        };
    }
    match word {
        "he" | "she" | "they" | "i" | "we" | "it" | "you" => Class::Subject,
        "him" | "them" | "me" | "us" | "himself" | "herself" | "themselves" | "itself" => Class::Object,
        "who" | "which" | "whose" | "whom" => Class::Relative,
        "the" | "a" | "an" | "this" | "these" | "those" | "his" | "her" | "their" | "its" | "my" | "our" | "your"
        | "some" | "many" | "several" | "most" | "all" | "both" | "another" | "other" | "one" | "two" | "three"
        | "four" | "five" | "six" | "few" | "every" | "each" | "any" | "no" | "more" => Class::Determiner,
        "of" | "for" | "from" | "with" | "at" | "in" | "on" | "near" | "to" => Class::Tie,
        "by" | "about" | "against" | "into" | "over" | "under" | "during" | "after" | "before" | "since"
        | "through" | "between" | "among" | "without" | "within" | "toward" | "towards" | "upon" | "like" | "than"
        | "despite" | "amid" | "around" | "across" | "behind" | "until" | "via" | "per" | "as" => Class::Preposition,
        "is" | "was" | "were" | "are" | "be" | "been" | "being" | "am" | "has" | "had" | "have" | "having" | "will"
        | "would" | "could" | "can" | "may" | "might" | "must" | "shall" | "should" | "did" | "does" | "do" | "not"
        | "n't" | "n’t" | "'d" | "’d" | "'ll" | "’ll" | "'ve" | "’ve" | "'re" | "’re" | "'m" | "’m" => {
            Class::Auxiliary
        }
        "'s" | "’s" | "'" | "’" => Class::Possessive,
        "also" | "later" | "then" | "now" | "still" | "once" | "again" | "never" | "ever" | "always" | "often"
        | "just" | "even" | "too" | "there" | "here" | "already" | "soon" | "only" | "further" | "instead"
        | "sometimes" | "afterward" | "afterwards" | "earlier" | "simply" | "rather" | "perhaps" | "ago" | "out"
        | "up" | "back" | "further-more" | "furthermore" | "however" | "meanwhile" | "indeed" | "thus" | "yet"
        | "aloud" | "recently" | "publicly" => Class::Adverb,
        "and" | "or" | "&" => Class::And,
        "that" | "but" | "because" | "when" | "while" | "although" | "though" | "if" | "whether" | "what" | "why"
        | "how" | "where" | "so" | "whereas" | "unless" | "nor" => Class::Clause,
        "yesterday" | "today" | "tonight" | "tomorrow" => Class::Day,
        _ => match cue(word) {
            Some(cue) => Class::Cue(cue),
            None if word.starts_with(|c: char| c.is_ascii_digit()) => Class::Number,
            None if word.len() > 4
                && word.ends_with("ly")
                && !matches!(word, "family" | "assembly" | "ally" | "reply") =>
            {
                Class::Adverb
            }
            None if is_verb(word) => Class::Verb,
            None => Class::Word,
        },
    }
}

/// Whether `word` is a past tense or a participle.
fn is_verb(word: &str) -> bool {
    let common = matches!(
        word,
        "went"
            | "left"
            | "took"
            | "made"
            | "gave"
            | "got"
            | "came"
            | "kept"
            | "stood"
            | "ran"
            | "met"
            | "began"
            | "held"
            | "led"
            | "won"
            | "lost"
            | "makes"
            | "goes"
            | "takes"
            | "gives"
            | "comes"
            | "became"
            | "become"
            | "let"
            | "set"
            | "sent"
            | "brought"
            | "fell"
            | "rose"
            | "grew"
            | "drew"
            | "threw"
            | "hit"
            | "get"
            | "make"
            | "take"
            | "give"
            | "go"
            | "come"
            | "keep"
            | "help"
            | "seems"
            | "seem"
            | "wants"
            | "want"
            | "tried"
            | "tries"
            | "try"
    );
    common || word.len() > 4 && (word.ends_with("ed") && !word.ends_with("eed") || word.ends_with("ing"))
}

/// Whether mentions of this kind are names, rather than dates and amounts.
pub(super) fn is_name(kind: EntityKind) -> bool {
    use EntityKind::{Date, Money, Percent, Quantity, Time};
    !matches!(kind, Date | Time | Money | Percent | Quantity)
}
