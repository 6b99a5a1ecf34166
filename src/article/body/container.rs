//! Finds the part of a page that is its article: the element whose blocks weigh most.

use super::flow::FlowBlock;
use super::prose::{is_linked_sentence, is_prose, is_short_sentence, linked_share};
use crate::article::BlockKind;
use crate::snapshot::Snapshot;
use std::ops::Range;

/// What a short block that is no sentence takes from the weight: a label, a date, a button.
const LABEL: i64 = 12;

/// How much a block speaks for (positive) or against (negative) its place being the article.
fn weight(block: &FlowBlock) -> i64 {
    let (length, linked) = linked_share(block);
    let (length, linked) = (i64::try_from(length).unwrap_or(i64::MAX / 8), i64::try_from(linked).unwrap_or(0));
    let prose = is_prose(block);
    match block.kind {
        BlockKind::Heading if linked * 2 > length => -length,
        BlockKind::Heading | BlockKind::Caption | BlockKind::Title | BlockKind::Other => 0,
        BlockKind::Code => length / 2,
        BlockKind::Table => (length - 2 * linked) / 4,
        _ if is_linked_sentence(block) => length / 2,
        _ if linked * 2 > length => -length,
        BlockKind::ListItem if prose => (length - 2 * linked) / 2,
        // bullet points are short; menus are linked
        BlockKind::ListItem if linked == 0 => 0,
        _ if prose => length - 2 * linked,
        _ if is_short_sentence(block) => length - 2 * linked,
        _ => -LABEL,
    }
}

/// The node range of the element that holds the article, or the whole page when nothing speaks for any.
pub(crate) fn article_nodes(snapshot: &Snapshot, blocks: &[FlowBlock], teasers: &[bool]) -> Range<usize> {
    let mut sums = Vec::with_capacity(blocks.len() + 1);
    let mut sum = 0;
    sums.push(0);
    for (block, teaser) in blocks.iter().zip(teasers) {
        let weight = weight(block);
        sum += if *teaser { -weight.abs() } else { weight };
        sums.push(sum);
    }
    // every element that holds a whole block is the container of one, or an ancestor of such a container
    let mut best = (0, 0..snapshot.nodes.len());
    let mut seen = vec![false; snapshot.nodes.len()];
    for block in blocks {
        // a paragraph is part of an article and never all of it
        let itself = (snapshot.tag(block.container) != "p").then_some(block.container);
        let places = itself.into_iter().chain(snapshot.ancestors(block.container));
        for place in places {
            if seen.get(place).copied().unwrap_or(true) {
                break;
            }
            if let Some(s) = seen.get_mut(place) {
                *s = true;
            }
            let nodes = place..snapshot.end(place);
            let first = blocks.partition_point(|b| b.nodes.start < nodes.start);
            let last = blocks.partition_point(|b| b.nodes.start < nodes.end);
            let held = sums.get(last).copied().unwrap_or(0) - sums.get(first).copied().unwrap_or(0);
            let score = held * evidence(snapshot, place) / 100;
            // of two with one weight the smaller: it has less beside the article
            if score > best.0 || (score == best.0 && nodes.len() < best.1.len()) {
                best = (score, nodes);
            }
        }
    }
    best.1
}

/// What the markup itself says, in percent of the weight.
fn evidence(snapshot: &Snapshot, at: usize) -> i64 {
    let says = |name: &str, word: &str| {
        snapshot.attribute(at, name).is_some_and(|v| v.split_ascii_whitespace().any(|w| w.eq_ignore_ascii_case(word)))
    };
    if says("itemprop", "articleBody") || says("property", "articleBody") {
        130
    } else if snapshot.tag(at) == "article" || says("role", "article") || says("itemprop", "blogPost") {
        110
    } else if snapshot.tag(at) == "main" || says("role", "main") {
        103
    } else {
        100
    }
}
