//! What training needs to see of the recogniser: features and the form of a model. Not part of the crate's interface.

use crate::analysis::{Prepared, prepare};
use crate::comment::Comment;
use crate::entity::{self, FeatureExtractor};
use crate::options::Options;
use crate::snapshot::from_text;
use crate::text::Span;

pub use crate::entity::training as names;
pub use crate::model::{
    LexicalResources, model_parts, phrase, word, write_cues, write_known, write_model, write_tagger,
};
pub use crate::quote::train as speakers;
pub use crate::quote::training as reports;

/// Reads the plain text of an article with the model that is loaded; `None` where there is nothing to read.
#[must_use]
pub fn read(text: &str) -> Option<reports::Prepared> {
    let snapshot = from_text(text).ok()?;
    let Prepared { article, comments, sentences, .. } = prepare(&snapshot, &Options::default());
    let (mentions, _) = entity::find(&article, &FeatureExtractor::new(&article.text, &sentences));
    let comments: Vec<Span> = comments.iter().map(|c: &Comment| c.span).collect();
    Some(reports::Prepared { article, comments, sentences, mentions })
}
