//! An article: one text, what stands where in it, and what is known of it besides.

use super::block::{Block, BlockKind, Image, Link};
use crate::language::{Language, language_of};
use crate::sentence::{Sentence, sentences};
use crate::text::Span;
use serde::{Deserialize, Serialize};

/// What is known of the article besides its text. Strings are as printed unless said otherwise.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Metadata {
    /// The headline.
    pub title: Option<String>,
    /// Who wrote it, names separated by `, `, without “By”.
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
