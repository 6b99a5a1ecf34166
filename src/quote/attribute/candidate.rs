//! Who may have said a quote: the noun phrases of its sentence and of those around it, and whoever spoke last.

use crate::entity::Mention;
use crate::quote::attribute::candidate_features::{Words, nature};
use crate::quote::attribute::rule::Candidate;
use crate::quote::attribute::scorer::Features;
use crate::quote::attribute::sentence::Scene;
use crate::quote::clause::chunk::{Chunk, Link, Tie};
use crate::quote::clause::class::Class;
use crate::quote::clause::cue::is_report;
use crate::quote::clause::phrase::{Head, Phrase, ending_at, starting_at};
use crate::text::Span;
use std::collections::HashMap;

/// Where a candidate was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Group {
    /// In the quote's own sentence.
    Own,
    /// In the sentence that a quote over several paragraphs began in.
    Opening,
    /// In the sentence before.
    Before,
    /// In the sentence behind.
    Behind,
    /// Spoke last, or the one before that, sentences ago.
    Last(u8),
    /// Nobody is named.
    Nobody,
}

/// Somebody who may have said a quote.
#[derive(Clone, Debug)]
pub(crate) struct Runner {
    /// Where they were found.
    pub(crate) group: Group,
    /// Their words; `None` for nobody.
    pub(crate) phrase: Option<Phrase>,
    /// What those are, as a number.
    pub(crate) nature: u32,
    /// The reporting words that the phrase hangs on.
    pub(crate) cue: Option<Span>,
    /// Index of the paragraph that the phrase stands in.
    pub(crate) paragraph: usize,
    /// What is seen of them.
    pub(crate) features: Features,
}

/// Whoever spoke last in one place.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Last {
    /// Their words.
    pub(crate) phrase: Phrase,
    /// The head of the phrase that was chosen, where more words than that are shown.
    pub(crate) chosen: Span,
    /// The paragraph that they spoke in last.
    pub(crate) paragraph: usize,
    /// The sentence that they spoke in last.
    pub(crate) scene: usize,
    /// The paragraph that the phrase stands in.
    pub(crate) origin: usize,
}

/// All that a quote's speaker is looked for in.
#[derive(Clone, Copy, Debug)]
pub(crate) struct View<'v, 'f> {
    pub(crate) text: &'v str,
    pub(crate) mentions: &'v [Mention],
    pub(crate) scenes: &'v [Scene<'f>],
    /// The quote's sentence: the last one, of a quote over several.
    pub(crate) scene: usize,
    /// Its number among the quotes of its sentence.
    pub(crate) number: usize,
    /// Its words, and what they tell.
    pub(crate) inner: Span,
    pub(crate) words: Words,
    /// The sentence that it began in, where that is another.
    pub(crate) opening: Option<usize>,
    /// The sentences beside it, where they are of the same place.
    pub(crate) before: Option<usize>,
    pub(crate) behind: Option<usize>,
    /// Who spoke last, latest first.
    pub(crate) last: &'v [Last],
    /// How often the speakers before it, by the number of their last word, have spoken.
    pub(crate) said: &'v HashMap<u32, u32>,
    /// The speaker of the quote before it in the same sentence.
    pub(crate) earlier: Option<Phrase>,
    /// What the rules say.
    pub(crate) verdict: Option<Candidate>,
    /// Whether it stands in a headline.
    pub(crate) headline: bool,
}

/// Phrases on each side of a quote that may be its speaker, at most.
const NEAR: usize = 11;

/// Phrases of a sentence beside it, at most.
const BESIDE: usize = 10;

impl<'v> View<'v, '_> {
    /// The quote's sentence.
    pub(crate) fn own(&self) -> Option<&'v Scene<'_>> {
        self.scenes.get(self.scene)
    }

    /// The sentence that tells of the quote: the one that it began in, where that has words of its own.
    pub(crate) fn stage(&self) -> Option<&'v Scene<'_>> {
        self.opening.and_then(|s| self.scenes.get(s)).filter(|s| !s.alone).or_else(|| self.own())
    }

    /// The item that the quote is in its sentence.
    pub(crate) fn at(&self) -> usize {
        self.own().and_then(|s| s.quotes.get(self.number)).map_or(0, |q| q.0)
    }

    /// All candidates, nobody first.
    pub(crate) fn runners(&self) -> Vec<Runner> {
        let mut out = vec![self.runner(Group::Nobody, None, None, 0)];
        let Some(own) = self.own() else {
            return out;
        };
        let at = self.at();
        let split = own.chunks.partition_point(|c| c.phrase.first < at);
        let sides = own.chunks.split_at_checked(split);
        let (left, right) = sides.unwrap_or_default();
        let named = |c: &&Chunk| !own.is_meant(c);
        for (rank, chunk) in left.iter().rev().filter(named).take(NEAR).enumerate() {
            out.push(self.here(Group::Own, own, chunk, rank));
        }
        for (rank, chunk) in right.iter().filter(named).take(NEAR).enumerate() {
            out.push(self.here(Group::Own, own, chunk, rank));
        }
        for (group, scene) in
            [(Group::Opening, self.opening), (Group::Before, self.before), (Group::Behind, self.behind)]
        {
            let Some(scene) = scene.and_then(|s| self.scenes.get(s)) else {
                continue;
            };
            for (rank, chunk) in scene.chunks.iter().rev().filter(|c| !scene.is_meant(c)).take(BESIDE).enumerate() {
                out.push(self.here(group, scene, chunk, rank));
            }
        }
        for (rank, last) in self.last.iter().enumerate() {
            if !out.iter().any(|r| r.phrase.is_some_and(|p| p.head == last.phrase.head || p.head == last.chosen)) {
                let group = Group::Last(u8::try_from(rank).unwrap_or(u8::MAX));
                out.push(self.runner(group, Some(last.phrase), None, last.origin));
            }
        }
        // what only the rules see
        if let Some(found) = self.verdict
            && !out.iter().any(|r| r.phrase.is_some_and(|p| p.span.overlaps(found.phrase.head)))
        {
            out.push(self.runner(Group::Own, Some(found.phrase), found.cue, own.frame.paragraph));
        }
        for runner in &mut out {
            self.describe(runner);
        }
        out
    }

    fn runner(&self, group: Group, phrase: Option<Phrase>, cue: Option<Span>, paragraph: usize) -> Runner {
        let nature = phrase.map_or(0, |phrase| nature(self.text, self.mentions, &phrase));
        Runner { group, phrase, nature, cue, paragraph, features: Features::new() }
    }

    /// A phrase of `scene`, the `rank`th from the quote.
    fn here(&self, group: Group, scene: &Scene, chunk: &Chunk, rank: usize) -> Runner {
        let link = self.link(group, chunk);
        let cue = link.and_then(|l| {
            let last = scene.frame.items.get(l.at)?.span;
            // “according to”
            let first = if l.tie == Tie::According { scene.frame.items.get(l.at.checked_sub(1)?)?.span } else { last };
            Some(Span::new(first.start, last.end))
        });
        let mut runner = self.runner(group, Some(chunk.phrase), cue, scene.frame.paragraph);
        self.place(&mut runner, scene, (chunk, link), rank);
        runner
    }

    /// The reporting word that the phrase hangs on nearest to the quote.
    fn link(&self, group: Group, chunk: &Chunk) -> Option<Link> {
        let links = chunk.links.iter().flatten().copied();
        if matches!(group, Group::Own | Group::Opening) {
            let at = if group == Group::Own { self.at() } else { usize::MAX };
            links.min_by_key(|l| l.at.abs_diff(at))
        } else {
            links.last()
        }
    }

    /// The words to show for `runner`: of “a spokesman for the campaign” all of them, of “Roe's remarks” Roe.
    pub(crate) fn whole(&self, runner: &Runner) -> Option<Phrase> {
        let phrase = runner.phrase?;
        if let Some(last) = self.last.iter().find(|l| l.chosen == phrase.head) {
            return Some(last.phrase);
        }
        let scene = match runner.group {
            Group::Own => self.own()?,
            Group::Opening => self.scenes.get(self.opening?)?,
            _ => return Some(phrase),
        };
        if phrase.kind != Head::Noun {
            return Some(phrase);
        }
        if let Some(found) = self.verdict.filter(|v| v.phrase.span.overlaps(phrase.head)) {
            return Some(found.phrase);
        }
        let items = scene.frame.items.as_slice();
        let noun = phrase.head.str(self.text).split_whitespace().next_back().unwrap_or_default();
        let owner = (phrase.first..phrase.end)
            .rev()
            .find(|&i| items.get(i).is_some_and(|i| i.class == Class::Possessive))
            .filter(|_| is_report(&noun.to_lowercase()))
            .and_then(|at| ending_at(items, phrase.first, at));
        owner
            .or_else(|| {
                starting_at(items, phrase.first, items.len())
                    .filter(|p| p.kind == Head::Name || p.span.covers(phrase.head))
            })
            .or(Some(phrase))
    }
}
