//! What the reader adds to an article: tagged and noted passages, and what is set right in it.
//! In: commands. Out: what they changed, with undo; and the findings with the corrections worked in.

mod command;
mod correction;
mod history;
mod identity;
mod instant;
mod intake;
mod merge;
mod notebook;
mod passage;
mod precedence;
mod recognition;
mod sketch;
mod source;
mod tag;
mod tags;
mod versions;

pub use command::{Change, Command, NotebookError};
pub use correction::{Correction, correct, mention_at, quote_at};
pub use history::{Edit, History, Step, tag_rows};
pub use identity::ArticleIdentity;
pub(crate) use instant::utc_time;
pub use intake::{Intake, take_in};
pub use merge::Merged;
pub use notebook::{Notebook, Placed};
pub use passage::Annotation;
pub use recognition::KnownArticle;
pub use sketch::Sketch;
pub(crate) use source::Fnv;
pub use source::source_key;
pub use tag::{TAG_HUES, Tag, TagBook, TagCommand, TagEdit, same_tag, tag_parts};
pub use tags::{DEFAULT_TAGS, TagUse, tag_uses, tidy_tags};
pub use versions::{AnnotationSet, Deletion, Standing, Versions};
