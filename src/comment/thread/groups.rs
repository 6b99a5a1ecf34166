//! The names and dates of a page that may head comments, grouped by the markup that they stand in.

use super::page_index::{PageIndex, date_at, is_name};
use crate::order::sort_by_numbers;
use std::collections::HashMap;

/// Most elements that make a kind together.
const WIDEST: usize = 3;

/// The kinds of elements, numbered.
#[derive(Default)]
struct Kinds {
    numbers: HashMap<String, u32>,
    /// By element, so that what stands around many marks is read once.
    known: HashMap<usize, u32>,
}

impl Kinds {
    /// The kinds of `at` and of the elements around it, nearest first.
    fn around(&mut self, page: &PageIndex, at: usize) -> [u32; WIDEST] {
        let mut place = [0; WIDEST];
        for (slot, element) in place.iter_mut().zip(page.around(at)) {
            *slot = match self.known.get(&element) {
                Some(&number) => number,
                None => {
                    let next = u32::try_from(self.numbers.len() + 1).unwrap_or(u32::MAX);
                    let number = *self.numbers.entry(page.kind(element)).or_insert(next);
                    self.known.insert(element, number);
                    number
                }
            };
        }
        place
    }
}

/// Elements that may head comments: those of one kind together, in page order. A kind is known by the element alone, or with
/// one or two elements around it: threads differ in how much of their markup recurs. No two groups are alike; those that begin
/// first come first.
pub(crate) fn groups(page: &PageIndex) -> Vec<Vec<usize>> {
    let mut dates: Vec<usize> = Vec::new();
    let mut names: Vec<usize> = Vec::new();
    let mut last_name = 0..0;
    for at in 0..page.snapshot.nodes.len() {
        if let Some(date) = date_at(page, at).filter(|d| dates.last() != Some(d)) {
            dates.push(date);
        }
        if is_name(page, at) {
            // of names around each other the innermost
            if last_name.contains(&at) {
                names.pop();
            }
            last_name = at..page.snapshot.end(at);
            names.push(at);
        }
    }
    let mut groups: Vec<Vec<usize>> = Vec::new();
    let mut kinds = Kinds::default();
    for marks in [dates, names] {
        let mut marks: Vec<Mark> =
            marks.into_iter().map(|at| Mark { at, group: 0, place: kinds.around(page, at) }).collect();
        for slot in 0..WIDEST {
            let kind = |mark: &Mark| (mark.group, mark.place.get(slot).map_or(0, |&kind| kind as usize));
            sort_by_numbers(&mut marks, kind);
            for (group, alike) in marks.chunk_by_mut(|a, b| kind(a) == kind(b)).enumerate() {
                alike.iter_mut().for_each(|mark| mark.group = group);
                groups.push(alike.iter().map(|mark| mark.at).collect());
            }
        }
    }
    // what divides a group leaves its first mark to a shorter one: groups that are alike come to stand side by side
    sort_by_numbers(&mut groups, |marks| (marks.first().copied().unwrap_or_default(), marks.len()));
    groups.dedup();
    groups
}

/// A mark, the group that it is in so far, and the kinds of the elements around it.
struct Mark {
    at: usize,
    group: usize,
    place: [u32; WIDEST],
}
