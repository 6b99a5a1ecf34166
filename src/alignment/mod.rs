//! What each comment answers. In: the article's text, the sentences of its body, the comments with their names, the article's quotes.
//! Out: for each comment the passages and names that it answers, and what became of the words that it quotes.

mod answer;
mod body;
mod input;
mod quotation;
mod wording;
mod words;

pub use self::answer::{Answer, AnsweredBy, CommentAnswers, Fidelity, Quotation};
pub(crate) use self::input::AlignmentInput;

use self::body::Body;
use self::input::{is_name, mentions_in};
use crate::comment::Comment;
use crate::entity::ClusterId;
use crate::quote::{Quote, QuoteKind};
use crate::text::Span;

/// What each of the comments answers, in their order. Linear in the text: a word that stands in many places leads nowhere.
pub(crate) fn comment_answers(input: &AlignmentInput) -> Vec<CommentAnswers> {
    if input.comments.is_empty() || input.sentences.is_empty() {
        return vec![CommentAnswers::default(); input.comments.len()];
    }
    let body = Body::new(input);
    input.comments.iter().map(|comment| answers(input, &body, comment)).collect()
}

fn answers(input: &AlignmentInput, body: &Body, comment: &Comment) -> CommentAnswers {
    let quotations = quotation::quotations(input, body, comment);
    let quoted = quotations.iter().filter_map(|q| Some((q.passage?, AnsweredBy::Quotation, q.score)));
    let worded = wording::answers(input, body, comment, &quotations);
    let mut found: Vec<Answer> = Vec::new();
    for (passage, by, score) in quoted.chain(worded) {
        if found.iter().all(|earlier| !earlier.passage.overlaps(passage)) {
            found.push(Answer { passage, by, speaker: speaker_of(input, passage), score });
        }
    }
    found.sort_by_key(|answer| answer.passage.start);
    CommentAnswers { passages: found, names: names(input, body, comment), quotations }
}

/// The names of the comment that the body names too, in the order of the comment.
fn names(input: &AlignmentInput, body: &Body, comment: &Comment) -> Vec<ClusterId> {
    let mut names = Vec::new();
    for mention in mentions_in(input.mentions, comment.span).filter(|m| is_name(m.kind)) {
        if body.names(mention.cluster) && !names.contains(&mention.cluster) {
            names.push(mention.cluster);
        }
    }
    names
}

/// Whoever says the passage, where it is quoted.
fn speaker_of(input: &AlignmentInput, passage: Span) -> Option<ClusterId> {
    let half = |q: &&Quote| {
        let shared = q.span.end.min(passage.end).saturating_sub(q.span.start.max(passage.start));
        q.kind != QuoteKind::Marked && shared * 2 > passage.len()
    };
    input.quotes.iter().find(half)?.speaker?.cluster
}
