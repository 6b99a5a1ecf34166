//! The paragraphs in which quotes are looked for, and which of them a quote may run on to.

use crate::article::{Article, BlockKind};
use crate::order::sort_by_numbers;
use crate::text::Span;

/// The part of a page that a paragraph stands in. Quotes and speakers of different zones have nothing to do with each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Zone {
    /// The headline.
    Title,
    /// The article's body.
    Body,
    /// The comment with this index.
    Comment(usize),
}

/// A piece of text that marks are paired in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Paragraph {
    /// Where it is, in bytes.
    pub(crate) span: Span,
    /// The part of the page that it stands in.
    pub(crate) zone: Zone,
    /// Whether running text: a quote left open in one may go on in the next.
    pub(crate) prose: bool,
    /// Whether the page sets it apart as somebody else's words.
    pub(crate) quoted: bool,
}

/// The paragraphs of the article and its comments, in order of the text. Code is left out; a comment has one for every line.
pub(crate) fn paragraphs(article: &Article, comments: &[Span]) -> Vec<Paragraph> {
    let blocks = article.blocks.iter().filter(|b| b.kind != BlockKind::Code).map(|b| {
        let heads = matches!(b.kind, BlockKind::Title | BlockKind::Heading);
        let zone = if heads { Zone::Title } else { Zone::Body };
        let prose = matches!(b.kind, BlockKind::Paragraph | BlockKind::Quote | BlockKind::ListItem);
        Paragraph { span: b.span, zone, prose, quoted: b.kind == BlockKind::Quote }
    });
    let mut out: Vec<Paragraph> = blocks.collect();
    for (index, comment) in comments.iter().enumerate() {
        let mut at = comment.start;
        for line in comment.str(&article.text).split_inclusive('\n') {
            let span = Span::new(at, at + line.len()).trim(&article.text);
            at += line.len();
            if !span.is_empty() {
                out.push(Paragraph { span, zone: Zone::Comment(index), prose: true, quoted: false });
            }
        }
    }
    sort_by_numbers(&mut out, |p| (p.span.start, p.span.end));
    out
}
