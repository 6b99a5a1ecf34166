//! All that is kept of all articles.
//! In: articles and passages as they are stored. Out: those that match a reader's words and filters.

mod kept;
mod query;
mod shelf;

pub use kept::{KeptArticle, KeptPage, PassageKind, Said};
pub use query::{Matches, Query};
pub use shelf::{Shelf, ShelvedArticle, ShelvedPassage};
