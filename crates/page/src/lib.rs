//! Postil's own page: an article shown, read, annotated and kept.
//!
//! In: the reader's events, and what the analysis module answers by message. Out: the page, and what the browser keeps.
//! It holds no rule of a language, and no analysis. What knows no browser is compiled natively too, for its tests.
#![cfg_attr(not(target_arch = "wasm32"), allow(dead_code, reason = "natively there are the tests, and no page"))]

mod flow;
mod page;
mod words;

#[cfg(target_arch = "wasm32")]
mod backup;
#[cfg(target_arch = "wasm32")]
mod dom;
#[cfg(target_arch = "wasm32")]
mod drafts;
#[cfg(target_arch = "wasm32")]
mod error;
#[cfg(target_arch = "wasm32")]
mod fetch;
#[cfg(target_arch = "wasm32")]
mod host;
#[cfg(target_arch = "wasm32")]
mod listener;
#[cfg(target_arch = "wasm32")]
mod other_tabs;
#[cfg(target_arch = "wasm32")]
mod shell;
#[cfg(target_arch = "wasm32")]
mod storage;
#[cfg(target_arch = "wasm32")]
mod views;
#[cfg(target_arch = "wasm32")]
mod worker;

/// Starts Postil's own page in this document.
///
/// # Errors
/// Throws when the document is not Postil's `index.html`.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn start(host: host::Host) -> Result<(), wasm_bindgen::JsValue> {
    console_error_panic_hook::set_once();
    Ok(shell::start(host)?)
}

/// Opens an article that another program hands over, once Postil has started.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn open(article: host::Article) {
    shell::open_handed_over(&article);
}
