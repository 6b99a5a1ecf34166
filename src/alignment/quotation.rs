//! What a comment quotes, beside what the article says.

use super::answer::{Fidelity, Quotation};
use super::body::Body;
use super::input::AlignmentInput;
use super::places::PlacedWords;
use super::quoted::{claimed_parts, quoted_spans};
use super::words::{Compared, words};
use crate::comment::Comment;
use crate::order::sort_by_key;
use crate::text::Span;
use std::collections::BTreeMap;
use std::ops::Range;

/// Words of a quotation, at least: one or two are marked for other reasons.
const SHORTEST: usize = 3;

/// Words of what is said to be absent, at least: less is a title or a name.
const TELLING: usize = 4;

/// Words of a quotation that are compared one by one, at most. A longer one is verbatim, or nothing is said of it.
const LONGEST: usize = 200;

/// How much of the words of a quotation and of the passage that it was made from are alike, at least.
const ALIKE: f32 = 0.6;

/// Places where a quotation may begin that are looked at, at most.
const LOOKED_AT: usize = 4;

/// Words that may be left out at an ellipsis or a bracket, at most.
const LEFT_OUT: usize = 60;

/// Words of the article that other words at an end of a quotation took the place of, at most.
const REPLACED: usize = 3;

/// The words of all comments.
pub(super) struct Thread(PlacedWords);

impl Thread {
    /// Reads the comments. Linear in them.
    pub(super) fn new(input: &AlignmentInput) -> Self {
        let mut all = PlacedWords::default();
        input.comments.iter().for_each(|comment| all.extend(words(input.text, comment.span, input.language)));
        Self(all)
    }

    /// Whether another comment than `own` has the words of `parts`.
    fn has_elsewhere(&self, own: Span, parts: &[Vec<Compared>]) -> bool {
        passages(&self.0, parts).filter_map(|words| self.0.span(&words)).any(|span| !span.overlaps(own))
    }
}

/// What `comment` quotes, and whether the article has it. What stands in another comment is no quotation from the article.
pub(super) fn quotations(input: &AlignmentInput, body: &Body, thread: &Thread, comment: &Comment) -> Vec<Quotation> {
    let read = |part: &Span| words(input.text, *part, input.language);
    let checked = quoted_spans(input.text, comment.span).into_iter().filter_map(|span| {
        let parts: Vec<Vec<Compared>> = claimed_parts(input.text, span).iter().map(read).collect();
        let quotation = |fidelity, passage, score| Some(Quotation { span, fidelity, passage, score });
        let all = || parts.iter().flatten();
        let count = all().count();
        if count < SHORTEST || all().all(|w| w.stem.is_none()) {
            return None;
        }
        let verbatim = passages(&body.words, &parts).find_map(|words| body.words.span(&words));
        if verbatim.is_some() {
            return quotation(Fidelity::Verbatim, verbatim, 1.0);
        }
        if count > LONGEST {
            return None;
        }
        if let Some((passage, score)) = source(input.text, &body.words, &parts.concat()) {
            return quotation(Fidelity::Altered, Some(passage), score);
        }
        let common = all().filter(|w| body.words.is_everywhere(w.exact)).count();
        let absent = count >= TELLING && common * 2 <= count && !thread.has_elsewhere(comment.span, &parts);
        if absent { quotation(Fidelity::Absent, None, 0.0) } else { None }
    });
    checked.collect()
}

/// The ranges of `there` that have all `parts`, one after the other, word by word.
fn passages<'p>(there: &'p PlacedWords, parts: &'p [Vec<Compared>]) -> impl Iterator<Item = Range<usize>> + 'p {
    let mut parts = parts.iter().filter(|p| !p.is_empty());
    let first = parts.next().map(Vec::as_slice).unwrap_or_default();
    let places = first.iter().enumerate().map(|(at, word)| (at, there.of(word.exact)));
    let (anchor, places) =
        places.filter(|(_, places)| !places.is_empty()).min_by_key(|(_, places)| places.len()).unwrap_or_default();
    places.iter().filter_map(move |&place| {
        let start = (place as usize).checked_sub(anchor).filter(|&start| stands_at(there, start, first))?;
        let mut end = start + first.len();
        for part in parts.clone() {
            end = part.len() + (end..=end + LEFT_OUT).find(|&at| stands_at(there, at, part))?;
        }
        Some(start..end)
    })
}

/// Whether the words of `part` stand from the word `start` on.
fn stands_at(there: &PlacedWords, start: usize, part: &[Compared]) -> bool {
    let words = there.get(start..start + part.len());
    words.is_some_and(|words| words.iter().zip(part).all(|(a, b)| a.exact == b.exact))
}

/// The passage that a quotation of these `words` was made from, and how much of both is alike.
fn source(text: &str, there: &PlacedWords, words: &[Compared]) -> Option<(Span, f32)> {
    let slack = words.len() / 3 + 2;
    let candidates = likely_starts(there, words).filter_map(|start| {
        let from = start.saturating_sub(slack as i64).max(0) as usize;
        let to = (start + (words.len() + slack) as i64).max(0) as usize;
        let window = there.get(from..to.min(there.len()))?;
        let (common, within) = common_words(words, window);
        let alike = 2.0 * common as f32 / (words.len() + within.len()) as f32;
        Some((from + within.start..from + within.end, alike))
    });
    let (found, alike) = candidates.max_by(|a, b| a.1.total_cmp(&b.1)).filter(|(_, alike)| *alike >= ALIKE)?;
    let has = |end: Option<&Compared>, at: Option<usize>| {
        let there = at.and_then(|at| there.get(at..at + 1)).and_then(<[Compared]>::first);
        end.zip(there).is_some_and(|(a, b)| a.exact == b.exact)
    };
    // where the quotation begins or ends with other words, so does what they took the place of
    let before = if has(words.first(), Some(found.start)) { 0 } else { REPLACED };
    let after = if has(words.last(), found.end.checked_sub(1)) { 0 } else { REPLACED };
    let start =
        (0..before).fold(found.start, |at, _| at.checked_sub(1).filter(|&to| joined(text, there, to)).unwrap_or(at));
    let end = (0..after).fold(found.end, |at, _| if joined(text, there, at - 1) { at + 1 } else { at });
    Some((there.span(&(start..end))?, alike))
}

/// Whether nothing but space stands between the word at `at` and the next.
fn joined(text: &str, there: &PlacedWords, at: usize) -> bool {
    let between = there.get(at..at + 2).and_then(|pair| match pair {
        [a, b] => Some(Span::new(a.span.end, b.span.start)),
        _ => None,
    });
    between.is_some_and(|between| between.str(text).chars().all(|c| c == ' ' || c == '\u{a0}'))
}

/// The places where `words` may begin, by how many of them stand as far from there as in the quotation; the likeliest first. Before the
/// first word counts below zero.
fn likely_starts(there: &PlacedWords, words: &[Compared]) -> impl Iterator<Item = i64> + use<> {
    let mut votes: BTreeMap<i64, usize> = BTreeMap::new();
    for (at, word) in words.iter().enumerate() {
        for &place in there.of(word.exact) {
            *votes.entry(i64::from(place) - at as i64).or_default() += 1;
        }
    }
    let mut starts: Vec<(i64, usize)> = votes.into_iter().collect();
    sort_by_key(&mut starts, |&(_, votes)| std::cmp::Reverse(votes));
    starts.into_iter().take(LOOKED_AT).map(|(start, _)| start)
}

/// How many words both have in the same order, and the part of `window` that these lie in: their longest common subsequence.
fn common_words(words: &[Compared], window: &[Compared]) -> (usize, Range<usize>) {
    let width = window.len() + 1;
    let mut table = vec![0_u16; (words.len() + 1) * width];
    let cell = |table: &[u16], row: usize, column: usize| table.get(row * width + column).copied().unwrap_or_default();
    for (i, one) in words.iter().enumerate() {
        for (j, other) in window.iter().enumerate() {
            let value = if one.exact == other.exact {
                cell(&table, i, j) + 1
            } else {
                cell(&table, i, j + 1).max(cell(&table, i + 1, j))
            };
            if let Some(slot) = table.get_mut((i + 1) * width + j + 1) {
                *slot = value;
            }
        }
    }
    let (mut i, mut j) = (words.len(), window.len());
    let mut within: Option<Range<usize>> = None;
    while let (Some(above), Some(left)) = (i.checked_sub(1), j.checked_sub(1)) {
        let same = words.get(above).zip(window.get(left)).is_some_and(|(a, b)| a.exact == b.exact);
        if same {
            within = Some(left..within.map_or(j, |w| w.end));
            (i, j) = (above, left);
        } else if cell(&table, above, j) >= cell(&table, i, left) {
            i = above;
        } else {
            j = left;
        }
    }
    (usize::from(cell(&table, words.len(), window.len())), within.unwrap_or_default())
}
