//! Sentences around quotes.
//! In: segments, sentences and names. Out: frames, each a sentence with its quotes folded, and the noun phrases in them.

mod chunk;
mod chunking;
mod class;
mod class_cache;
mod cue;
mod frame;
mod framing;
mod near_quotes;
mod noun_phrase;
mod phrase;
mod somebody;
mod subject;
mod window;

pub(super) use self::chunk::{Chunk, Link, Tie};
pub(super) use self::chunking::{antecedent, chunks};
pub(super) use self::class::{Class, word_class};
pub(super) use self::cue::is_report_noun;
pub(super) use self::frame::{Frame, Item};
pub(super) use self::framing::frames;
pub(super) use self::noun_phrase::{ending_at, starting_at};
pub(super) use self::phrase::{Head, Phrase};
pub(super) use self::somebody::is_somebody;
pub(super) use self::subject::{closing_subject, first_subject, is_governed, main_subject, subject_before};
pub(super) use self::window::ClauseWindow;
