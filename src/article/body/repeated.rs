//! Pull quotes: words of the article, printed a second time in large type.

use super::flow::FlowBlock;
use super::prose::is_short_sentence;
use crate::article::BlockKind;
use crate::article::words::letters;
use crate::snapshot::Snapshot;
use std::collections::HashMap;
use std::hash::{BuildHasher, BuildHasherDefault, DefaultHasher};

/// Words that are compared together: fewer recur by chance.
const WINDOW: usize = 5;

/// Longest pull quote, in bytes.
const LONGEST: usize = 400;

/// Longest name below a pull quote, in bytes.
const NAME: usize = 60;

/// The blocks without those whose words all stand in a longer one, and without the name below such a one.
pub(crate) fn without_repeated(snapshot: &Snapshot, blocks: Vec<FlowBlock>) -> Vec<FlowBlock> {
    let windows: Vec<Vec<u64>> = blocks.iter().map(windows).collect();
    // where each run of words stands: the two longest blocks that have it
    let mut places: HashMap<u64, [Option<usize>; 2]> = HashMap::new();
    for (at, block) in blocks.iter().enumerate() {
        for window in windows.get(at).into_iter().flatten() {
            let found = places.entry(*window).or_default();
            let is_longer = |other: Option<usize>| {
                other.and_then(|o| blocks.get(o)).is_none_or(|other| other.text.len() < block.text.len())
            };
            match *found {
                [first, _] if first == Some(at) => {}
                [first, _] if is_longer(first) => *found = [Some(at), first],
                [first, second] if is_longer(second) => *found = [first, Some(at)],
                _ => {}
            }
        }
    }
    let repeated = |at: usize, block: &FlowBlock| {
        let own = windows.get(at).map_or(&[][..], Vec::as_slice);
        let Some(other) = own.first().and_then(|w| places.get(w)).and_then(|p| p[0]).filter(|&o| o != at) else {
            return false;
        };
        matches!(block.kind, BlockKind::Paragraph | BlockKind::Quote)
            && block.text.len() <= LONGEST
            && blocks.get(other).is_some_and(|o| o.text.len() > block.text.len() && o.kind != BlockKind::Table)
            && own.iter().all(|w| places.get(w).is_some_and(|p| p.contains(&Some(other))))
    };
    let mut dropped: Vec<bool> = blocks.iter().enumerate().map(|(at, block)| repeated(at, block)).collect();
    for at in 1..blocks.len() {
        let (Some(before), Some(block)) = (blocks.get(at - 1), blocks.get(at)) else { continue };
        let frame = snapshot.parent(before.container).unwrap_or(0);
        let inside = !matches!(snapshot.tag(frame), "body" | "main" | "article")
            && matches!(snapshot.tag(frame), "blockquote" | "figure" | "aside")
            && (frame..snapshot.end(frame)).contains(&block.nodes.start);
        if dropped.get(at - 1) == Some(&true) && inside && block.text.len() <= NAME && !is_short_sentence(block) {
            dropped.iter_mut().skip(at).take(1).for_each(|d| *d = true);
        }
    }
    blocks.into_iter().zip(dropped).filter(|(_, dropped)| !dropped).map(|(block, _)| block).collect()
}

/// Each run of words of a block as a number; none for a short one.
fn windows(block: &FlowBlock) -> Vec<u64> {
    let hasher = BuildHasherDefault::<DefaultHasher>::default();
    let words: Vec<u64> =
        block.text.split_whitespace().map(letters).filter(|w| !w.is_empty()).map(|w| hasher.hash_one(w)).collect();
    words.windows(WINDOW).map(|w| hasher.hash_one(w)).collect()
}
