//! Blocks of an article's text, links in it, and pictures between them.

use crate::text::Span;
use serde::{Deserialize, Serialize};

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BlockKind {
    /// The article's headline; at most one, the first block.
    Title,
    /// A heading inside the article; `level` 2 to 6.
    Heading,
    /// A paragraph.
    Paragraph,
    /// A paragraph of a block quotation; `level` is its depth, from 1.
    Quote,
    /// A list item; `level` is its depth, from 1.
    ListItem,
    /// The caption of a picture or table.
    Caption,
    /// Preformatted text: line breaks and runs of spaces stand as they are.
    Code,
    /// A table: rows separated by `\n`, cells by `\t`.
    Table,
    /// Plain text only: a line kept in the text but not of the article (the header of a comment, a share bar).
    Other,
}

/// A block of the article's text. Blocks are in order and do not overlap.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Its text, in bytes of [`Article::text`](super::Article::text), without white space at its edges.
    pub span: Span,
    /// Heading level, list depth or quotation depth; 0 where it means nothing.
    pub level: u8,
}

/// A link in the text; `http` and `https` only, absolute when the page's address is known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// The linked words.
    pub span: Span,
    /// The address.
    pub href: String,
}

/// A picture of the article; `http` and `https` only.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Image {
    /// It stands before the block with this index (the number of blocks for one at the end).
    pub before: usize,
    /// The address.
    pub src: String,
    /// Its text alternative; may be empty.
    pub alt: String,
}
