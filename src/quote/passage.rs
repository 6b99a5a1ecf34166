//! A quoted passage, the words that report it, and who speaks.

use crate::entity::ClusterId;
use crate::text::Span;
use serde::{Deserialize, Serialize};

/// How a passage quotes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum QuoteKind {
    /// Somebody's words, a clause or more, between quotation marks.
    Direct,
    /// A few quoted words inside a paraphrase.
    Mixed,
    /// A paraphrase without marks (“Parly said that …”).
    Indirect,
    /// Words merely marked: a scare quote, a nickname, a title. Nobody speaks.
    Marked,
}

/// Who speaks: the words beside the quote that name the speaker, and whom they mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Speaker {
    /// The name, noun phrase or pronoun, in bytes.
    pub span: Span,
    /// The [`Cluster`](crate::entity::Cluster) it means, where that is known.
    pub cluster: Option<ClusterId>,
}

/// A quoted passage.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Quote {
    /// From the opening to the closing mark, both included, in bytes. A quote over several paragraphs is one span over them all.
    pub span: Span,
    /// What it is.
    pub kind: QuoteKind,
    /// The reporting words (“said”, “according to”).
    pub cue: Option<Span>,
    /// Who speaks; `None` when the text does not say.
    pub speaker: Option<Speaker>,
    /// Index of the quote that this one stands inside of.
    pub inside: Option<usize>,
    /// How sure the speaker is, 0 to 1: how likely their words are the right ones, times how sure it is whom those mean. Of a paraphrase, how
    /// likely it is one at all counts too: from 0.6 on two of three are right, below it less than half.
    pub confidence: f32,
}
