//! What the recogniser knows of the world, kept apart from its code: built in natively, fetched once by a page.

mod bits;
mod decoder;
mod file;
mod group;
mod hash;
mod keys;
mod known;
mod lexical;
mod list;
mod scores;
mod sink;
mod tagger;

pub(crate) use decoder::DecoderScratch;
pub use file::{ModelError, is_loaded, load_model};
pub(crate) use file::{Reports, model, sections};
#[cfg(feature = "train")]
pub use file::{model_parts, write_model};
pub(crate) use hash::spread;
pub use hash::{Key, mix, word};
#[cfg(feature = "train")]
pub use known::write_known;
#[cfg(feature = "train")]
pub use lexical::write_cues;
pub use lexical::{Classes, LexicalResources, phrase};
pub(crate) use list::List;
pub(crate) use scores::EmissionScores;
#[cfg(feature = "train")]
pub(crate) use sink::Each;
pub(crate) use sink::{FeatureSink, Sum};
#[cfg(feature = "train")]
pub use tagger::write_tagger;
pub(crate) use tagger::{Tagger, runs};
