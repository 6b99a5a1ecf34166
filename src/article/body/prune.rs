//! Takes out of the article's own part of the page what does not belong to the article.

use super::flow::FlowBlock;
use super::prose::{ends_like_sentence, is_prose, linked_share};
use crate::article::BlockKind;
use crate::article::words::letters;
use std::collections::HashSet;

/// Longest block that can be a note to the reader ("Advertisement", "Read more: …"), in bytes.
const NOTE: usize = 160;

/// Shortest first line of an article that ends without a mark, in bytes.
const LABEL: usize = 40;

/// How a note to the reader begins, in lower case; whole words.
const NOTES: &[&str] = &[
    "advertisement",
    "advertising",
    "anzeige",
    "werbung",
    "publicité",
    "publicidad",
    "article continues below",
    "story continues below",
    "read more",
    "read also",
    "also read",
    "see also",
    "more on this",
    "related",
    "recommended",
    "lesen sie auch",
    "mehr zum thema",
    "lire aussi",
    "à lire aussi",
    "lea también",
    "leer también",
    "sign up",
    "subscribe",
    "follow us",
    "follow me on",
    "share this",
    "share on",
    "click here to",
    "continue reading",
    "skip to",
    "newsletter",
    "most read",
    "image source",
    "image caption",
    "photo credit",
    "loading",
];

/// The blocks of the article, of those in its part of the page.
pub(crate) fn prune(blocks: Vec<FlowBlock>, title: Option<&str>) -> Vec<FlowBlock> {
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
        let header = !started && !is_prose(&block) && is_label(&block);
        let section = !started && is_section(&block, &title);
        if repeats_title || header || section || is_note(&block) || is_link_line(&block) {
            continue;
        }
        started |= is_prose(&block) && block.kind != BlockKind::Caption && block.kind != BlockKind::Heading;
        kept.push(block);
    }
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

/// A short block that speaks to the reader of the page.
fn is_note(block: &FlowBlock) -> bool {
    if block.text.len() > NOTE || block.kind == BlockKind::Quote {
        return false;
    }
    let text = block.text.to_lowercase();
    let text = text.trim_start_matches(|c: char| !c.is_alphanumeric());
    let (length, linked) = linked_share(block);
    NOTES.iter().any(|note| {
        text.strip_prefix(note).is_some_and(|rest| {
            let whole = rest.trim().is_empty();
            let word_ends = !rest.starts_with(char::is_alphanumeric);
            word_ends && (whole || rest.starts_with(':') || linked * 2 > length || !ends_like_sentence(text))
        })
    })
}

/// A line that is nothing but links.
fn is_link_line(block: &FlowBlock) -> bool {
    let (length, linked) = linked_share(block);
    match block.kind {
        BlockKind::Code | BlockKind::Quote | BlockKind::Heading => false,
        BlockKind::Table => linked * 4 > length * 3,
        _ => linked * 10 > length * 8 && length < 2 * NOTE,
    }
}

/// Cuts what stands after the last sentence: headings, labels, dates.
fn end_with_text(blocks: &mut Vec<FlowBlock>) {
    let closes = |b: &FlowBlock| match b.kind {
        BlockKind::Heading | BlockKind::Caption => false,
        BlockKind::Code | BlockKind::Table | BlockKind::ListItem | BlockKind::Quote => true,
        _ => is_prose(b) || (ends_like_sentence(&b.text) && linked_share(b).1 == 0),
    };
    if let Some(last) = blocks.iter().rposition(closes) {
        blocks.truncate(last + 1);
    }
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
