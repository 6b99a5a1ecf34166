//! What can go wrong on the page, said so that the reader knows what to do.

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
    #[error("the page lacks “{0}”; its folder may be from two versions: reload it without the cache")]
    Missing(&'static str),
    /// The browser starts no worker.
    #[error(
        "this browser does not let the page start the worker that reads articles ({0}); allow workers for this site, or open it in another browser"
    )]
    NoWorker(String),
    /// A part of the analysis could not be fetched, or not be started.
    #[error("the analysis could not be loaded ({0}); check the connection, then try again")]
    NotLoaded(String),
    /// The analysis broke off.
    #[error("the analysis broke off while it read this article ({0}); try again, or open only a part of the article")]
    Broken(String),
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
    /// The reader stopped it.
    #[error("stopped")]
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
