//! Every word that the page says, in one table; `www/templates.html` and `index.html` hold those that never change.
//!
//! In: what a sentence is about. Out: the sentence. Another language is another file beside [`en`], chosen here.

mod en;
mod kinds;
mod library;
mod notes;
#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests;

pub(crate) use en::*;
pub(crate) use kinds::*;
pub(crate) use library::*;
pub(crate) use notes::*;
