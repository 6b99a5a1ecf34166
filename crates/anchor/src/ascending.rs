//! The one sorting: the standard library's would be compiled anew for every type, in more bytes than all the rest of the search.

use std::collections::BinaryHeap;

/// Numbers in ascending order.
pub(crate) fn ascending(numbers: impl IntoIterator<Item = u64>) -> Vec<u64> {
    numbers.into_iter().collect::<BinaryHeap<u64>>().into_sorted_vec()
}

/// Two numbers as one that sorts by the first, then by the second; what is above 2^32 counts as that.
pub(crate) fn pair(first: usize, second: usize) -> u64 {
    let number = |n: usize| u64::from(u32::try_from(n).unwrap_or(u32::MAX));
    number(first) << 32 | number(second)
}

/// The numbers of a [`pair`].
pub(crate) fn parts(pair: u64) -> (usize, usize) {
    ((pair >> 32) as usize, (pair & u64::from(u32::MAX)) as usize)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs_sort_by_the_first() {
        let sorted = ascending([pair(7, 1), pair(2, 9), pair(2, 3), pair(usize::MAX, 0)]);
        let sorted: Vec<_> = sorted.into_iter().map(parts).collect();
        assert_eq!(sorted, [(2, 3), (2, 9), (7, 1), (u32::MAX as usize, 0)]);
    }
}
