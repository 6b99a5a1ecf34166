//! What each comment answers. In: the article's text, its sentences, the comments, names and quotes.
//! Out: for each comment the passages and names that it answers, and what became of the words that it quotes.

mod answer;
mod body;
mod input;
mod places;
mod quotation;
mod quoted;
mod wording;
mod words;

pub use self::answer::{Answer, AnsweredBy, CommentAnswers, Fidelity, Quotation};
pub(crate) use self::input::AlignmentInput;
use crate::order::sort_by_key;

use self::body::Body;
use self::quotation::Thread;
use crate::comment::Comment;
use crate::entity::ClusterId;
use crate::quote::{Quote, QuoteKind};
use crate::text::Span;

/// Quotes that begin last before the end of a passage, among which is that of it: they nest only so deep.
const NESTED: usize = 8;

/// What each of the comments answers, in their order. Linear in the text: a word that stands in many places leads nowhere.
pub(crate) fn comment_answers(input: &AlignmentInput) -> Vec<CommentAnswers> {
    if input.comments.is_empty() {
        return Vec::new();
    }
    let (body, thread) = (Body::new(input), Thread::new(input));
    input.comments.iter().map(|comment| answers(input, &body, &thread, comment)).collect()
}

fn answers(input: &AlignmentInput, body: &Body, thread: &Thread, comment: &Comment) -> CommentAnswers {
    let quotations = quotation::quotations(input, body, thread, comment);
    let quoted = quotations.iter().filter_map(|q| Some((q.passage?, AnsweredBy::Quotation, q.score)));
    let mut passages: Vec<Answer> = Vec::new();
    for (passage, by, score) in quoted.chain(wording::answers(input, body, comment, &quotations)) {
        if passages.iter().all(|earlier| !earlier.passage.overlaps(passage)) {
            passages.push(Answer { passage, by, speaker: speaker_of(input, passage), score });
        }
    }
    sort_by_key(&mut passages, |answer| answer.passage.start);
    CommentAnswers { passages, names: names(input, body, comment), quotations }
}

/// The names of the comment that the body names too, in the order of the comment.
fn names(input: &AlignmentInput, body: &Body, comment: &Comment) -> Vec<ClusterId> {
    let mut names = Vec::new();
    for mention in input.names_in(comment.span) {
        if body.names(mention.cluster) && !names.contains(&mention.cluster) {
            names.push(mention.cluster);
        }
    }
    names
}

/// Whoever says most of the passage, where it is quoted.
fn speaker_of(input: &AlignmentInput, passage: Span) -> Option<ClusterId> {
    input.quotes.get(quote_over(input.quotes, passage)?)?.speaker?.cluster
}

/// The innermost of the `quotes`, in order of their starts, that most of a passage lies in.
#[must_use]
pub fn quote_over(quotes: &[Quote], passage: Span) -> Option<usize> {
    let before = quotes.get(..quotes.partition_point(|q| q.span.start < passage.end)).unwrap_or_default();
    before.iter().enumerate().rev().take(NESTED).find_map(|(index, q)| {
        let shared = q.span.end.min(passage.end).saturating_sub(q.span.start.max(passage.start));
        (q.kind != QuoteKind::Marked && shared * 2 > passage.len()).then_some(index)
    })
}
