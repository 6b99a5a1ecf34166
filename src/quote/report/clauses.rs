//! Where a word stands among the clauses of its sentence, in small numbers: what came since the reporting word before it, and what comes
//! up to the next mark.

use crate::language::Clauses;
use crate::model::Key;
use crate::quote::clause::{Class, word_class};

/// What a word is among the clauses of its sentence. The numbers never change: trained weights are found by them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Role {
    /// Beyond the ends of the sentence.
    #[default]
    Beyond,
    Comma,
    Dash,
    /// Any other mark.
    Mark,
    Subject,
    Object,
    Relative,
    Determiner,
    /// “to”.
    Infinitive,
    Preposition,
    Auxiliary,
    Adverb,
    And,
    /// “that”.
    Complement,
    /// “but”, “because”.
    Clause,
    Day,
    Name,
    Possessive,
    Number,
    Cue,
    Verb,
    /// “saying”, “leaving”.
    Gerund,
    Word,
}

impl Role {
    /// That of a word in lower case.
    pub(super) fn new(word: &str, clauses: &Clauses) -> Self {
        match word {
            "," => return Self::Comma,
            "—" | "–" | "--" | "-" | "―" => return Self::Dash,
            _ if !word.contains(char::is_alphanumeric) && !word.starts_with(['\'', '’']) => return Self::Mark,
            _ if word == clauses.infinitive => return Self::Infinitive,
            _ if word == clauses.complement => return Self::Complement,
            _ => {}
        }
        match word_class(word, false, clauses) {
            Class::Quote(_) | Class::Stop(_) => Self::Mark,
            Class::Subject => Self::Subject,
            Class::Object => Self::Object,
            Class::Relative => Self::Relative,
            Class::Determiner => Self::Determiner,
            Class::Tie | Class::Preposition => Self::Preposition,
            Class::Auxiliary => Self::Auxiliary,
            Class::Adverb => Self::Adverb,
            Class::And => Self::And,
            Class::Clause => Self::Clause,
            Class::Day => Self::Day,
            Class::Name => Self::Name,
            Class::Possessive => Self::Possessive,
            Class::Number => Self::Number,
            Class::Cue(_) => Self::Cue,
            Class::Verb if word.ends_with(clauses.gerund_ending) => Self::Gerund,
            Class::Verb => Self::Verb,
            Class::Word => Self::Word,
        }
    }

    /// Its number.
    pub(super) fn code(self) -> Key {
        self as Key
    }

    /// Whether it opens a clause, or joins one.
    fn opens(self) -> bool {
        matches!(self, Self::Relative | Self::Complement | Self::Clause | Self::And | Self::Gerund)
    }

    /// Whether it is a verb, as far as its form says.
    fn is_verb(self) -> bool {
        matches!(self, Self::Auxiliary | Self::Verb | Self::Cue)
    }
}

/// What came since the last reporting word.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Since {
    /// What stands first after it.
    pub(super) first: Role,
    /// What opened a clause last.
    pub(super) opener: Role,
    /// Commas and dashes, up to three.
    pub(super) marks: u8,
    /// Verbs, up to two.
    pub(super) verbs: u8,
}

impl Since {
    /// Goes on over a word.
    pub(super) fn step(&mut self, role: Role) {
        if self.first == Role::Beyond {
            self.first = role;
        }
        match role {
            Role::Comma | Role::Dash => self.marks = (self.marks + 1).min(3),
            _ if role.is_verb() => self.verbs = (self.verbs + 1).min(2),
            _ => {}
        }
        if role.opens() {
            self.opener = role;
        }
    }

    /// The commas, the verbs and whether there are any, as one number below 16.
    pub(super) fn counts(self) -> Key {
        Key::from(self.marks * 3 + self.verbs)
    }
}

/// What comes up to the next comma, dash or other mark.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Ahead {
    /// The mark.
    pub(super) mark: Role,
    /// What stands after it.
    pub(super) after: Role,
    /// Verbs before it, up to two.
    pub(super) verbs: u8,
    /// Whether it is the next word, or the one after.
    pub(super) near: u8,
}

impl Ahead {
    /// What comes after a word of `role`, where `next` stands after that and `self` comes after it.
    pub(super) fn before(self, role: Role, next: Role) -> Self {
        match role {
            Role::Comma | Role::Dash | Role::Mark => Self { mark: role, after: next, verbs: 0, near: 0 },
            _ if role.is_verb() => Self { verbs: (self.verbs + 1).min(2), near: (self.near + 1).min(2), ..self },
            _ => Self { near: (self.near + 1).min(2), ..self },
        }
    }

    /// The verbs and how near the mark is, as one number below 9.
    pub(super) fn counts(self) -> Key {
        Key::from(self.verbs * 3 + self.near)
    }
}
