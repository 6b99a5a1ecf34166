//! The words of a text.

use super::shape::Shape;
use crate::entity::lexicon::LexicalClass;
use crate::text::Span;
use std::rc::Rc;

/// A word or mark of the article.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Word<'t> {
    pub(crate) text: &'t str,
    pub(crate) span: Span,
    pub(crate) shape: Shape,
    /// Index into the vocabulary; equal for words equal in lower case.
    pub(crate) entry: usize,
    /// Index into the forms; equal for words written alike.
    pub(crate) form: usize,
    pub(crate) class: LexicalClass,
    /// Whether a capital here may only mean that a sentence, quote or item begins.
    pub(crate) begins: bool,
}

impl Word<'_> {
    pub(crate) fn is(&self, class: LexicalClass) -> bool {
        self.class.any(class)
    }

    /// Whether it is written with a capital or in capitals.
    pub(crate) fn is_capital(&self) -> bool {
        matches!(self.shape, Shape::Capital | Shape::Upper | Shape::Initial | Shape::Mixed)
    }
}

/// A distinct word of the article, in lower case.
#[derive(Clone, Debug)]
pub(crate) struct VocabularyEntry {
    pub(crate) lower: Rc<str>,
    /// Times written in lower case.
    pub(crate) lower_count: u32,
    /// Times capitalised inside a sentence of prose.
    pub(crate) capital_count: u32,
    /// Whether a date or amount may begin with it.
    pub(crate) may_open_value: bool,
}
