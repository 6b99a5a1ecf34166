//! Passages that a comment answers by using their words and names.

use super::answer::{AnsweredBy, Quotation};
use super::body::Body;
use super::input::AlignmentInput;
use super::words::words;
use crate::comment::Comment;
use crate::order::distinct;
use crate::text::Span;
use std::collections::BTreeMap;

/// Words and names that a comment's sentence shares with the passage that it answers, at least.
const SHARED: usize = 3;

/// The same, where one of them is a name, or the sentence says little else.
const SHARED_AT_LEAST: usize = 2;

/// How much of the worth of its own words a sentence shares that says little else, at least.
const MOSTLY: f32 = 0.6;

/// How much of the worth of either sentence's words is shared, at least.
const COVERED: f32 = 0.3;

/// How much more the best passage shares than the next, at least.
const AHEAD: f32 = 1.15;

/// How sure an answer by wording is, at most: quotations are surer.
const SUREST: f32 = 0.9;

/// Sentences of a comment that are compared, at most.
const LONGEST: usize = 64;

/// What a comment's sentence and one of the body share.
#[derive(Clone, Copy, Debug, Default)]
struct Shared {
    worth: f32,
    words: usize,
    names: usize,
}

/// What a comment's sentence shares with each of the body, by number.
#[derive(Default)]
struct Comparison {
    shared: BTreeMap<u32, Shared>,
    /// What all its words and names are worth.
    whole: f32,
}

impl Comparison {
    fn new(input: &AlignmentInput, body: &Body, line: Span) -> Self {
        let mut comparison = Self::default();
        let names: Vec<(Span, _)> = input.names_in(line).map(|m| (m.span, m.cluster)).collect();
        for cluster in distinct(names.iter().map(|name| name.1)) {
            comparison.add(body.naming(cluster), |shared| shared.names += 1);
        }
        let is_named = |span: Span| names.iter().any(|name| name.0.covers(span));
        let own = words(input.text, line, input.language).into_iter().filter(|w| !is_named(w.span));
        for stem in distinct(own.filter_map(|w| w.stem)) {
            comparison.add(body.with_stem(stem), |shared| shared.words += 1);
        }
        comparison
    }

    /// Adds a word or a name that is worth so much and stands in these sentences.
    fn add(&mut self, (sentences, worth): (&[u32], f32), count: impl Fn(&mut Shared)) {
        self.whole += worth;
        for &sentence in sentences {
            let shared = self.shared.entry(sentence).or_default();
            shared.worth += worth;
            count(shared);
        }
    }

    /// The sentence that shares most, and how much the next best does.
    fn best(&self) -> Option<(u32, Shared, f32)> {
        let (&best, &found) = self.shared.iter().max_by(|a, b| a.1.worth.total_cmp(&b.1.worth))?;
        let others = self.shared.iter().filter(|(number, _)| **number != best);
        Some((best, found, others.map(|(_, shared)| shared.worth).fold(0.0, f32::max)))
    }
}

/// The passages that `comment` answers by words and names, with how sure that is. What it quotes is not looked at again.
pub(super) fn answers<'i>(
    input: &'i AlignmentInput,
    body: &'i Body,
    comment: &Comment,
    quotations: &'i [Quotation],
) -> impl Iterator<Item = (Span, AnsweredBy, f32)> + 'i {
    let own = input.sentences_in(comment.span).iter().take(LONGEST);
    own.filter(|line| !quotations.iter().any(|q| q.span.overlaps(**line)))
        .filter_map(|line| answer(body, &Comparison::new(input, body, *line)))
}

/// The one passage that a sentence of a comment answers.
fn answer(body: &Body, comparison: &Comparison) -> Option<(Span, AnsweredBy, f32)> {
    let (best, found, next) = comparison.best()?;
    let whole = comparison.whole.max(f32::EPSILON);
    let passage: f32 = distinct(body.stems_in(best)).iter().map(|stem| body.with_stem(*stem).1).sum();
    let covered = found.worth / whole.min(passage).max(f32::EPSILON);
    let telling = found.names > 0 || found.worth / whole >= MOSTLY;
    let least = if telling { SHARED_AT_LEAST } else { SHARED };
    let tied = found.words > 0 && found.words + found.names >= least;
    let by = if found.names >= found.words { AnsweredBy::Names } else { AnsweredBy::Wording };
    let sure = tied && covered >= COVERED && found.worth >= next * AHEAD;
    sure.then_some((*body.sentences.get(best as usize)?, by, covered.min(1.0) * SUREST))
}
