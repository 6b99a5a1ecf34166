//! Quoted passages, the words that report them, and who speaks.

mod chain;
mod cue;
mod frame;
mod headline;
mod kind;
mod layout;
mod marks;
mod pairing;
mod phrase;
mod resolve;
mod speaker;
mod voice;
mod words;

pub use voice::{Voice, voices};

use self::layout::Place;
use self::resolve::People;
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
    let frames = frame::frames(text, &paragraphs, &stretches, sentences, mentions);
    let found = chain::attribute(text, &paragraphs, &stretches, &frames);
    let people = People::new(text, mentions, clusters, &paragraphs, &frames);
    let ties = headline::ties(text, &paragraphs, &stretches);
    let mut quotes: Vec<Quote> = Vec::with_capacity(stretches.len());
    for (stretch, found) in stretches.iter().zip(&found) {
        let place = paragraphs.get(stretch.first).map_or(Place::Body, |p| p.place);
        let kind = kind::kind(text, stretch, found, place == Place::Title);
        let mut quote =
            Quote { span: stretch.span, kind, cue: None, speaker: None, inside: stretch.inside, confidence: 0.0 };
        if kind != QuoteKind::Marked {
            quote.cue = found.cue;
            if let Some(phrase) = found.phrase.filter(|_| found.confidence >= UNCLEAR) {
                let around = match place {
                    Place::Comment(index) => comments.get(index).copied().unwrap_or_default(),
                    Place::Title | Place::Body => Span::new(0, text.len()),
                };
                let cluster = people.cluster(&phrase, found.paragraph, place, around);
                quote.speaker = Some(Speaker { span: people.shown(&phrase), cluster: cluster.map(|c| c.0) });
                quote.confidence = found.confidence * cluster.map_or(1.0, |c| c.1);
            }
        }
        quotes.push(quote);
    }
    for (title, body) in ties {
        let source = quotes.get(body).and_then(|q| q.speaker.map(|s| (s, q.confidence)));
        if let (Some(quote), Some((speaker, confidence))) = (quotes.get_mut(title), source) {
            // the same words have the same speaker, whom the body names better
            let span = quote.speaker.map_or(speaker.span, |s| s.span);
            quote.speaker = Some(Speaker { span, cluster: speaker.cluster });
            quote.confidence = confidence * TIED;
        }
    }
    quotes
}

/// How much less sure than the quote in the body its words in the headline are.
const TIED: f32 = 0.95;

/// Below this confidence a quote has no speaker: rather none than a wrong one.
const UNCLEAR: f32 = 0.5;
