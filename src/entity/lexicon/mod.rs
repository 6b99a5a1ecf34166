//! What words are known as. In: a word or phrase in lower case. Out: the classes that the loaded word lists put it in.

mod class;
mod words;

pub(crate) use class::LexicalClass;
pub(crate) use words::Lexicon;
