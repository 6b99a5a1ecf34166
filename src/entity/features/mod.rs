//! What taggers see of words. In: a tokenized text, and the loaded model's lexical resources. Out: features, and the scores that a tagger
//! gives for them.

mod document;
mod emissions;
mod extractor;
mod feature;
mod first_pass;
mod form;
mod gazetteer;

pub(crate) use extractor::{FeatureExtractor, FeatureSet};
pub(crate) use first_pass::{emit_first_pass, tally_labels};
