//! The article in a plain text pasted from a page.

use super::{Article, Block, BlockKind};
use crate::snapshot::Snapshot;
use crate::text::Span;

/// Splits plain text into blocks at blank lines; the text stays as it is.
pub(super) fn extract(snapshot: &Snapshot) -> Article {
    let text = snapshot.text.clone();
    let mut blocks = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let span = Span::new(at, at + line.len()).trim(&text);
        at += line.len();
        if !span.is_empty() {
            blocks.push(Block { kind: BlockKind::Paragraph, span, level: 0 });
        }
    }
    Article { text, verbatim: true, blocks, ..Article::default() }
}
