//! The model on its way into the module: fetched once, by whoever analyses.

use crate::error::AnalysisError;
use js_sys::Uint8Array;
use postil::{is_model_loaded, load_model};
use postil_document::message_of;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/model.js")]
extern "C" {
    /// The bytes of `postil.model` beside the module, or of the file at `url`.
    #[wasm_bindgen(js_name = fetchModel, catch)]
    async fn fetch_model(url: Option<String>) -> Result<JsValue, JsValue>;
}

/// Fetches the model, unless it is there.
pub(crate) async fn fetch(url: Option<String>) -> Result<(), AnalysisError> {
    if !is_model_loaded() {
        let file = fetch_model(url).await.map_err(|why| AnalysisError::Fetch(message_of(&why)))?;
        load_model(&Uint8Array::new(&file).to_vec())?;
    }
    Ok(())
}
