//! The readers' comments as a thread: who answers whom, and which passages of the article they answer.

use crate::flow::thread_order::ThreadOrder;
use postil::{Analysis, Span};

/// The comments of an article.
pub(crate) struct Thread {
    /// The comment that each answers, by its index.
    parents: Vec<Option<usize>>,
    /// When each was posted, ISO 8601.
    posted: Vec<Option<String>>,
    /// Where the first passage begins that each answers, itself or through the comments that it answers.
    places: Vec<Option<usize>>,
    /// The passages that comments answer, in the order of the article.
    pub(crate) answered: Vec<Answered>,
}

/// A passage that comments answer.
pub(crate) struct Answered {
    /// Where it stands; of passages that overlap, the first.
    pub(crate) span: Span,
    /// The comments, in the order of the thread.
    pub(crate) comments: Vec<usize>,
}

impl Thread {
    /// Reads it from an analysis.
    pub(crate) fn new(analysis: &Analysis) -> Self {
        let (mut parents, mut places, mut posted) = (Vec::new(), Vec::new(), Vec::new());
        // the comments around the present one, outermost first, each with its depth
        let mut around: Vec<(u16, usize)> = Vec::new();
        let mut tied = Vec::new();
        for (index, comment) in analysis.comments.iter().enumerate() {
            while around.last().is_some_and(|&(depth, _)| depth >= comment.depth) {
                around.pop();
            }
            let parent = around.last().map(|&(_, parent)| parent);
            around.push((comment.depth, index));
            let passages = analysis.answers.get(index).map(|answers| answers.passages.as_slice()).unwrap_or_default();
            let inherited = parent.and_then(|parent| places.get(parent).copied().flatten());
            places.push(passages.first().map(|answer| answer.passage.start).or(inherited));
            parents.push(parent);
            posted.push(comment.posted_iso.clone());
            tied.extend(passages.iter().map(|answer| (answer.passage, index)));
        }
        tied.sort_by_key(|&(passage, index)| (passage.start, passage.end, index));
        let groups = tied.chunk_by(|(a, _), (b, _)| a.overlaps(*b));
        let answered = groups.filter_map(|group| {
            let mut comments: Vec<usize> = group.iter().map(|&(_, index)| index).collect();
            comments.sort_by_key(|&index| (index, 0));
            comments.dedup();
            Some(Answered { span: group.first()?.0, comments })
        });
        Self { answered: answered.collect(), parents, posted, places }
    }

    /// The comment that another answers.
    pub(crate) fn parent(&self, comment: usize) -> Option<usize> {
        self.parents.get(comment).copied().flatten()
    }

    /// How many comments have what an order goes by.
    pub(crate) fn count(&self, order: ThreadOrder) -> usize {
        match order {
            ThreadOrder::Thread => self.parents.len(),
            ThreadOrder::Time => self.posted.iter().flatten().count(),
            ThreadOrder::Place => self.places.iter().flatten().count(),
        }
    }

    /// All comments in an order; what has no time or place comes last, as it stands in the thread.
    pub(crate) fn in_order(&self, order: ThreadOrder) -> Vec<usize> {
        let mut comments: Vec<usize> = (0..self.parents.len()).collect();
        match order {
            ThreadOrder::Thread => {}
            ThreadOrder::Time => comments.sort_by_key(|&c| self.posted.get(c).map(|at| (at.is_none(), at))),
            ThreadOrder::Place => comments.sort_by_key(|&c| self.places.get(c).map(|at| (at.is_none(), *at))),
        }
        comments
    }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use postil::{Answer, AnsweredBy, Comment, CommentAnswers};

    fn comment(depth: u16, posted: Option<&str>, passages: &[(usize, usize)]) -> (Comment, CommentAnswers) {
        let posted_iso = posted.map(str::to_owned);
        let comment = Comment { author: None, posted: None, posted_iso, depth, span: Span::default() };
        let answer = |&(start, end): &(usize, usize)| Answer {
            passage: Span::new(start, end),
            by: AnsweredBy::Wording,
            speaker: None,
            score: 1.0,
        };
        (comment, CommentAnswers { passages: passages.iter().map(answer).collect(), ..CommentAnswers::default() })
    }

    fn thread() -> Thread {
        let (comments, answers) = [
            comment(0, Some("2026-03-03T20:00:00Z"), &[(50, 60)]),
            comment(1, Some("2026-03-03T22:00:00Z"), &[]),
            comment(2, None, &[(10, 20)]),
            comment(0, Some("2026-03-03T21:00:00Z"), &[(12, 30), (55, 58)]),
            comment(1, Some("2026-03-03T19:00:00Z"), &[]),
            comment(0, None, &[]),
        ]
        .into_iter()
        .unzip();
        Thread::new(&Analysis { comments, answers, ..Analysis::default() })
    }

    #[test]
    fn answers_know_what_they_answer() {
        let thread = thread();
        assert_eq!((0..6).map(|c| thread.parent(c)).collect::<Vec<_>>(), [None, Some(0), Some(1), None, Some(3), None]);
    }

    #[test]
    fn comments_are_sorted_by_thread_time_and_place() {
        let thread = thread();
        assert_eq!(thread.in_order(ThreadOrder::Thread), [0, 1, 2, 3, 4, 5]);
        assert_eq!(thread.in_order(ThreadOrder::Time), [4, 0, 3, 1, 2, 5]);
        assert_eq!(thread.in_order(ThreadOrder::Place), [2, 3, 4, 0, 1, 5], "an answer goes where its parent goes");
        assert_eq!(ThreadOrder::ALL.map(|order| thread.count(order)), [6, 4, 5]);
    }

    #[test]
    fn passages_that_overlap_are_counted_as_one() {
        let groups: Vec<_> = thread().answered.into_iter().map(|a| (a.span.start, a.comments)).collect();
        assert_eq!(groups, [(10, vec![2, 3]), (50, vec![0, 3])]);
    }
}
