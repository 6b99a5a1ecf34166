//! Postil: open a news article and see who said what, about whom, and what the readers answered.
//!
//! ```text
//!  live DOM ─┐
//!  HTML ─────┼─► Snapshot ─► Article + Comments ─► Mentions, Clusters ─► Quotes ─► Analysis
//!  text ─────┘
//!                Annotation (the reader's) ◄──► Selectors ◄──► Span ──► highlights, panels, exports
//! ```
//!
//! An article is one string, and all that is found in it or added to it is a [`Span`] of that string.
//! Modules stand in the order in which data flows, and import only from those before them:
//!
//! | module | one line |
//! |---|---|
//! | `options` | what a caller may set |
//! | `text` | spans, offsets, lines, tokens |
//! | `language` | what is particular to one: words and a few rules |
//! | `sentence` | the sentences of a block |
//! | `date` | dates, times and ages as people print and machines write them |
//! | `snapshot` | a page as plain data |
//! | `article` | title, byline, date and blocks out of a snapshot |
//! | `comment` | the readers' thread below the article |
//! | `model` | what was learned: labels, weights, word lists |
//! | `entity` | names, dates and amounts, and which of them are the same |
//! | `quote` | quoted passages, their cues and speakers |
//! | `alignment` | what each comment answers, and how true its quotations are |
//! | `anchor` | spans to selectors and back |
//! | `annotation` | what the reader adds: tags, notes, corrections, undo |
//! | `library` | all that is kept of all articles, searched |
//! | [`mod@format`] | W3C JSON-LD, Markdown, CSV, JSON Lines |
//! | `analysis` | the stages in order |
//!
//! Start with [`from_html`] or [`from_text`], then [`analyze`]; [`mod@format`] writes out what was found. For a reader's notes: [`describe`] a
//! passage, [`resolve`] it in the text as it is now, and let a [`Notebook`] keep them.
//! What knows a browser builds on this crate and lies beside it: `crates/document`, `crates/analysis` and `crates/page`.

mod alignment;
mod analysis;
mod anchor;
mod annotation;
mod article;
mod comment;
mod date;
mod entity;
pub mod format;
mod language;
mod library;
#[allow(unreachable_pub, reason = "training sees more of it than the crate shows")]
mod model;
mod options;
#[doc(hidden)]
pub mod order;
mod quote;
mod sentence;
mod snapshot;
mod text;
#[cfg(feature = "train")]
#[doc(hidden)]
pub mod train;

pub use alignment::{Answer, AnsweredBy, CommentAnswers, Fidelity, Quotation, quote_over};
pub use analysis::{Analysis, analyze};
pub use anchor::{
    Piece, Resolution, Selectors, TextPosition, TextQuote, describe, difference, passage_link, quote_link, resolve,
    resolve_all,
};
pub use annotation::{
    Annotation, AnnotationSet, ArticleIdentity, Change, Command, Correction, DEFAULT_TAGS, Deletion, Edit, History,
    Intake, KnownArticle, Merged, Notebook, NotebookError, Placed, Sketch, Standing, Step, TAG_HUES, Tag, TagBook,
    TagCommand, TagEdit, TagUse, Versions, correct, mention_at, quote_at, same_tag, source_key, tag_parts, tag_rows,
    tag_uses, take_in, tidy_tags,
};
pub use article::{Article, Block, BlockKind, Image, Link, Metadata};
pub use comment::Comment;
pub use date::iso_date;
pub use entity::{Cluster, ClusterId, EntityKind, Mention, MentionId};
pub use library::{KeptArticle, KeptPage, Matches, PassageKind, Query, Said, Shelf, ShelvedArticle, ShelvedPassage};
pub use model::{ModelError, is_loaded as is_model_loaded, load_model};
pub use options::Options;
pub use quote::{Quote, QuoteKind, Speaker, Voice, voices};
pub use sentence::Sentence;
#[cfg(any(not(target_arch = "wasm32"), test))]
pub use snapshot::decode;
pub use snapshot::{
    Builder, KEPT_ATTRIBUTES, MAX_BYTES, Node, NodeKind, Snapshot, SnapshotError, Source, from_html, from_text,
    sniff_encoding,
};
pub use text::{Offsets, Span, Token, TokenKind, tokenize};
