//! Names, dates and amounts, and which of them are the same thing. In: an article, its sentences and its language. Out: one
//! [`AnnotatedText`], which later stages share.

mod among_words;
mod annotated;
mod features;
mod kind;
mod lexicon;
mod mention;
mod name;
mod recognize;
mod resolve;
#[cfg(test)]
mod tests;
mod tokenized;
#[cfg(feature = "train")]
pub(crate) mod training;
mod value;

pub(crate) use annotated::AnnotatedText;
pub(crate) use features::{FeatureExtractor, FeatureSet};
pub use kind::EntityKind;
pub(crate) use lexicon::{LexicalClass, Lexicon};
pub use mention::{Cluster, ClusterId, Mention, MentionId};
pub(crate) use name::PersonName;
