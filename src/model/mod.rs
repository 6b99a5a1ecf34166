//! What the recogniser knows of the world, kept apart from its code: built in natively, fetched once by a page.

mod bits;
mod file;
mod hash;
mod keys;
mod tagger;
mod world;

#[cfg(target_arch = "wasm32")]
pub(crate) use file::is_loaded;
#[cfg(feature = "train")]
pub use file::write_model;
pub use file::{ModelError, load_model};
pub(crate) use file::{model, sections};
pub use hash::{Key, mix, word};
#[cfg(feature = "train")]
pub use tagger::write_tagger;
pub(crate) use tagger::{Scores, Tagger};
pub use world::{Classes, World, phrase};
