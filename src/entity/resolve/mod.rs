//! Which mentions are the same thing, and what else means it. In: mentions among the words of a text. Out: clusters with their references and
//! descriptions.

mod clusters;
mod context;
mod describe;
mod epithet;
mod nominal;
mod people;
mod profile;
mod pronoun;
mod reference;
mod short_names;
mod wikidata;

pub(crate) use clusters::clusters_of;
pub(crate) use reference::add_references;
