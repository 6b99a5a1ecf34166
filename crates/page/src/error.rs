//! What can go wrong in the browser, said so that the reader knows what to do.

use crate::model::ModelError;
use crate::snapshot::SnapshotError;
use wasm_bindgen::{JsCast, JsValue};

/// A failure in the browser.
#[derive(Debug, thiserror::Error)]
pub(crate) enum WebError {
    /// The browser refused a call.
    #[error("the browser says: {0}")]
    Browser(String),
    /// The page lacks a part that it was built with.
    #[error("the page lacks “{0}”; its folder may be from two versions: reload it without the cache")]
    Missing(&'static str),
    /// There is no article to read.
    #[error(transparent)]
    Snapshot(#[from] SnapshotError),
    /// The reader's notes could not be kept.
    #[error(
        "your notes could not be kept in this browser ({0}); export them now, they stay here until the tab is closed"
    )]
    Storage(String),
    /// Another site's page could not be fetched.
    #[error("{0}")]
    Fetch(String),
    /// What the worker answered is not readable.
    #[error(
        "the worker's answer cannot be read ({0}); its files may be from two versions: reload the page without the cache"
    )]
    Answer(#[from] postcard::Error),
    /// The model is damaged, or not this version's.
    #[error(transparent)]
    Model(#[from] ModelError),
    /// The reader stopped it.
    #[error("stopped")]
    Cancelled,
}

impl From<JsValue> for WebError {
    fn from(value: JsValue) -> Self {
        Self::Browser(said(&value))
    }
}

impl From<WebError> for JsValue {
    fn from(error: WebError) -> Self {
        js_sys::Error::new(&error.to_string()).into()
    }
}

/// What a thrown value says of itself.
pub(crate) fn said(value: &JsValue) -> String {
    value
        .dyn_ref::<js_sys::Error>()
        .map(|e| String::from(e.message()))
        .or_else(|| value.as_string())
        .or_else(|| js_sys::JSON::stringify(value).ok().map(String::from))
        .unwrap_or_default()
}
