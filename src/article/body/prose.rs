//! Whether a block reads like sentences.

use super::flow::FlowBlock;
use crate::article::BlockKind;

/// Shortest text of a paragraph that is prose whatever its end, in bytes.
const LONG: usize = 80;

/// Shortest text of a paragraph that is prose when it ends like a sentence, in bytes (Readability asks for 25 characters).
const SENTENCE: usize = 25;

/// Bytes of a block's text, and of them those in links.
pub(crate) fn linked_share(block: &FlowBlock) -> (usize, usize) {
    (block.text.len(), block.links.iter().map(|(span, _)| span.len()).sum())
}

/// Whether the text reads like sentences rather than like a label.
pub(crate) fn is_prose(block: &FlowBlock) -> bool {
    let (length, linked) = linked_share(block);
    linked * 2 < length && (length >= LONG || (length >= SENTENCE && ends_like_sentence(&block.text)))
}

/// Marks that may stand after the one that ends a sentence.
const CLOSING: [char; 14] = ['"', '\'', '”', '’', '»', '“', '‘', '«', ')', ']', '」', '』', ' ', '\u{A0}'];

/// Whether a text ends like a sentence, closing marks aside.
pub(crate) fn ends_like_sentence(text: &str) -> bool {
    ends_with_stop(text) || text.trim_end_matches(CLOSING).ends_with([':', ';', ','])
}

/// Whether a text ends with the mark that ends a sentence, closing marks aside.
fn ends_with_stop(text: &str) -> bool {
    text.trim_end_matches(CLOSING).ends_with(['.', '!', '?', '…', '。', '！', '？', '؟', '۔', '।'])
}

/// Whether a paragraph is a sentence, however short it is: “No,” he said.
pub(crate) fn is_short_sentence(block: &FlowBlock) -> bool {
    let (length, linked) = linked_share(block);
    let text = block.text.as_str();
    block.kind == BlockKind::Paragraph
        && linked * 2 < length
        && length < LONG
        && ends_with_stop(text)
        && !text.contains('\n')
        && text.split_whitespace().count() > 1
        && !text.starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit())
}

/// Words of a sentence that is all one link; headlines are shorter, or end without a stop.
const LINKED_WORDS: usize = 8;

/// Whether a paragraph is a sentence that its author linked from end to end. The link stands in the paragraph; around the
/// paragraph it would be a card that leads elsewhere.
pub(crate) fn is_linked_sentence(block: &FlowBlock) -> bool {
    let text = block.text.as_str();
    block.kind == BlockKind::Paragraph
        && block.links.first().is_some_and(|(_, link)| *link > block.container)
        && text.trim_end_matches(CLOSING).ends_with(['.', '。', '۔', '।'])
        && text.split_whitespace().count() >= LINKED_WORDS
        && text.split_whitespace().filter(|w| w.starts_with(char::is_lowercase)).count() >= LINKED_WORDS / 2
}

/// Words of a sentence that leads to a list of links; “Read also:” has fewer.
const LEAD_WORDS: usize = 4;

/// Whether a block is a sentence that leads to the list below it.
pub(crate) fn leads_to_list(block: &FlowBlock) -> bool {
    let (length, linked) = linked_share(block);
    block.kind == BlockKind::Paragraph
        && linked * 2 < length
        && block.text.ends_with(':')
        && block.text.split_whitespace().count() >= LEAD_WORDS
}
