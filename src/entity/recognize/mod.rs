//! Names in a text. In: features, and which words belong to dates and amounts. Out: mentions with the edges and kinds that readers expect, not
//! yet in clusters.

mod agree;
mod edges;
mod families;
mod join;
mod mentions;
mod names;
mod refine;
mod spread;

#[cfg(test)]
pub(crate) use agree::settle_kinds;
#[cfg(test)]
pub(crate) use edges::with_edges_repaired;
pub(crate) use mentions::mentions_of;
#[cfg(feature = "train")]
pub(crate) use names::tagged_names;
