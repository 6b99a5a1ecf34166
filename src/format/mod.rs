//! The forms in which an analysis or a reader's notes leave and enter Postil, one file a format.
//! In: a view of an analysis, or notes. Out: text, rows, JSON-LD; and notes from JSON-LD.

mod citation;
#[cfg(not(target_arch = "wasm32"))]
pub mod csv;
mod label;
pub mod markdown;
pub mod record;
mod view;
pub mod w3c;

pub use citation::citation;
pub use label::{KINDS, heading, quote_name, type_name, type_of};
pub use view::{AnalysisView, Parts};
