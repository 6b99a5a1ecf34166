//! Whether a block reads like sentences.

use super::flow::FlowBlock;

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

/// Whether a text ends like a sentence, closing marks aside.
pub(crate) fn ends_like_sentence(text: &str) -> bool {
    let closing = ['"', '\'', '”', '’', '»', '“', '‘', '«', ')', ']', '」', '』', ' ', '\u{A0}'];
    text.trim_end_matches(closing).ends_with(['.', '!', '?', '…', ':', ';', ',', '。', '！', '？', '؟', '۔', '।'])
}
