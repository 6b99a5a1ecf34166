//! Quoted passages, the words that report them, and who speaks.

mod chain;
mod cue;
mod frame;
mod kind;
mod layout;
mod marks;
mod pairing;
mod phrase;
mod speaker;
mod voice;
mod words;

pub use voice::{Voice, voices};

use self::layout::Place;
use crate::article::Article;
use crate::entity::{Cluster, Mention};
use crate::text::{Sentence, Span};
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
    /// Index of the [`Cluster`] it means, where that is known.
    pub cluster: Option<usize>,
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
    /// Who speaks; `None` when the text does not tell.
    pub speaker: Option<Speaker>,
    /// Index of the quote that this one stands inside of.
    pub inside: Option<usize>,
    /// How sure the speaker is, 0 to 1.
    pub confidence: f32,
}

/// Finds the quotes of `article`, ordered by start; they overlap only by nesting.
///
/// `sentences` are those of every block and comment, in order. A comment's quotes are its own: nothing in a comment is
/// attributed to somebody by the article's words, nor the other way round.
#[must_use]
pub(crate) fn find(
    article: &Article,
    comments: &[Span],
    sentences: &[Sentence],
    mentions: &[Mention],
    clusters: &[Cluster],
) -> Vec<Quote> {
    let text = &article.text;
    let paragraphs = layout::paragraphs(article, comments);
    let stretches = pairing::stretches(text, &paragraphs);
    let frames = frame::frames(text, &paragraphs, &stretches, sentences);
    let found = chain::attribute(text, &paragraphs, &stretches, &frames);
    let _ = (mentions, clusters);
    let quotes = stretches.iter().zip(&found).map(|(stretch, found)| {
        let headline = paragraphs.get(stretch.first).is_some_and(|p| p.place == Place::Title);
        let kind = kind::kind(text, stretch, found, headline);
        let speaker = found.phrase.filter(|_| kind != QuoteKind::Marked && found.confidence >= UNCLEAR);
        Quote {
            span: stretch.span,
            kind,
            cue: found.cue.filter(|_| kind != QuoteKind::Marked),
            speaker: speaker.map(|p| Speaker { span: p.span, cluster: None }),
            inside: stretch.inside,
            confidence: if speaker.is_some() { found.confidence } else { 0.0 },
        }
    });
    quotes.collect()
}

/// Below this confidence a quote has no speaker: rather none than a wrong one.
const UNCLEAR: f32 = 0.5;
