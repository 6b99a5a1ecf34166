//! Marks of a thread to the ranges of nodes that its posts take.

use super::item;
use super::page_index::PageIndex;
use super::part::Parts;
use std::ops::Range;

/// Elements that are climbed from a mark at most: deeper nesting is no thread but an attack.
pub(super) const CLIMB: usize = 48;

/// The nodes of each marked comment, in order and apart.
pub(super) fn ranges(page: &PageIndex, marks: &[usize]) -> Option<Vec<Range<usize>>> {
    let snapshot = page.snapshot;
    let mut roots = Vec::with_capacity(marks.len());
    for (i, &mark) in marks.iter().enumerate() {
        let before = i.checked_sub(1).and_then(|p| marks.get(p)).copied();
        let after = marks.get(i + 1).copied();
        let fits = |e: usize| match (before, after) {
            (Some(before), _) => e > before,
            (None, Some(after)) => snapshot.end(e) <= after,
            (None, None) => true,
        };
        let root = if before.is_none() && after.is_none() {
            single(page, mark)?
        } else {
            page.around(mark).take(CLIMB).take_while(|&e| fits(e)).last().unwrap_or(mark)
        };
        roots.push(root);
    }
    let mut ranges: Vec<Range<usize>> = Vec::with_capacity(roots.len());
    let first_nests = match (marks.first(), marks.get(1), roots.first()) {
        // the second answers the first inside of its element
        (Some(&a), Some(&b), Some(&root)) => {
            page.level.get(b) > page.level.get(a) && snapshot.parent(root).is_some_and(|p| p != 0)
        }
        _ => false,
    };
    let beside = stands_beside(page, &roots);
    for (i, &root) in roots.iter().enumerate() {
        let start = if i == 0 && first_nests { snapshot.parent(root).unwrap_or(root) } else { root };
        let next = roots.get(i + 1).copied().unwrap_or(usize::MAX);
        let own = start.max(root)..snapshot.end(root).min(next);
        let mark = marks.get(i).copied().unwrap_or(root);
        let header = page.written(mark, snapshot.end(mark));
        // header and message side by side, without an element around both
        let bare = beside || (page.written(own.start, own.end) <= header + 60 && !has_body(page, &own));
        let end = if bare || start != root {
            let all = snapshot.parent(root).map_or(own.end, |p| snapshot.end(p)).min(next);
            if bare { all.min(next_alike(page, root, all)) } else { all }
        } else {
            own.end
        };
        let end = if bare && next == usize::MAX { end.min(last_end(page, root, &ranges)) } else { end };
        ranges.push(start..end.max(start + 1));
    }
    Some(ranges)
}

/// Whether messages stand beside the elements of their headers rather than in them: there are more words between these elements
/// than inside.
fn stands_beside(page: &PageIndex, roots: &[usize]) -> bool {
    let end = |root: usize| page.snapshot.end(root);
    let inside: usize = roots.iter().map(|&r| page.written(r, end(r))).sum();
    let between = roots.iter().zip(roots.iter().skip(1)).filter(|(a, b)| **b >= end(**a));
    between.map(|(&a, &b)| page.written(end(a), b)).sum::<usize>() > inside
}

/// Where the next element beside `root` begins that has its classes: another comment, which may say nothing of its writer.
fn next_alike(page: &PageIndex, root: usize, end: usize) -> usize {
    let kind = page.kind(root);
    let mut at = page.snapshot.end(root).max(root + 1);
    while kind.contains('.') && at < end {
        if page.kind(at) == kind {
            return at;
        }
        at = page.snapshot.end(at).max(at + 1);
    }
    end
}

/// Whether markup in `nodes` names a message.
fn has_body(page: &PageIndex, nodes: &Range<usize>) -> bool {
    nodes.clone().any(|at| page.says(at, Parts::BODY) && page.written(at, page.snapshot.end(at)) > 0)
        && page.written(nodes.start, nodes.end) > 40
}

/// Where the last of comments without elements of their own ends: after as many siblings as the one before it had.
fn last_end(page: &PageIndex, root: usize, before: &[Range<usize>]) -> usize {
    let siblings = before.last().map_or(2, |r| {
        let mut count = 0;
        let mut at = r.start;
        while at < r.end {
            count += 1;
            at = page.snapshot.end(at).max(at + 1);
        }
        count
    });
    let mut at = root;
    for _ in 0..siblings {
        at = page.snapshot.end(at).max(at + 1);
    }
    at
}

/// The element of the only comment of a page: the innermost around its mark that says so and holds more than its header.
fn single(page: &PageIndex, mark: usize) -> Option<usize> {
    let header = page.written(mark, page.snapshot.end(mark));
    page.around(mark).take(CLIMB / 3).take_while(|&e| !matches!(page.snapshot.tag(e), "body" | "html" | "main")).find(
        |&e| {
            let whole = page.written(e, page.snapshot.end(e));
            whole > header
                && page.says(e, Parts::COMMENT)
                && !item::comment_in(page, e..page.snapshot.end(e)).text.is_empty()
        },
    )
}

/// The innermost element around all of `nodes`.
pub(super) fn common(page: &PageIndex, nodes: &[Range<usize>]) -> Option<usize> {
    let first = nodes.first()?.start;
    let last = nodes.iter().map(|n| n.end).max()?;
    page.snapshot.ancestors(first).take(CLIMB * 4).find(|&a| page.snapshot.end(a) >= last)
}
