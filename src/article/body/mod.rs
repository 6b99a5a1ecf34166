//! The body of an article. In: a page's tree. Out: its text as folded blocks, and which of them are the article's.

mod boilerplate;
mod container;
mod context;
mod direction;
mod flow;
mod image;
mod measure;
mod note;
mod prose;
mod prune;
mod repeated;
mod table;
mod teaser;

pub(super) use boilerplate::{Boilerplate, Doubt};
pub(super) use container::article_nodes;
pub(super) use direction::is_right_to_left;
pub(crate) use flow::{FlowBlock, fold};
pub(super) use image::images_in;
pub(super) use measure::Measure;
pub(super) use prose::is_prose;
pub(super) use prune::prune;
pub(super) use teaser::teasers;
