//! What can go wrong between Rust and the browser.

use wasm_bindgen::{JsCast, JsValue};

/// A failure of the browser, or of what came through it.
#[derive(Debug, thiserror::Error)]
pub enum BrowserError {
    /// The browser refused a call.
    #[error("the browser says: {0}")]
    Refused(String),
    /// The browser's parser gave no document.
    #[error("the browser could not read this page; save it as a file and open that, or paste its text")]
    NoDocument,
    /// The analysis failed, for the reason that it gives.
    #[error("{0}")]
    Analysis(String),
    /// What the worker answered is not readable.
    #[error(
        "the worker's answer cannot be read ({0}); its files may be from two versions: reload the page without the cache"
    )]
    Answer(#[from] postcard::Error),
}

impl From<JsValue> for BrowserError {
    fn from(thrown: JsValue) -> Self {
        Self::Refused(message_of(&thrown))
    }
}

/// What a thrown value says of itself.
#[must_use]
pub fn message_of(thrown: &JsValue) -> String {
    thrown
        .dyn_ref::<js_sys::Error>()
        .map(|e| String::from(e.message()))
        .or_else(|| thrown.as_string())
        .or_else(|| js_sys::JSON::stringify(thrown).ok().map(String::from))
        .unwrap_or_default()
}
