//! What the recogniser knows of the world, kept apart from its code: built in natively, fetched once by a page.

mod bits;
mod file;
mod group;
mod hash;
mod hear;
mod keys;
mod known;
mod list;
mod path;
mod points;
mod tagger;
mod world;

#[cfg(target_arch = "wasm32")]
pub(crate) use file::is_loaded;
pub use file::{ModelError, load_model};
pub(crate) use file::{Reports, model, sections};
#[cfg(feature = "train")]
pub use file::{model_parts, write_model};
pub(crate) use hash::spread;
pub use hash::{Key, mix, word};
#[cfg(feature = "train")]
pub(crate) use hear::Each;
pub(crate) use hear::{Hear, Sum};
#[cfg(feature = "train")]
pub use known::write_known;
pub(crate) use list::List;
pub(crate) use path::Room;
pub(crate) use points::Points;
#[cfg(feature = "train")]
pub use tagger::write_tagger;
pub(crate) use tagger::{Tagger, runs};
#[cfg(feature = "train")]
pub use world::write_cues;
pub use world::{Classes, World, phrase};
