//! What training needs to see of the recogniser: features and the form of a model. Not part of the crate's interface.

use crate::analysis::{Prepared as PreparedText, prepare};
use crate::entity::{AnnotatedText, EntityKind, training};
use crate::options::Options;
use crate::snapshot::from_text;
use crate::text::Span;

pub use crate::entity::training::Example;
pub use crate::model::{
    LABELS, Label, LexicalResources, labelled_spans, model_parts, phrase, word, write_cues, write_model, write_tagger,
    write_wikidata_items,
};
pub use crate::quote::train::{Choice, SIZE};
pub use crate::quote::training::Prepared;

/// Prepares the plain text of an article as the analysis does, with the model that is loaded; `None` where there is nothing to read, or no
/// pack for its language.
#[must_use]
pub fn prepared(text: &str) -> Option<Prepared> {
    let snapshot = from_text(text).ok()?;
    let PreparedText { article, comments, sentences, language } = prepare(&snapshot, &Options::default());
    let language = language?;
    let (mentions, _) = AnnotatedText::new(&article, sentences.clone(), Some(language)).into_entities();
    let comments: Vec<Span> = comments.iter().map(|c| c.span).collect();
    Some(Prepared { article, comments, sentences, mentions, language })
}

/// The sentences of a plain text, as the analysis prepares them, with what the tagger of names sees of their words. `names` are the annotated
/// names and their kinds (0 to 3), in order, without overlap; `first_pass` are the labels that all words got in one, if there was one.
#[must_use]
pub fn name_examples(
    text: &str,
    names: &[(Span, u8)],
    resources: &LexicalResources,
    first_pass: Option<&[Label]>,
) -> Vec<Example> {
    let Ok(snapshot) = from_text(text) else { return Vec::new() };
    let PreparedText { sentences, language, .. } = prepare(&snapshot, &Options::default());
    language.map(|l| training::examples(text, &sentences, l, names, resources, first_pass)).unwrap_or_default()
}

/// Finds the names in a plain text with the model that is loaded, and nothing else; gives how many.
#[must_use]
pub fn count_names(text: &str) -> usize {
    let Ok(snapshot) = from_text(text) else { return 0 };
    let PreparedText { sentences, language, .. } = prepare(&snapshot, &Options::default());
    language.map(|l| training::count_names(text, &sentences, l)).unwrap_or_default()
}

/// The code by which a model file knows a kind.
#[must_use]
pub fn kind_code(kind: EntityKind) -> u8 {
    kind.code()
}
