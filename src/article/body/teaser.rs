//! Lists of other articles: a linked line with a few words of prose, again and again.

use super::flow::FlowBlock;
use super::note::is_note;
use super::prose::{is_linked_sentence, leads_to_list, linked_share};
use crate::article::{BlockKind, address};
use crate::snapshot::Snapshot;
use std::ops::Range;

/// So many in a row are a list; fewer can be headings that happen to be links.
const RUN: usize = 3;

/// Longest summary of another article, in bytes.
const SUMMARY: usize = 400;

/// Blocks of one teaser at most: section, headline, date, summary, author.
const BLOCKS: usize = 5;

/// Elements between a teaser's headline and its frame at most.
const UNIT_DEPTH: usize = 12;

/// For each block, whether it is part of a list of teasers.
pub(crate) fn teasers(snapshot: &Snapshot, blocks: &[FlowBlock], base: Option<&str>) -> Vec<bool> {
    let heads: Vec<usize> =
        (0..blocks.len()).filter(|&i| blocks.get(i).is_some_and(|b| is_head(snapshot, b, base))).collect();
    let mut found = vec![false; blocks.len()];
    let mut start = 0;
    for n in 0..heads.len() {
        let unit = unit(snapshot, blocks, &heads, n);
        let head = heads.get(n).copied().unwrap_or_default();
        let next = heads.get(n + 1).copied().unwrap_or(blocks.len());
        let rest = blocks.get(head + 1..next).unwrap_or_default();
        let own =
            rest.iter().take(BLOCKS).take_while(|b| b.text.len() <= SUMMARY && unit.contains(&b.nodes.start)).count();
        if own == rest.len() && next < blocks.len() {
            continue;
        }
        let first = heads.get(start).copied().unwrap_or_default();
        let led =
            first.checked_sub(1).and_then(|before| blocks.get(before)).is_some_and(|b| leads_to_list(b) && !is_note(b));
        let items = || (start..=n).all(|h| heads.get(h).and_then(|&h| blocks.get(h)).is_some_and(is_item));
        if n + 1 - start >= RUN
            && !(led && items())
            && let Some(part) = found.get_mut(first..=head + own)
        {
            part.fill(true);
        }
        start = n + 1;
    }
    found
}

fn is_item(block: &FlowBlock) -> bool {
    block.kind == BlockKind::ListItem
}

/// The nodes of the largest element around head `n` without the head before and the one after. In the text of an
/// article the lines around a linked one stand outside of it: they are the article's own.
fn unit(snapshot: &Snapshot, blocks: &[FlowBlock], heads: &[usize], n: usize) -> Range<usize> {
    let head = |n: Option<usize>| n.and_then(|n| heads.get(n)).and_then(|&i| blocks.get(i));
    let Some(block) = head(Some(n)) else { return 0..0 };
    let others = [head(n.checked_sub(1)), head(n.checked_add(1))];
    let holds_other = |nodes: &Range<usize>| others.iter().flatten().any(|b| nodes.contains(&b.nodes.start));
    let around = std::iter::once(block.container).chain(snapshot.ancestors(block.container)).take(UNIT_DEPTH);
    around.map(|at| at..snapshot.end(at)).take_while(|nodes| !holds_other(nodes)).last().unwrap_or(block.nodes.clone())
}

/// Whether a block is a line that is all one link to another page of the same site.
fn is_head(snapshot: &Snapshot, block: &FlowBlock, base: Option<&str>) -> bool {
    let (length, linked) = linked_share(block);
    if linked * 10 < length * 9
        || length < 12
        || matches!(block.kind, BlockKind::Code | BlockKind::Table)
        || is_linked_sentence(block)
    {
        return false;
    }
    let Some(href) = block.links.first().and_then(|(_, node)| snapshot.attribute(*node, "href")) else { return false };
    let Some(base) = base else { return !href.contains("://") && !href.starts_with('#') };
    let page = base.split(['#', '?']).next().unwrap_or(base);
    address::resolve(Some(base), href)
        .is_some_and(|to| address::host(&to) == address::host(base) && to.split(['#', '?']).next() != Some(page))
}
