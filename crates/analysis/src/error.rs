//! Why there is no analysis.

use postil::{ModelError, SnapshotError};
use wasm_bindgen::JsValue;

/// A failure of the analysis.
#[derive(Debug, thiserror::Error)]
pub(crate) enum AnalysisError {
    /// There is no article to read.
    #[error(transparent)]
    Snapshot(#[from] SnapshotError),
    /// [`crate::load`] was not called, or not waited for.
    #[error("the model is not loaded yet: await load() once before analyze()")]
    NoModel,
    /// Neither of two inputs, or both.
    #[error("analyze wants either {{html}} or {{text}}")]
    Input,
    /// The model's file cannot be had.
    #[error("{0}")]
    Fetch(String),
    /// The model is damaged, or not this version's.
    #[error(transparent)]
    Model(#[from] ModelError),
}

impl From<AnalysisError> for JsValue {
    fn from(error: AnalysisError) -> Self {
        match error {
            AnalysisError::Input => js_sys::TypeError::new(&error.to_string()).into(),
            _ => js_sys::Error::new(&error.to_string()).into(),
        }
    }
}
