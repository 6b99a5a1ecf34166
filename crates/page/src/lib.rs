//! Postil's own page: an article shown, read, annotated and kept.
//!
//! In: the reader's events, and what the analysis module answers by message. Out: the page, and what the browser keeps.
//! It holds no rule of a language, and no analysis.
#![cfg(target_arch = "wasm32")]

mod dom;
mod error;
mod fetch;
mod listener;
mod page;
mod row;
mod storage;
mod tabs;
mod worker;

use wasm_bindgen::prelude::*;

/// Starts Postil's own page in this document.
///
/// # Errors
/// Throws when the document is not Postil's `index.html`.
#[wasm_bindgen]
pub async fn start() -> Result<(), JsValue> {
    console_error_panic_hook::set_once();
    Ok(page::start().await?)
}
