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
//! | `options` | thresholds and switches |
//! | `text` | spans, offsets, tokens, sentences |
//! | `language` | what is particular to one: word lists and a few rules |
//! | `snapshot` | a page as plain data |
//! | `article` | title, byline, date and blocks out of a snapshot |
//! | `model` | what the recogniser knows: word lists |
//! | `entity` | names, dates and amounts, and which of them are the same |
//! | `quote` | quoted passages, their cues and speakers |
//! | `comment` | the readers' thread below the article |
//! | `anchor` | spans to selectors and back |
//! | `annotation` | what the reader adds: tags, notes, undo |
//! | `format` | W3C JSON-LD, Markdown, CSV, JSON Lines |
//! | `analysis` | the stages in order |
//!
//! What knows a browser builds on this crate and lies beside it: `crates/document`, `crates/analysis` and `crates/page`.

mod analysis;
mod anchor;
mod annotation;
mod article;
mod comment;
mod entity;
pub mod format;
mod language;
#[allow(unreachable_pub, reason = "training sees more of it than the crate shows")]
mod model;
mod options;
mod quote;
mod snapshot;
mod text;
#[cfg(feature = "train")]
#[doc(hidden)]
pub mod train;

pub use analysis::{Analysis, analyze};
pub use anchor::{Selectors, TextPosition, TextQuote, describe, passage_link, resolve};
pub use annotation::{
    Annotation, Change, Command, Correction, DEFAULT_TAGS, Merged, Notebook, NotebookError, Placed, TagUse, correct,
    mention_at, quote_at, source_key, tidy_tags,
};
pub use article::{Article, Block, BlockKind, Image, Link, Metadata};
pub use comment::Comment;
pub use entity::{Cluster, EntityKind, Mention};
pub use model::{ModelError, is_loaded as is_model_loaded, load_model};
pub use options::Options;
pub use quote::{Quote, QuoteKind, Speaker, Voice, voices};
#[cfg(any(not(target_arch = "wasm32"), test))]
pub use snapshot::decode;
pub use snapshot::{
    Builder, KEPT_ATTRIBUTES, MAX_BYTES, Node, NodeKind, Snapshot, SnapshotError, Source, from_html, from_text,
    sniff_encoding,
};
pub use text::{Offsets, Sentence, Span, Token, TokenKind, sentences, tokenize};
