//! Lists of other articles: a linked line with a few words of prose, again and again.

use super::flow::FlowBlock;
use super::{BlockKind, address, body::linked_share};
use crate::snapshot::Snapshot;

/// So many in a row are a list; fewer can be headings that happen to be links.
const RUN: usize = 3;

/// Longest summary of another article, in bytes.
const SUMMARY: usize = 400;

/// Blocks of one teaser at most: section, headline, date, summary, author.
const BLOCKS: usize = 5;

/// For each block, whether it is part of a list of teasers.
pub(super) fn find(snapshot: &Snapshot, blocks: &[FlowBlock], base: Option<&str>) -> Vec<bool> {
    let heads: Vec<usize> =
        (0..blocks.len()).filter(|&i| blocks.get(i).is_some_and(|b| is_head(snapshot, b, base))).collect();
    let mut found = vec![false; blocks.len()];
    let mut run: Vec<usize> = Vec::new();
    for (n, &head) in heads.iter().enumerate() {
        run.push(head);
        let next = heads.get(n + 1).copied().unwrap_or(blocks.len());
        let rest = blocks.get(head + 1..next).unwrap_or_default();
        let brief = rest.len() < BLOCKS && rest.iter().all(|b| b.text.len() <= SUMMARY);
        if brief && next < blocks.len() {
            continue;
        }
        if run.len() >= RUN {
            // of what follows the last head, only what stands in its own element is sure to be its own
            let start = run.first().copied().unwrap_or(head);
            if let Some(part) = found.get_mut(start..=head) {
                part.fill(true);
            }
            let frame = blocks.get(head).map(|b| frame(snapshot, b.container)).unwrap_or_default();
            for (i, block) in rest.iter().enumerate().take(BLOCKS) {
                if block.text.len() > SUMMARY || !frame.contains(&block.nodes.start) {
                    break;
                }
                if let Some(part) = found.get_mut(head + 1 + i) {
                    *part = true;
                }
            }
        }
        run.clear();
    }
    found
}

/// Whether a block is a line that is all one link to another page of the same site.
fn is_head(snapshot: &Snapshot, block: &FlowBlock, base: Option<&str>) -> bool {
    let (length, linked) = linked_share(block);
    if linked * 10 < length * 9 || length < 12 || matches!(block.kind, BlockKind::Code | BlockKind::Table) {
        return false;
    }
    let Some(href) = block.links.first().and_then(|(_, node)| snapshot.attribute(*node, "href")) else { return false };
    let Some(base) = base else { return !href.contains("://") && !href.starts_with('#') };
    let page = base.split(['#', '?']).next().unwrap_or(base);
    address::resolve(Some(base), href)
        .is_some_and(|to| address::host(&to) == address::host(base) && to.split(['#', '?']).next() != Some(page))
}

/// The nodes of the element two above: that of one teaser, in most designs.
fn frame(snapshot: &Snapshot, container: usize) -> std::ops::Range<usize> {
    let place = snapshot.ancestors(container).nth(1).unwrap_or(container);
    place..snapshot.end(place)
}
