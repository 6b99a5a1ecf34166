//! Passages that a comment answers by using their words and names.

use super::answer::{AnsweredBy, Quotation};
use super::body::Body;
use super::input::{AlignmentInput, is_name, mentions_in};
use super::words::words;
use crate::comment::Comment;
use crate::model::Key;
use crate::sentence::sentences;
use crate::text::Span;
use std::collections::{BTreeMap, BTreeSet};

/// Words and names that a comment's sentence shares with the passage that it answers, at least.
const SHARED: usize = 3;

/// The same, where one of them is a name, or the sentence says little else.
const SHARED_WITH_NAME: usize = 2;

/// How much of the worth of its own words a short sentence shares, at least.
const MOSTLY: f32 = 0.6;

/// How much of the worth of either sentence's words is shared, at least.
const COVERED: f32 = 0.3;

/// How much more the best passage shares than the next, at least.
const AHEAD: f32 = 1.15;

/// Sentences of a comment that are compared, at most.
const LONGEST: usize = 64;

/// What a comment's sentence and one of the body share.
#[derive(Clone, Copy, Debug, Default)]
struct Shared {
    worth: f32,
    words: usize,
    names: usize,
}

/// The passages that `comment` answers by words and names, with how sure that is. What it quotes is not looked at again.
pub(super) fn answers(
    input: &AlignmentInput,
    body: &Body,
    comment: &Comment,
    quotations: &[Quotation],
) -> Vec<(Span, AnsweredBy, f32)> {
    let lines = sentences(input.text, comment.span, input.language);
    let own = lines.iter().map(|s| s.span).take(LONGEST);
    own.filter(|line| !quotations.iter().any(|q| q.span.overlaps(*line)))
        .filter_map(|line| answer(input, body, line))
        .collect()
}

/// The one passage that the sentence `line` of a comment answers.
fn answer(input: &AlignmentInput, body: &Body, line: Span) -> Option<(Span, AnsweredBy, f32)> {
    let mut shared: BTreeMap<u32, Shared> = BTreeMap::new();
    let mut whole = 0.0;
    let names: BTreeSet<_> =
        mentions_in(input.mentions, line).filter(|m| is_name(m.kind)).map(|m| (m.cluster, m.span)).collect();
    for cluster in names.iter().map(|n| n.0).collect::<BTreeSet<_>>() {
        let named = body.sentences_naming(cluster);
        whole += body.worth(named.len());
        for &sentence in named {
            let shared = shared.entry(sentence).or_default();
            shared.worth += body.worth(named.len());
            shared.names += 1;
        }
    }
    let is_named = |span: Span| names.iter().any(|n| n.1.covers(span));
    let own = words(input.text, line, input.language).into_iter().filter(|w| !is_named(w.span));
    for stem in own.filter_map(|w| w.stem).collect::<BTreeSet<Key>>() {
        let places = body.sentences_of(stem);
        whole += body.worth(places.len());
        for &sentence in places {
            let shared = shared.entry(sentence).or_default();
            shared.worth += body.worth(places.len());
            shared.words += 1;
        }
    }
    let (&best, &found) = shared.iter().max_by(|a, b| a.1.worth.total_cmp(&b.1.worth))?;
    let next = shared.iter().filter(|s| *s.0 != best).map(|s| s.1.worth).fold(0.0, f32::max);
    let passage: f32 = {
        let stems: BTreeSet<Key> = body.sentence_words(best).iter().filter_map(|w| w.stem).collect();
        stems.iter().map(|&stem| body.worth(body.sentences_of(stem).len())).sum()
    };
    let covered = found.worth / whole.min(passage).max(f32::EPSILON);
    let enough = if found.names > 0 { SHARED_WITH_NAME } else { SHARED };
    let mostly = found.worth / whole.max(f32::EPSILON) >= MOSTLY;
    let tied = found.words > 0 && found.words + found.names >= if mostly { SHARED_WITH_NAME } else { enough };
    let sure = tied && covered >= COVERED && found.worth >= next * AHEAD;
    let by = if found.names >= found.words { AnsweredBy::Names } else { AnsweredBy::Wording };
    sure.then_some((*body.sentences.get(best as usize)?, by, covered.min(1.0) * 0.9))
}
