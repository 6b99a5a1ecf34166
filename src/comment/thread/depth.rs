//! How deep each comment of an HTML thread stands.

use super::page_index::PageIndex;
use super::word;
use crate::order::sort_by_numbers;

/// Elements around a comment that may say its depth.
const AROUND: usize = 6;

/// Depths of comments headed by `marks` with their nodes beginning at `starts`: as classes and attributes say (`depth-2`), else by
/// nesting, else by indentation.
pub(crate) fn depths(page: &PageIndex, marks: &[usize], starts: &[usize]) -> Vec<u16> {
    let said: Vec<Option<u32>> = marks.iter().zip(starts).map(|(&m, &s)| stated(page, m, s)).collect();
    if said.iter().filter(|s| s.is_some()).count() * 2 > marks.len() {
        let least = said.iter().flatten().copied().min().unwrap_or(0);
        return said.iter().map(|s| u16::try_from(s.unwrap_or(least) - least).unwrap_or(0)).collect();
    }
    let levels: Vec<u32> = marks.iter().map(|&m| page.level.get(m).copied().unwrap_or(0)).collect();
    let by_level = steps(&levels);
    if by_level.iter().any(|&d| d > 0) {
        return by_level;
    }
    let indents: Vec<u32> = marks.iter().zip(starts).map(|(&m, &s)| indent(page, m, s)).collect();
    steps(&indents)
}

/// Values as multiples of the smallest step between them.
fn steps(values: &[u32]) -> Vec<u16> {
    let mut distinct = values.to_vec();
    sort_by_numbers(&mut distinct, |&v| (v as usize, 0));
    distinct.dedup();
    let step = distinct.iter().zip(distinct.iter().skip(1)).map(|(a, b)| b - a).min().unwrap_or(1).max(1);
    let least = distinct.first().copied().unwrap_or(0);
    values.iter().map(|v| u16::try_from((v - least) / step).unwrap_or(u16::MAX)).collect()
}

/// The elements that are the comment's own: from its header out to where its nodes begin, and the first one around.
fn own<'a>(page: &'a PageIndex, mark: usize, start: usize) -> impl Iterator<Item = usize> + 'a {
    let mut outside = 0;
    page.around(mark).take(24).take_while(move |&e| {
        outside += usize::from(e < start);
        outside <= AROUND / 3
    })
}

/// Nodes of a comment before its header that may set it in.
const BEFORE: usize = 24;

/// The depth that an attribute says, of the elements around the header or of one that stands before it to set it in.
fn stated(page: &PageIndex, mark: usize, start: usize) -> Option<u32> {
    let indented = || {
        let before = start.max(mark.saturating_sub(BEFORE))..mark;
        before.into_iter().find_map(|e| page.snapshot.attribute(e, "indent")?.trim().parse().ok())
    };
    around_says(page, mark, start).or_else(indented)
}

fn around_says(page: &PageIndex, mark: usize, start: usize) -> Option<u32> {
    own(page, mark, start).find_map(|e| {
        for name in ["data-depth", "data-level"] {
            if let Some(depth) = page.snapshot.attribute(e, name).and_then(|v| v.trim().parse().ok()) {
                return Some(depth);
            }
        }
        let class = page.snapshot.attribute(e, "class")?;
        class.split_whitespace().find_map(|c| {
            let digits = c.len() - c.trim_end_matches(|d: char| d.is_ascii_digit()).len();
            let number = c.get(c.len() - digits..)?.parse().ok().filter(|n| *n < 100)?;
            let named = word::words(c).any(|w| {
                matches!(
                    w.to_lowercase().trim_end_matches(|d: char| d.is_ascii_digit()),
                    "depth" | "level" | "lvl" | "indent" | "nesting" | "tier"
                )
            });
            named.then_some(number)
        })
    })
}

/// Pixels (or the number before any other unit) by which inline styles set the comment in.
fn indent(page: &PageIndex, mark: usize, start: usize) -> u32 {
    own(page, mark, start)
        .filter_map(|e| page.snapshot.attribute(e, "style"))
        .flat_map(|style| style.split(';'))
        .filter_map(|declaration| declaration.split_once(':'))
        .filter(|(name, _)| {
            matches!(
                name.trim(),
                "margin-left" | "padding-left" | "margin-inline-start" | "padding-inline-start" | "text-indent"
            )
        })
        .filter_map(|(_, value)| {
            let value = value.trim();
            let digits = value.bytes().take_while(u8::is_ascii_digit).count();
            value.get(..digits)?.parse::<u32>().ok()
        })
        .fold(0, u32::saturating_add)
}
