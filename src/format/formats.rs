//! The forms that there are. A new one is a file of its own, and its line here.

use super::article_format::ArticleFormat;
use super::notes_format::NotesFormat;
use super::{hypothesis, markdown, notes_page, notes_table, record, w3c};

/// Forms for what was found in articles.
pub static ARTICLE_FORMATS: &[&ArticleFormat] = &[
    &record::JSON,
    &markdown::ARTICLES,
    #[cfg(not(target_arch = "wasm32"))]
    &super::csv::ARTICLES,
];

/// Forms for a reader's notes.
pub static NOTES_FORMATS: &[&NotesFormat] =
    &[&w3c::NOTES, &markdown::NOTES, &notes_page::NOTES, &notes_table::NOTES, &hypothesis::NOTES];
