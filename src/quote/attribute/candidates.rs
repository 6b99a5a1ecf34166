//! Who may have said a quote: the noun phrases of its sentence and of those around it, and whoever spoke last.

use super::candidate::{Candidate, Group};
use super::candidate_features::nature;
use super::context::QuoteContext;
use super::features::Features;
use super::sentence::SentenceContext;
use crate::quote::clause::{
    Chunk, Class, Head, Item, Link, Phrase, Tie, ending_at, is_report_noun, is_somebody, starting_at,
};
use crate::text::Span;

/// Phrases on each side of a quote that may be its speaker, at most.
const NEAR: usize = 11;

/// Phrases of a sentence beside it, at most.
const BESIDE: usize = 10;

/// Items of the words that are shown for a speaker, at most.
const SHOWN: usize = 120;

impl QuoteContext<'_, '_> {
    /// All candidates, nobody first.
    pub(crate) fn candidates(&self) -> Vec<Candidate> {
        let mut out = vec![self.candidate(Group::Nobody, None, None, 0)];
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
        for (group, sentence) in
            [(Group::Opening, self.opening), (Group::Before, self.before), (Group::After, self.after)]
        {
            let Some(sentence) = sentence.and_then(|s| self.sentences.get(s)) else {
                continue;
            };
            for (rank, chunk) in sentence.chunks.iter().rev().filter(|c| !sentence.is_meant(c)).take(BESIDE).enumerate()
            {
                out.push(self.here(group, sentence, chunk, rank));
            }
        }
        for (rank, last) in self.recent.iter().enumerate() {
            if !out.iter().any(|r| r.phrase.is_some_and(|p| p.head == last.phrase.head || p.head == last.chosen)) {
                let group = Group::Last(u8::try_from(rank).unwrap_or(u8::MAX));
                out.push(self.candidate(group, Some(last.phrase), None, last.origin));
            }
        }
        // what only the rules see
        if let Some(found) = self.ruled
            && !out.iter().any(|r| r.phrase.is_some_and(|p| p.span.overlaps(found.phrase.head)))
        {
            out.push(self.candidate(Group::Own, Some(found.phrase), found.cue, own.frame.paragraph));
        }
        for candidate in &mut out {
            self.add_description(candidate);
        }
        out
    }

    fn candidate(&self, group: Group, phrase: Option<Phrase>, cue: Option<Span>, paragraph: usize) -> Candidate {
        let nature = phrase.map_or(0, |phrase| nature(self, &phrase));
        Candidate { group, phrase, nature, cue, paragraph, features: Features::new() }
    }

    /// A phrase of `sentence`, the `rank`th from the quote.
    fn here(&self, group: Group, sentence: &SentenceContext, chunk: &Chunk, rank: usize) -> Candidate {
        let link = self.link(group, chunk);
        let cue = link.and_then(|l| {
            let last = sentence.frame.items.get(l.at)?.span;
            // “according to”
            let first =
                if l.tie == Tie::According { sentence.frame.items.get(l.at.checked_sub(1)?)?.span } else { last };
            Some(Span::new(first.start, last.end))
        });
        let mut candidate = self.candidate(group, Some(chunk.phrase), cue, sentence.frame.paragraph);
        self.add_place(&mut candidate, sentence, (chunk, link), rank);
        candidate
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

    /// The phrase that begins at `at`.
    fn phrase_at(&self, items: &[Item], at: usize) -> Option<Phrase> {
        let is_person = |span: Span| is_somebody(span.str(self.text), self.language.speakers);
        starting_at(items, at, items.len().min(at + SHOWN), &is_person)
    }

    /// The words to show for `candidate`: of “a spokesman for the campaign” all of them, of “Roe's remarks” Roe.
    pub(crate) fn shown_phrase(&self, candidate: &Candidate) -> Option<Phrase> {
        let phrase = candidate.phrase?;
        if let Some(last) = self.recent.iter().find(|l| l.chosen == phrase.head) {
            return Some(last.phrase);
        }
        let sentence = match candidate.group {
            Group::Own => self.own()?,
            Group::Opening => self.sentences.get(self.opening?)?,
            _ => return Some(phrase),
        };
        if phrase.kind != Head::Noun {
            return Some(phrase);
        }
        if let Some(found) = self.ruled.filter(|v| v.phrase.span.overlaps(phrase.head)) {
            return Some(found.phrase);
        }
        let items = sentence.frame.items.as_slice();
        let noun = phrase.head.str(self.text).split_whitespace().next_back().unwrap_or_default();
        let owner = (phrase.first..phrase.end)
            .rev()
            .find(|&i| items.get(i).is_some_and(|i| i.class == Class::Possessive))
            .filter(|_| is_report_noun(&noun.to_lowercase()))
            .and_then(|at| ending_at(items, phrase.first, at));
        owner
            .or_else(|| {
                self.phrase_at(items, phrase.first).filter(|p| p.kind == Head::Name || p.span.covers(phrase.head))
            })
            .or(Some(phrase))
    }
}
