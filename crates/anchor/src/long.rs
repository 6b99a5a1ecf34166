//! A passage of many paragraphs: its beginning and its end are looked for, and what stands between has to be much of it.

use crate::ascending::ascending;
use crate::grams::hashes;
use crate::pattern::Pattern;
use std::ops::Range;

/// Longer passages are looked for by their ends, in characters.
pub(crate) const LONG: usize = 512;
/// Characters of a piece.
const PIECE: usize = 240;
/// How many pieces may have been taken off or changed beyond recognition at either end.
const PIECES: usize = 4;

/// Where in `text` the long `pattern` stands, changed; `place` finds a piece near where it is expected.
pub(crate) fn long_place(
    pattern: &Pattern,
    text: &[u32],
    expected: Option<usize>,
    mut place: impl FnMut(&Pattern, Option<usize>) -> Option<Range<usize>>,
) -> Option<Range<usize>> {
    let own = pattern.own();
    let starts = (0..PIECES).map(|n| own.start + n * PIECE).take_while(|at| at + PIECE <= own.end);
    let (cut, first) = starts.into_iter().find_map(|at| {
        let expected = expected.map(|e| e + (at - own.start));
        Some((at, place(&pattern.cut(at, at + PIECE), expected)?))
    })?;
    let ends = (0..PIECES).filter_map(|n| own.end.checked_sub(n * PIECE)).take_while(|end| cut + PIECE <= *end);
    let last = ends.into_iter().find_map(|end| {
        let expected = first.start + (end - PIECE).saturating_sub(cut);
        place(&pattern.cut(end - PIECE, end), Some(expected)).filter(|last| last.end >= first.end)
    })?;
    let found = first.start..last.end;
    let fits = found.len() * 5 >= own.len() * 2 && found.len() <= own.len() * 2;
    (fits && shares_half(pattern.exact(), text.get(found.clone())?)).then_some(found)
}

/// Whether half of the grams of `passage` stand in `found`.
fn shares_half(passage: &[u32], found: &[u32]) -> bool {
    let there = ascending(hashes(found).map(u64::from));
    let shared = hashes(passage).filter(|&hash| there.binary_search(&hash.into()).is_ok()).count();
    shared * 2 >= hashes(passage).count()
}
