//! An article's words. In: a text, its sentences and its language. Out: for each word how it is written and what it is known as, and for
//! each sentence how it uses capitals.

mod case;
mod compound;
mod form_features;
mod shape;
mod text;
mod tokens;
mod word;
mod word_cache;

pub(crate) use case::{Case, TokenizedSentence};
pub(crate) use form_features::{FormFeatures, WINDOW};
pub(crate) use shape::Shape;
pub(crate) use text::{TokenizedText, WordForm};
pub(crate) use word::Word;
pub(crate) use word_cache::MOST_CACHED;
