//! An article that nothing is looked for in: its plain text, for readers who only annotate.

use postil::{Analysis, Article, Block, BlockKind, Metadata, Span};

/// What stands between two paragraphs.
const BETWEEN: &str = "\n\n";

/// An article of `text`'s paragraphs, which a blank line parts; the first is its title.
pub(crate) fn unread(text: &str, url: Option<String>) -> Analysis {
    let mut at = 0;
    let mut blocks = Vec::new();
    for part in text.split(BETWEEN) {
        let span = Span::new(at, at + part.len());
        at = span.end + BETWEEN.len();
        if !part.trim().is_empty() {
            let kind = if blocks.is_empty() { BlockKind::Title } else { BlockKind::Paragraph };
            blocks.push(Block { kind, span, level: 0 });
        }
    }
    let title = blocks.first().map(|block| block.span.str(text).trim().to_owned());
    let metadata = Metadata { title, url, ..Metadata::default() };
    let article = Article { text: text.to_owned(), metadata, blocks, ..Article::default() };
    Analysis { article, ..Analysis::default() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_paragraph_is_a_block_and_the_first_the_title() {
        let analysis =
            unread("The ferry\n\nIt was late.\nVery.\n\n\n\nIt came.", Some("https://quay.example/a".to_owned()));
        let article = &analysis.article;
        let words: Vec<_> = article.blocks.iter().map(|block| (block.kind, block.span.str(&article.text))).collect();
        assert_eq!(
            words,
            [
                (BlockKind::Title, "The ferry"),
                (BlockKind::Paragraph, "It was late.\nVery."),
                (BlockKind::Paragraph, "It came.")
            ]
        );
        assert_eq!(article.metadata.title.as_deref(), Some("The ferry"));
        assert_eq!(unread("", None).article.blocks, []);
    }
}
