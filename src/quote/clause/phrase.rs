//! A noun phrase beside a quote: the spokesman for the campaign, Ines Calder, she, officials.

use crate::text::Span;

/// What a phrase's head is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Head {
    /// A name.
    Name,
    /// `he`, `she`, `they`.
    Pronoun,
    /// A common noun.
    Noun,
}

/// A noun phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Phrase {
    /// The whole phrase, in bytes.
    pub(crate) span: Span,
    /// The name, pronoun or noun in it that speaks.
    pub(crate) head: Span,
    /// What the head is.
    pub(crate) kind: Head,
    /// Its first item.
    pub(crate) first: usize,
    /// One past its last item.
    pub(crate) end: usize,
    /// Whether the head is the last of several: “Roe and Calder”.
    pub(crate) joint: bool,
}
