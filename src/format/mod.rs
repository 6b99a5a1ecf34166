//! The forms in which an analysis or a reader's notes leave and enter Postil, one file a format.
//! In: a view of an analysis, or notes. Out: text, rows, pages, JSON; and notes from the forms that hold them.

mod article_format;
mod cell;
mod citation;
#[cfg(not(target_arch = "wasm32"))]
pub mod csv;
mod embedded;
mod foreign;
mod formats;
pub mod hypothesis;
mod import;
mod imported;
mod iri;
mod json;
mod label;
mod library;
pub mod markdown;
mod notes_format;
mod notes_page;
mod notes_table;
pub mod record;
mod view;
pub mod w3c;

pub use article_format::{ArticleFormat, ArticleWriter, StartWriter};
pub use citation::citation;
pub use foreign::Foreign;
pub use formats::{ARTICLE_FORMATS, NOTES_FORMATS};
pub use import::{MAX_IMPORT, import};
pub use imported::{FormatError, Imported, Rejected};
pub use label::{KINDS, heading, quote_name, type_name, type_of};
pub use library::Library;
pub use notes_format::{NotesFormat, NotesView};
pub use view::{AnalysisView, Parts};
