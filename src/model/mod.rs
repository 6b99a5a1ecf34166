//! What the recogniser knows of the world, kept apart from its code: compiled in natively, fetched once by a page.

mod lists;

#[cfg(target_arch = "wasm32")]
pub(crate) use lists::is_loaded;
pub(crate) use lists::sections;
pub use lists::{ListsError, load_lists};
