//! Sorting in one place: the standard library's sort is compiled anew for each type, five to eight kilobytes a time.

use std::cmp::Ordering;

/// Sorts `items` by what `compare` says of two of them; equals stay in their order.
pub fn sort_by<T>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let order = by_comparing(items.len(), &|a, b| match (items.get(a), items.get(b)) {
        (Some(a), Some(b)) => compare(a, b),
        _ => Ordering::Equal,
    });
    rearrange(items, &order);
}

/// Sorts `items` by what `key` makes of each, which is worked out anew for each comparison; equals stay in their order.
pub fn sort_by_key<T, K: Ord>(items: &mut [T], key: impl Fn(&T) -> K) {
    sort_by(items, |a, b| key(a).cmp(&key(b)));
}

/// The items without their doubles, the least first.
pub(crate) fn distinct<T: Ord>(items: impl Iterator<Item = T>) -> Vec<T> {
    let mut items: Vec<T> = items.collect();
    sort_by(&mut items, Ord::cmp);
    items.dedup();
    items
}

#[inline(never)]
fn by_comparing(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    order.sort_by(|&a, &b| compare(a, b));
    order
}

/// Sorts `items` by the pair of numbers that `key` gives; equals stay in their order.
pub(crate) fn sort_by_numbers<T>(items: &mut [T], key: impl Fn(&T) -> (usize, usize)) {
    let mut keys: Vec<(usize, usize, usize)> = Vec::with_capacity(items.len());
    for (index, item) in items.iter().enumerate() {
        let (first, second) = key(item);
        keys.push((first, second, index));
    }
    rearrange(items, &by_numbers(keys));
}

#[inline(never)]
fn by_numbers(mut keys: Vec<(usize, usize, usize)>) -> Vec<usize> {
    keys.sort_unstable();
    keys.into_iter().map(|(.., index)| index).collect()
}

/// Puts the items into `order`, which names each index once.
fn rearrange<T>(items: &mut [T], order: &[usize]) {
    for (a, b) in swaps(order) {
        items.swap(a, b); // both come out of an order of these very items
    }
}

/// The swaps that put items into `order`: round each of its cycles. Here and not in [`rearrange`], which each kind of list has.
#[inline(never)]
fn swaps(order: &[usize]) -> Vec<(usize, usize)> {
    let mut swaps = Vec::new();
    let mut done = vec![false; order.len()];
    for start in 0..order.len() {
        let mut at = start;
        while let (Some(&next), Some(false)) = (order.get(at), done.get(at)) {
            if let Some(done) = done.get_mut(at) {
                *done = true;
            }
            if next != start {
                swaps.push((at, next));
            }
            at = next;
        }
    }
    swaps
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equals_stay_in_their_order() {
        let words = |items: &[(&'static str, usize)]| items.iter().map(|(w, _)| *w).collect::<Vec<_>>();
        let mut items = vec![("b", 2), ("a", 1), ("c", 2), ("d", 0)];
        sort_by_numbers(&mut items, |&(_, n)| (n, 0));
        assert_eq!(words(&items), ["d", "a", "b", "c"]);
        sort_by_key(&mut items, |&(_, n)| std::cmp::Reverse(n));
        assert_eq!(words(&items), ["b", "c", "a", "d"]);
        sort_by(&mut items, |a, b| a.0.cmp(b.0));
        assert_eq!(words(&items), ["a", "b", "c", "d"]);
    }
}
