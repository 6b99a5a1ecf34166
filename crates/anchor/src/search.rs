//! One passage looked for in one text: where its very words stand, where most of its pieces do, and which of these it is.

use crate::alignment::{Aligner, Step};
use crate::ascending::{ascending, pair};
use crate::folded::{Folded, in_word};
use crate::grams::{Grams, NOTICED, hashes, nearest};
use crate::likeness::{Agreement, Candidate};
use crate::pattern::Pattern;
use crate::votes::Votes;
use std::ops::Range;

/// The most places of very words that are looked at, nearest first; a text of more equal sentences is none that is read.
const PLACES: usize = 2_048;
/// Of those, how many are compared closely.
const CLOSELY: usize = 8;
/// How far a window reaches beyond the passage: a clause put in pushes the rest so far.
const SLACK: usize = 64;

/// A text ready to be searched.
#[derive(Debug)]
pub(crate) struct Search<'t> {
    text: &'t Folded,
    grams: Grams,
    votes: Votes,
    aligner: Aligner,
}

impl<'t> Search<'t> {
    /// Lists the text's grams.
    pub(crate) fn new(text: &'t Folded) -> Self {
        let (grams, votes) = (Grams::new(&text.chars), Votes::new(text.len()));
        Self { text, grams, votes, aligner: Aligner::default() }
    }

    /// Where the pattern's very words stand, near `expected` if at many places.
    pub(crate) fn places(&self, pattern: &Pattern, expected: usize) -> Vec<usize> {
        let exact = pattern.exact();
        let chars = &self.text.chars;
        let holds = |&start: &usize| chars.get(start..start + exact.len()) == Some(exact);
        if exact.len() < NOTICED {
            // its context, if it has one, is looked for with it
            let alone = pattern.chars().len() < NOTICED && !exact.is_empty();
            return if alone { self.short_places(exact) } else { Vec::new() };
        }
        // every second gram of the text is listed: one of the passage's with an even number, or one with an odd
        let mut rarest: [Option<(usize, &[u32])>; 2] = [None; 2];
        for (at, hash) in hashes(exact).enumerate() {
            let places = self.grams.places(hash);
            if let Some(rarest) = rarest.get_mut(at % 2)
                && rarest.is_none_or(|(_, fewest)| places.len() < fewest.len())
            {
                *rarest = Some((at, places));
            }
        }
        let near =
            |(at, places)| nearest(places, expected + at, PLACES).iter().map(move |&p| (p as usize).checked_sub(at));
        rarest.into_iter().flatten().flat_map(near).flatten().filter(holds).collect()
    }

    /// The places of words too short to have a gram, without context.
    fn short_places(&self, exact: &[u32]) -> Vec<usize> {
        let found = self.text.chars.windows(exact.len()).enumerate().filter(|(_, window)| *window == exact);
        found.map(|(at, _)| at).take(PLACES).collect()
    }

    /// The candidate for each of the `places` of very words that may be the passage's: those whose context agrees longest, near
    /// `expected` among equals.
    pub(crate) fn very_words(
        &mut self,
        pattern: &Pattern,
        places: &[usize],
        expected: Option<usize>,
    ) -> Vec<Candidate> {
        let length = pattern.exact().len();
        let chars = &self.text.chars;
        let rank = |&start: &usize| {
            let before = chars.get(..start).unwrap_or_default().iter().rev().zip(pattern.prefix().iter().rev());
            let after = chars.get(start + length..).unwrap_or_default().iter().zip(pattern.suffix());
            let agreed = before.take_while(|(a, b)| a == b).count() + after.take_while(|(a, b)| a == b).count();
            // the former is at most twice a context, and neither with the number of a place takes more than 64 bits
            pair(pattern.chars().len() - agreed, expected.map_or(0, |e| e.abs_diff(start))) & 0xffff_ffff_ffff
        };
        if places.len() <= CLOSELY {
            return places.iter().map(|&start| self.very_words_at(pattern, start, expected)).collect();
        }
        let ranked = ascending(places.iter().enumerate().map(|(n, start)| rank(start) << 16 | n as u64));
        let best = ranked.into_iter().take(CLOSELY).filter_map(|rank| places.get(rank as usize & 0xffff));
        best.map(|&start| self.very_words_at(pattern, start, expected)).collect()
    }

    fn very_words_at(&mut self, pattern: &Pattern, start: usize, expected: Option<usize>) -> Candidate {
        let end = start + pattern.exact().len();
        let (before, after) = self.context(pattern, start, end);
        let distance = expected.map_or(0, |e| e.abs_diff(start));
        Candidate { start, end, quote: Agreement::whole(end - start), before, after, distance }
    }

    /// How far what stands around `start..end` is the pattern's context.
    fn context(&mut self, pattern: &Pattern, start: usize, end: usize) -> (Agreement, Agreement) {
        /// How much may have been put into a context.
        const ROOM: usize = 8;
        let text = self.text;
        let (prefix, suffix) = (pattern.prefix(), pattern.suffix());
        let before = text.part(start.saturating_sub(prefix.len() + ROOM), start);
        let after = text.part(end, end + suffix.len() + ROOM);
        let prefix = if before.ends_with(prefix) {
            Agreement::whole(prefix.len())
        } else {
            let steps = self.aligner.lay(prefix, before, before.len());
            let gap = steps.last().map_or(0, |s| before.len() - s.end());
            Agreement::of(prefix, &steps).and_faults(gap)
        };
        let suffix = if after.starts_with(suffix) {
            Agreement::whole(suffix.len())
        } else {
            let steps = self.aligner.lay(suffix, after, suffix.len());
            let gap = steps.first().map_or(0, |s| s.start());
            Agreement::of(suffix, &steps).and_faults(gap)
        };
        (prefix, suffix)
    }

    /// The candidates where most pieces of the passage stand, with its words changed.
    pub(crate) fn alike(&mut self, pattern: &Pattern, expected: Option<usize>) -> Vec<Candidate> {
        let own = pattern.own();
        let slack = SLACK + own.len() / 2;
        let first = expected.unwrap_or_default().saturating_sub(own.start);
        let windows = self.votes.windows(&self.grams, pattern.chars(), first, slack);
        let bare = pattern.bare();
        let mut candidates = Vec::new();
        for window in windows {
            let within = self.laid(pattern, window.clone(), expected);
            let settled = within.is_some_and(|c| c.is_certain());
            candidates.extend(within);
            if settled {
                break;
            }
            // where the context is another one, it has pulled the words along; where much was put in, it was left behind
            if within.is_none_or(|c| !c.has_context() || !c.is_believed(0)) {
                candidates.extend(self.between(pattern, window.clone(), expected));
                let Some(alone) = self.laid(&bare, window, expected) else { continue };
                let (before, after) = self.context(pattern, alone.start, alone.end);
                candidates.push(Candidate { before, after, ..alone });
            }
        }
        candidates
    }

    /// The place in a window that a pattern is most like.
    fn laid(&mut self, pattern: &Pattern, window: Range<usize>, expected: Option<usize>) -> Option<Candidate> {
        let offset = window.start;
        let part = self.text.part(window.start, window.end);
        let own = pattern.own();
        let end = (expected.unwrap_or(offset) + pattern.chars().len()).saturating_sub(offset + own.start);
        let steps = self.aligner.lay(pattern.chars(), part, end);
        let (prefix, rest) = steps.split_at_checked(own.start)?;
        let (words, suffix) = rest.split_at_checked(own.len())?;
        let (first, last) = edges(prefix, words, suffix)?;
        // a word is not made whole with letters that are the context's
        let low = prefix.iter().rev().find(|s| s.is_same()).map_or(0, |s| offset + s.end());
        let high = suffix.iter().find(|s| s.is_same()).map_or(usize::MAX, |s| offset + s.start());
        let torn = (!words.first()?.is_same(), !words.last()?.is_same());
        let (start, end) = self.whole_words(pattern, offset + first, offset + last, torn);
        let (start, end) = (start.max(low.min(offset + first)), end.min(high.max(offset + last)));
        (start < end).then(|| Candidate {
            start,
            end,
            quote: Agreement::of(pattern.exact(), words),
            before: Agreement::of(pattern.prefix(), prefix),
            after: Agreement::of(pattern.suffix(), suffix),
            distance: expected.map_or(0, |e| e.abs_diff(start)),
        })
    }

    /// What stands between the two contexts in a window, whatever was put in or put elsewhere there.
    fn between(&mut self, pattern: &Pattern, window: Range<usize>, expected: Option<usize>) -> Option<Candidate> {
        let text = self.text;
        let near = expected.unwrap_or(window.start).saturating_sub(window.start);
        let steps = self.aligner.lay(pattern.prefix(), text.part(window.start, window.end), near);
        let before = Agreement::of(pattern.prefix(), &steps);
        let start = window.start + steps.last()?.end();
        let steps = self.aligner.lay(pattern.suffix(), text.part(start, window.end), 0);
        let after = Agreement::of(pattern.suffix(), &steps);
        let end = start + steps.first()?.start();
        let (start, end) = self.whole_words(pattern, start, end, (true, true));
        let found = text.part(start, end);
        if found.windows(pattern.exact().len().max(1)).any(|words| words == pattern.exact()) {
            return None; // its very words are there, and nothing more is meant
        }
        let quote = Agreement::in_any_order(pattern.exact(), found);
        let distance = expected.map_or(0, |e| e.abs_diff(start));
        let candidate = Candidate { start, end, quote, before, after, distance };
        (start < end && candidate.has_context()).then_some(candidate)
    }

    /// `start..end` without spaces at its edges and without parts of words, unless the passage has some; `torn` says at which ends
    /// its letters are others.
    fn whole_words(&self, pattern: &Pattern, mut start: usize, mut end: usize, torn: (bool, bool)) -> (usize, usize) {
        /// No word is longer that anybody reads.
        const WORD: usize = 32;
        /// A word that is all there has got an ending at the most.
        const ENDING: usize = 3;
        let reach = |torn| if torn { WORD } else { ENDING };
        let at = |n: usize| self.text.chars.get(n).copied().unwrap_or_default();
        let is_space = |c: u32| c == u32::from(b' ');
        let cuts = |n: usize| n > 0 && in_word(at(n - 1)) && in_word(at(n));
        let (chars, own) = (pattern.chars(), pattern.own());
        let in_pattern = |n: usize| {
            n > 0 && n < chars.len() && [n - 1, n].iter().all(|&n| chars.get(n).is_some_and(|&c| in_word(c)))
        };
        if !in_pattern(own.start) && cuts(start) {
            start = (start.saturating_sub(reach(torn.0))..start).rev().find(|&n| !cuts(n)).unwrap_or(start);
        }
        if !in_pattern(own.end) && cuts(end) {
            end = (end + 1..=(end + reach(torn.1)).min(self.text.len())).find(|&n| !cuts(n)).unwrap_or(end);
        }
        if !pattern.exact().first().is_some_and(|&c| is_space(c)) {
            start = (start..end).find(|&n| !is_space(at(n))).unwrap_or(end);
        }
        if !pattern.exact().last().is_some_and(|&c| is_space(c)) {
            end = (start..end).rev().find(|&n| !is_space(at(n))).map_or(start, |last| last + 1);
        }
        (start, end)
    }
}

/// Where words begin and end in the window. Where they were changed at an edge, the context beside it, if it is there, says where.
fn edges(prefix: &[Step], words: &[Step], suffix: &[Step]) -> Option<(usize, usize)> {
    let (first, last) = (words.first()?, words.last()?);
    let start = if first.is_same() { None } else { edge(prefix.iter().rev().map(|s| (s, s.end())), |at, n| at + n) };
    let end = if last.is_same() { None } else { edge(suffix.iter().map(|s| (s, s.start())), usize::saturating_sub) };
    Some((start.unwrap_or(first.start()), end.unwrap_or(last.end())))
}

/// The edge that the steps of a context lead to, nearest first, each with its own edge on that side: six that agree, but for a few nearer
/// ones that what was put in has torn off.
fn edge<'s>(
    steps: impl Iterator<Item = (&'s Step, usize)> + Clone,
    further: impl Fn(usize, usize) -> usize,
) -> Option<usize> {
    const SURE: usize = 6;
    const TORN: usize = 3;
    (0..=TORN).find_map(|torn| {
        let run: Vec<(&Step, usize)> = steps.clone().skip(torn).take(SURE).collect();
        let joined = run.windows(2).all(|pair| matches!(pair, [(_, a), (_, b)] if a.abs_diff(*b) == 1));
        let sure = run.len() == SURE && joined && run.iter().all(|(step, _)| step.is_same());
        run.first().filter(|_| sure).map(|&(_, at)| further(at, torn))
    })
}
