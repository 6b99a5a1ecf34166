//! What can go wrong on the page, said so that the reader knows what to do.

use crate::words;
use postil::SnapshotError;
use postil_document::BrowserError;
use wasm_bindgen::JsValue;

/// A failure of the page.
#[derive(Debug, thiserror::Error)]
pub(crate) enum PageError {
    /// The browser, or the analysis, refused something.
    #[error(transparent)]
    Browser(#[from] BrowserError),
    /// The page lacks a part that it was built with.
    #[error("{}", words::missing_part(.0))]
    Missing(&'static str),
    /// The browser starts no worker.
    #[error("{}", words::no_worker(.0))]
    NoWorker(String),
    /// A part of the analysis could not be fetched, or not be started.
    #[error("{}", words::not_loaded(.0))]
    NotLoaded(String),
    /// The analysis broke off.
    #[error("{}", words::broken_off(.0))]
    Broken(String),
    /// There is no article to read.
    #[error(transparent)]
    Snapshot(#[from] SnapshotError),
    /// What the reader noted could not be kept.
    #[error("{}", words::not_kept(.0))]
    NotKept(String),
    /// What was kept could not be read.
    #[error("{}", words::not_read(.0))]
    NotRead(String),
    /// Something could not be had, in words for the reader.
    #[error("{0}")]
    Fetch(String),
    /// The reader stopped it, or something overtook it.
    #[error("{}", words::STOPPED)]
    Cancelled,
}

impl PageError {
    /// Whether it may have gone by when the reader tries again.
    pub(crate) fn may_pass(&self) -> bool {
        matches!(self, Self::NoWorker(_) | Self::NotLoaded(_) | Self::Broken(_))
    }
}

impl From<JsValue> for PageError {
    fn from(thrown: JsValue) -> Self {
        Self::Browser(thrown.into())
    }
}

impl From<PageError> for JsValue {
    fn from(error: PageError) -> Self {
        js_sys::Error::new(&error.to_string()).into()
    }
}
