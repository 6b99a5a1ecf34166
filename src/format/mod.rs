//! The forms in which an analysis or a reader's notes leave and enter Postil, one file a format.
//! In: a view of an analysis, or notes. Out: text, rows, JSON-LD; and notes from JSON-LD.

mod article_format;
mod citation;
#[cfg(not(target_arch = "wasm32"))]
pub mod csv;
mod formats;
mod label;
pub mod markdown;
mod notes_format;
pub mod record;
mod view;
pub mod w3c;

pub use article_format::{ArticleFormat, ArticleWriter, StartWriter};
pub use citation::citation;
pub use formats::{ARTICLE_FORMATS, NOTES_FORMATS};
pub use label::{KINDS, heading, quote_name, type_name, type_of};
pub use notes_format::NotesFormat;
pub use view::AnalysisView;
