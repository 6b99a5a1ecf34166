//! Many passages at once: one index, and what one passage tells about where the next one went.

use crate::ascending::{ascending, pair, parts};
use crate::folded::Folded;
use crate::likeness::Candidate;
use crate::long::{LONG, long_place};
use crate::order::{Shift, moved};
use crate::pattern::Pattern;
use crate::search::Search;
use crate::{Found, Passage};
use std::ops::Range;

/// Finds `passages` in `text`, in one go: each is found the better for the others.
///
/// ```
/// use postil_anchor::{Found, Passage, find};
/// let passage = Passage { prefix: "Then ", exact: "the mayor of Quay left.", suffix: "", at: Some(5) };
/// assert_eq!(find("Then the mayor of Quay left.", &[passage]), [Found::Exact(5..28)]);
/// assert_eq!(find("Then the mayor of Old Quay left.", &[passage]), [Found::Changed(5..32)]);
/// assert_eq!(find("Nobody went anywhere.", &[passage]), [Found::Gone]);
/// ```
#[must_use]
pub fn find(text: &str, passages: &[Passage<'_>]) -> Vec<Found> {
    let mut places: Vec<Option<Range<usize>>> = passages.iter().map(|passage| in_place(text, passage)).collect();
    if places.iter().zip(passages).any(|(place, passage)| place.is_none() && !passage.exact.is_empty()) {
        search_for(text, passages, &mut places);
    }
    let same = |place: &Range<usize>, passage: &Passage<'_>| text.get(place.clone()) == Some(passage.exact);
    let unchanged: Vec<usize> = (0..places.len())
        .filter(|&n| {
            let place = places.get(n).and_then(Option::as_ref);
            place.zip(passages.get(n)).is_some_and(|(place, passage)| same(place, passage))
        })
        .collect();
    let shifts: Vec<Shift> = unchanged
        .iter()
        .filter_map(|&n| Some(Shift { was: passages.get(n)?.at, is: places.get(n)?.as_ref()?.start }))
        .collect();
    let mut found: Vec<Found> = places.iter().map(|p| p.clone().map_or(Found::Gone, Found::Changed)).collect();
    for (&n, moved) in unchanged.iter().zip(moved(&shifts)) {
        if let (Some(found), Some(Some(place))) = (found.get_mut(n), places.get(n)) {
            *found = if moved { Found::Moved(place.clone()) } else { Found::Exact(place.clone()) };
        }
    }
    found
}

/// The passage where it is remembered, if it stands there between what it stood between.
fn in_place(text: &str, passage: &Passage<'_>) -> Option<Range<usize>> {
    let (before, rest) = text.split_at_checked(passage.at?)?;
    let after = rest.strip_prefix(passage.exact)?;
    let stands = !passage.exact.is_empty() && before.ends_with(passage.prefix) && after.starts_with(passage.suffix);
    stands.then(|| before.len()..text.len() - after.len())
}

/// A passage that is not where it was.
struct Missing<'a> {
    number: usize,
    pattern: Pattern,
    passage: &'a Passage<'a>,
    /// Where it is remembered, in characters of the folded text.
    at: Option<usize>,
    /// Where its very words stand.
    places: Vec<usize>,
}

/// Fills the gaps of `places` by searching.
fn search_for(text: &str, passages: &[Passage<'_>], places: &mut [Option<Range<usize>>]) {
    let folded = Folded::new(text);
    let mut search = Search::new(&folded);
    // how far passages that are sure were pushed: where each stood, and where it stands
    let mut anchors: Vec<u64> = Vec::new();
    let mut missing: Vec<Missing<'_>> = Vec::new();
    for (number, (passage, place)) in passages.iter().zip(places.iter()).enumerate() {
        let at = passage.at.map(|byte| folded.char_at(byte));
        if place.is_some() {
            anchors.extend(at.map(|at| pair(at, at)));
            continue;
        }
        let pattern = Pattern::new(passage);
        if pattern.exact().is_empty() {
            continue;
        }
        let places = search.places(&pattern, at.unwrap_or_default());
        if let ([only], Some(at)) = (&places[..], at) {
            anchors.push(pair(at, *only));
        }
        missing.push(Missing { number, pattern, passage, at, places });
    }
    let anchors: Vec<(usize, usize)> = ascending(anchors).into_iter().map(parts).collect();
    for Missing { number, pattern, passage, at, places: of_words } in missing {
        let expected = at.map(|at| pushed(&anchors, at));
        let found = place_of(&mut search, &folded, &pattern, of_words, expected)
            .map(|found| folded.bytes(text, found.start, found.end))
            .map(|bytes| spaces_as_were(text, bytes, passage.exact))
            .or_else(|| remembered(text, passage));
        if let Some(place) = places.get_mut(number) {
            *place = found;
        }
    }
}

/// Where what stood at `at` should stand now: as far off as the nearest passage that is sure.
fn pushed(anchors: &[(usize, usize)], at: usize) -> usize {
    let after = anchors.partition_point(|&(was, _)| was < at);
    let near = [after.checked_sub(1), Some(after)].into_iter().flatten().filter_map(|n| anchors.get(n));
    near.min_by_key(|(was, _)| was.abs_diff(at)).map_or(at, |&(was, is)| (at + is).saturating_sub(was))
}

/// Where the pattern stands in the folded text.
fn place_of(
    search: &mut Search<'_>,
    text: &Folded,
    pattern: &Pattern,
    places: Vec<usize>,
    expected: Option<usize>,
) -> Option<Range<usize>> {
    let count = places.len();
    let mut candidates = search.very_words(pattern, &places, expected);
    if let Some(certain) = best(&candidates, count).filter(|c| c.is_certain()) {
        return Some(certain.start..certain.end);
    }
    if pattern.own().len() > LONG {
        if let Some(same) = best(&candidates, count) {
            return Some(same.start..same.end);
        }
        return long_place(pattern, &text.chars, expected, |piece, expected| {
            let places = search.places(piece, expected.unwrap_or_default());
            let mut candidates = search.very_words(piece, &places, expected);
            if best(&candidates, places.len()).is_none() {
                candidates.extend(search.alike(piece, expected));
            }
            best(&candidates, places.len()).map(|c| c.start..c.end)
        });
    }
    candidates.extend(search.alike(pattern, expected));
    best(&candidates, count).map(|c| c.start..c.end)
}

/// The best of the candidates that are believed, where `places` have the very words.
fn best(candidates: &[Candidate], places: usize) -> Option<Candidate> {
    candidates.iter().filter(|c| c.is_believed(places)).min_by_key(|c| (c.cost(), c.distance)).copied()
}

/// The passage's words where they are remembered, whatever stands around them.
fn remembered(text: &str, passage: &Passage<'_>) -> Option<Range<usize>> {
    let at = passage.at?;
    let stands = text.get(at..)?.starts_with(passage.exact);
    stands.then(|| at..at + passage.exact.len())
}

/// `bytes` with as much of the white space at its edges as the passage has, where that makes it the very passage: all of it was
/// folded into one space.
fn spaces_as_were(text: &str, bytes: Range<usize>, exact: &str) -> Range<usize> {
    let found = text.get(bytes.clone()).unwrap_or_default();
    let words =
        bytes.start + (found.len() - found.trim_start().len())..bytes.end - (found.len() - found.trim_end().len());
    let before = exact.len() - exact.trim_start().len();
    let after = exact.len() - exact.trim_end().len();
    let whole = words.start.saturating_sub(before)..words.end + after;
    if text.get(whole.clone()) == Some(exact) { whole } else { bytes }
}
