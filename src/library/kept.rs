//! What is kept of an article besides its passages.

use serde::{Deserialize, Serialize};

/// An article of the library.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct KeptArticle {
    /// What its passages are kept under.
    pub source: String,
    /// Its title.
    pub title: String,
    /// When it was opened last, ISO 8601 UTC; empty when it never was.
    pub opened: String,
    /// Its address.
    pub url: Option<String>,
    /// The site's name.
    pub site: Option<String>,
    /// Who wrote it.
    pub byline: Option<String>,
    /// When it appeared, ISO 8601.
    pub published: Option<String>,
    /// How far it was read, 0 to 1.
    pub read: f64,
    /// Bytes of its text that are kept; 0 when it is not.
    pub size: u64,
    /// Who says its passages, as far as that is known.
    pub said: Vec<Said>,
}

/// Who says a passage.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Said {
    /// The passage's id.
    pub id: String,
    /// The speaker, or who wrote the comment.
    pub speaker: Option<String>,
    /// What the passage is.
    pub kind: PassageKind,
}

/// What a passage is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PassageKind {
    /// Words between quotation marks.
    Quote,
    /// A paraphrase.
    Paraphrase,
    /// The article's own words.
    OwnWords,
    /// Of a reader's comment.
    Comment,
    /// Not known: its article was not opened here yet.
    #[default]
    Unknown,
}

/// The text of an article, as it was opened.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptPage {
    /// What its passages are kept under.
    pub source: String,
    /// Whether `content` is HTML rather than text.
    pub html: bool,
    /// The page or text.
    pub content: String,
    /// Its address, where it has one.
    pub url: Option<String>,
}
