//! Speech reported without marks.
//! In: the text's words, segments and names. Out: quotes, each with its cue and its speaker.

mod according;
mod clauses;
mod features;
mod quotes;
mod refine;
mod reported_passage;
mod source_phrase;
mod tagged_reports;
#[cfg(feature = "train")]
pub(crate) mod training;

pub(super) use self::quotes::reported_quotes;
