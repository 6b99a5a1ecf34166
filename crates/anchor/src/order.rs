//! Which of the passages that were found have moved against the others.

use crate::ascending::{ascending, pair, parts};

/// A passage that was found: where it was, and where it is.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Shift {
    /// Where it was remembered, as far as that is known.
    pub(crate) was: Option<usize>,
    /// Where it was found.
    pub(crate) is: usize,
}

/// Fewer passages than these do not say among themselves which of them stayed.
const ENOUGH: usize = 3;
/// Within its context's length a passage stays where it is.
const HERE: usize = 32;

/// Says of each whether it moved: whether it left the order in which the most of them still stand. Fewer than three are
/// measured by what they remember.
pub(crate) fn moved(found: &[Shift]) -> Vec<bool> {
    let known = ascending(found.iter().enumerate().filter_map(|(n, shift)| Some(pair(shift.was?, n))));
    let known: Vec<usize> = known.into_iter().map(|pair| parts(pair).1).collect();
    let at = |n: usize| found.get(n).copied().unwrap_or(Shift { was: None, is: 0 });
    let mut moved = vec![false; found.len()];
    if known.len() < ENOUGH {
        for (moved, shift) in moved.iter_mut().zip(found) {
            *moved = shift.was.is_some_and(|was| was.abs_diff(shift.is) > HERE);
        }
        return moved;
    }
    // the longest run of passages whose order is the old one (patience sorting)
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = vec![None; found.len()];
    for &n in &known {
        let length = ends.partition_point(|&end| at(end).is <= at(n).is);
        if let (Some(before), Some(length)) = (before.get_mut(n), length.checked_sub(1)) {
            *before = ends.get(length).copied();
        }
        match ends.get_mut(length) {
            Some(end) => *end = n,
            None => ends.push(n),
        }
    }
    for &n in &known {
        if let Some(moved) = moved.get_mut(n) {
            *moved = true;
        }
    }
    let mut stayed = ends.last().copied();
    while let Some(n) = stayed {
        if let Some(moved) = moved.get_mut(n) {
            *moved = false;
        }
        stayed = before.get(n).copied().flatten();
    }
    moved
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moves(pairs: &[(usize, usize)]) -> Vec<bool> {
        let found: Vec<Shift> = pairs.iter().map(|&(was, is)| Shift { was: Some(was), is }).collect();
        moved(&found)
    }

    #[test]
    fn what_all_are_pushed_by_moves_none() {
        assert_eq!(moves(&[(0, 900), (50, 950), (700, 1_640)]), [false; 3]);
    }

    #[test]
    fn what_left_the_order_moved() {
        assert_eq!(
            moves(&[(0, 0), (50, 800), (60, 810), (100, 90), (200, 190), (300, 290)]),
            [false, true, true, false, false, false]
        );
    }

    #[test]
    fn one_alone_is_measured_by_what_it_remembers() {
        assert_eq!(moves(&[(10, 30)]), [false]);
        assert_eq!(moves(&[(10, 500), (600, 600)]), [true, false]);
        assert_eq!(moved(&[Shift { was: None, is: 7 }]), [false]);
    }
}
