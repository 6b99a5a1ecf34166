//! What a comment answers.

use crate::entity::ClusterId;
use crate::text::Span;
use serde::{Deserialize, Serialize};

/// What a comment answers. Every span is in bytes of the article's text.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CommentAnswers {
    /// The passages of the body, in its order; none overlaps another.
    pub passages: Vec<Answer>,
    /// The names of the comment that the body names too, each once.
    pub names: Vec<ClusterId>,
    /// What the comment quotes, in its order.
    pub quotations: Vec<Quotation>,
}

/// A passage of the body that a comment answers.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Answer {
    /// Where it stands in the body.
    pub passage: Span,
    /// What ties the comment to it.
    pub by: AnsweredBy,
    /// Who says it, where it is quoted and the speaker is known by name.
    pub speaker: Option<ClusterId>,
    /// How sure that is, 0 to 1.
    pub score: f32,
}

/// What ties a comment to a passage.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AnsweredBy {
    /// The comment quotes it.
    Quotation,
    /// Both name the same, and little else is alike.
    Names,
    /// Both use the same words.
    Wording,
}

/// Words that a comment puts between quotation marks, or into a line of its own behind “>”.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Quotation {
    /// Where they stand in the comment, without the marks.
    pub span: Span,
    /// Whether the article has them.
    pub fidelity: Fidelity,
    /// Where the article has them, or what they were made from.
    pub passage: Option<Span>,
    /// How much of the two is alike, 0 to 1.
    pub score: f32,
}

/// How true a quotation is to the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fidelity {
    /// Word by word; case and marks may differ, words be left out at “…” and put in between brackets.
    Verbatim,
    /// Most of the words, but not all of them, or others.
    Altered,
    /// The article has nothing like it.
    Absent,
}
