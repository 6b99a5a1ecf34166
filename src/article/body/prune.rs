//! Takes out of the article's own part of the page what does not belong to the article.

use super::flow::FlowBlock;
use super::note::is_note;
use super::prose::{ends_like_sentence, is_linked_sentence, is_prose, is_short_sentence, leads_to_list, linked_share};
use super::repeated::without_repeated;
use crate::article::BlockKind;
use crate::article::words::letters;
use crate::snapshot::Snapshot;
use std::collections::HashSet;

/// Shortest first line of an article that ends without a mark, in bytes.
const LABEL: usize = 40;

/// Longest line of links, in bytes.
const LINK_LINE: usize = 320;

/// The blocks of the article, of those in its part of the page.
pub(crate) fn prune(snapshot: &Snapshot, blocks: Vec<FlowBlock>, title: Option<&str>) -> Vec<FlowBlock> {
    let title = title.map(letters).unwrap_or_default();
    let mut kept: Vec<FlowBlock> = Vec::with_capacity(blocks.len());
    let mut started = false;
    let mut captions = HashSet::new();
    for block in blocks {
        // galleries say the same below each size of a picture
        if block.kind == BlockKind::Caption && !captions.insert(letters(&block.text)) {
            continue;
        }
        let repeats_title = !started && !title.is_empty() && block.text.len() < 400 && letters(&block.text) == title;
        // what stands before the first sentence is the header: section, date, names, buttons
        let header = !started && !is_prose(&block) && !is_short_sentence(&block) && is_label(&block);
        let section = !started && is_section(&block, &title);
        if repeats_title
            || header
            || section
            || is_note(&block)
            || (is_link_line(&block) && !is_told(&block, kept.last()))
        {
            continue;
        }
        started |= (is_prose(&block) || is_short_sentence(&block))
            && block.kind != BlockKind::Caption
            && block.kind != BlockKind::Heading;
        kept.push(block);
    }
    let mut kept = without_repeated(snapshot, kept);
    end_with_text(&mut kept);
    without_empty_headings(kept)
}

/// A paragraph or item that is no part of a running text: short, or made of links, or without a word in lower case.
fn is_label(block: &FlowBlock) -> bool {
    let (length, linked) = linked_share(block);
    let words = block.text.split_whitespace().filter(|w| w.starts_with(char::is_lowercase)).count();
    matches!(block.kind, BlockKind::Paragraph | BlockKind::ListItem)
        && (length < LABEL || linked * 3 > length || words < 4)
}

/// A heading above the text that names the part of the paper, or says a part of the title again.
fn is_section(block: &FlowBlock, title: &str) -> bool {
    let (length, linked) = linked_share(block);
    let own = letters(&block.text);
    block.kind == BlockKind::Heading
        && ((linked * 2 > length && length < LABEL / 2) || (!own.is_empty() && title.contains(&own)))
}

/// Whether a line of links is the article's own, by the block `before` it: a linked sentence, or an item of a list of
/// documents that a sentence leads to.
fn is_told(block: &FlowBlock, before: Option<&FlowBlock>) -> bool {
    let Some(before) = before else { return false };
    let continues = before.kind == BlockKind::ListItem && is_link_line(before) && before.level == block.level;
    is_linked_sentence(block) || (block.kind == BlockKind::ListItem && (leads_to_list(before) || continues))
}

/// A line that is nothing but links.
fn is_link_line(block: &FlowBlock) -> bool {
    let (length, linked) = linked_share(block);
    match block.kind {
        BlockKind::Code | BlockKind::Quote | BlockKind::Heading => false,
        BlockKind::Table => linked * 4 > length * 3,
        _ => linked * 10 > length * 8 && length < LINK_LINE,
    }
}

/// Cuts what stands after the last sentence: headings, labels, dates.
fn end_with_text(blocks: &mut Vec<FlowBlock>) {
    let closes = |b: &FlowBlock| match b.kind {
        BlockKind::Heading | BlockKind::Caption => false,
        BlockKind::Code | BlockKind::Table | BlockKind::Quote => true,
        BlockKind::ListItem => !is_link_line(b),
        _ => is_prose(b) || is_linked_sentence(b) || (ends_like_sentence(&b.text) && is_mostly_unlinked(b)),
    };
    if let Some(last) = blocks.iter().rposition(closes) {
        blocks.truncate(last + 1);
    }
}

fn is_mostly_unlinked(block: &FlowBlock) -> bool {
    let (length, linked) = linked_share(block);
    linked * 2 < length
}

/// Drops headings under which nothing is left.
fn without_empty_headings(blocks: Vec<FlowBlock>) -> Vec<FlowBlock> {
    let mut kept: Vec<FlowBlock> = Vec::with_capacity(blocks.len());
    for block in blocks {
        if block.kind == BlockKind::Heading {
            while kept.pop_if(|b| b.kind == BlockKind::Heading && b.level >= block.level).is_some() {}
        }
        kept.push(block);
    }
    kept
}
