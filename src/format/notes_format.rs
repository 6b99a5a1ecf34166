//! A form in which a reader's notes leave Postil.

use crate::annotation::Annotation;
use crate::article::Metadata;

/// A form for the notes on one article.
#[derive(Debug)]
pub struct NotesFormat {
    /// Its name, for people: a proper name in every language.
    pub name: &'static str,
    /// How the names of its files end, without the full stop.
    pub extension: &'static str,
    /// Its media type.
    pub media_type: &'static str,
    /// Writes the notes on an article, in the order given.
    pub write: fn(&[Annotation], &Metadata) -> String,
}
