//! The analysis as a module of its own: what JavaScript calls, and what answers the page from a worker.
//!
//! In: a page's HTML, a text, or a message of the page. Out: what was found, as JavaScript's objects or as a message.
#![cfg(target_arch = "wasm32")]

mod error;
mod exports;
mod model;
mod worker;

pub use exports::{AnalysisObject, Input, analyze, load};
pub use model::ModelSource;
pub use worker::{serve, warm_up};
