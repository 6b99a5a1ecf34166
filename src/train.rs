//! What training needs to see of the recogniser: features and the form of a model. Not part of the crate's interface.

pub use crate::entity::training as names;
pub use crate::model::{World, phrase, word, write_model, write_tagger};
