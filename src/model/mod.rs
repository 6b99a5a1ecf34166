//! What was learned, apart from the code that uses it. In: a model file, and the features of words. Out: their labels, the word lists, and
//! what is known of words and names.

mod bits;
mod decoder;
mod file;
mod group;
mod hash;
mod keys;
mod label;
mod lexical;
mod list;
mod posterior;
mod scores;
mod sink;
mod tagger;
mod wikidata;

pub(crate) use decoder::DecoderScratch;
pub use file::{ModelError, is_loaded, load_model};
pub(crate) use file::{Reports, model, sections};
#[cfg(feature = "train")]
pub use file::{model_parts, write_model};
pub use hash::{Key, mix, word};
pub(crate) use label::KINDS;
#[cfg(feature = "train")]
pub(crate) use label::write_span;
pub use label::{LABELS, Label, labelled_spans};
#[cfg(feature = "train")]
pub use lexical::write_cues;
pub use lexical::{LexicalResources, WordClusters, phrase};
pub(crate) use list::List;
pub(crate) use posterior::Posterior;
pub(crate) use scores::EmissionScores;
#[cfg(feature = "train")]
pub(crate) use sink::FeatureVisitor;
pub(crate) use sink::{EmissionSum, FeatureSink};
pub(crate) use tagger::Tagger;
#[cfg(feature = "train")]
pub use tagger::write_tagger;
#[cfg(feature = "train")]
pub use wikidata::write_wikidata_items;
