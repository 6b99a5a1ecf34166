//! The article in a snapshot: its title, byline, date and body blocks, with everything else left out.

mod address;
mod body;
mod boilerplate;
mod byline;
mod context;
mod direction;
mod facts;
pub(crate) mod flow;
mod image;
mod json_ld;
mod markup;
mod measure;
mod metadata;
mod page;
mod plain;
mod prune;
mod table;
mod teaser;
mod title;

use crate::language::{Language, language_of};
use crate::options::Options;
use crate::sentence::{Sentence, sentences};
use crate::snapshot::{Snapshot, Source};
use crate::text::Span;
use serde::{Deserialize, Serialize};
use std::ops::Range;

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
    /// A table: rows parted by `\n`, cells by `\t`.
    Table,
    /// Plain text only: a line kept in the text but not of the article (the header of a comment, a share bar).
    Other,
}

/// A block of the article's text. Blocks are in order and do not overlap.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Its text, in bytes of [`Article::text`], without white space at its edges.
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

/// What is known of the article besides its text. Strings are as printed unless said otherwise.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Metadata {
    /// The headline.
    pub title: Option<String>,
    /// Who wrote it, names parted by `, `, without “By”.
    pub byline: Option<String>,
    /// When it appeared, ISO 8601: a day (`2019-02-08`) or a time (`2019-02-08T10:30:00+01:00`).
    pub published: Option<String>,
    /// The site's name.
    pub site: Option<String>,
    /// BCP 47 tag of the language, as the page declares it.
    pub language: Option<String>,
    /// Whether the text runs right to left.
    pub right_to_left: bool,
    /// The article's address: canonical link, or the address it was read from.
    pub url: Option<String>,
}

/// An article: one text, and what stands where in it.
///
/// From HTML, `text` is: the title, the body blocks, then (added by the `comment` stage) the readers' comments, each parted
/// from the next by `\n\n`. From plain text it is the input, untouched, and every line is in a block or a comment.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Article {
    /// The one text that all spans refer to.
    pub text: String,
    /// Whether `text` is the untouched input (plain text) rather than put together from a page.
    pub verbatim: bool,
    /// Title, byline, date and the like.
    pub metadata: Metadata,
    /// The blocks of the text, the title first; comments are not among them.
    pub blocks: Vec<Block>,
    /// Links in the text.
    pub links: Vec<Link>,
    /// Pictures.
    pub images: Vec<Image>,
}

impl Article {
    /// The block that holds byte `at`.
    #[must_use]
    pub fn block_at(&self, at: usize) -> Option<&Block> {
        let index = self.blocks.partition_point(|b| b.span.end <= at);
        self.blocks.get(index).filter(|b| b.span.contains(at))
    }

    /// The sentences in the part of the text under `within`.
    #[must_use]
    pub fn sentences(&self, within: Span) -> Vec<Sentence> {
        sentences(&self.text, within, self.pack())
    }

    /// What is particular to the language of the text, if there is a pack for it.
    pub(crate) fn pack(&self) -> Option<&'static Language> {
        language_of(self.metadata.language.as_deref(), &self.text)
    }

    /// The headline's block.
    #[must_use]
    pub fn title(&self) -> Option<&Block> {
        self.blocks.first().filter(|b| b.kind == BlockKind::Title)
    }
}

/// Finds the article in `snapshot`.
///
/// `comments` are the node ranges (HTML) that the `comment` stage has claimed; nothing of them goes into the body. Never fails: a page
/// without an article gives the text that it has, or an article with no blocks.
#[must_use]
pub(crate) fn extract(snapshot: &Snapshot, comments: &[Range<usize>], options: &Options) -> Article {
    let mut article = match snapshot.source {
        Source::PlainText => plain::extract(snapshot),
        Source::Html => return page::extract(snapshot, comments, options),
    };
    // what the caller knows holds before what a pasted text seems to say
    let metadata = &mut article.metadata;
    metadata.published = options.published.clone().or(metadata.published.take());
    metadata.url = options.url.clone().or(metadata.url.take());
    article
}
