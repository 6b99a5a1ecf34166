//! The model on its way into the module: fetched once, by whoever analyses, or handed in.

use crate::error::AnalysisError;
use js_sys::Uint8Array;
use postil::{is_model_loaded, load_model};
use postil_document::message_of;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/model.js")]
extern "C" {
    /// Where the model comes from.
    #[wasm_bindgen(typescript_type = "string | URL | Response | BufferSource | Promise<Response | BufferSource>")]
    pub type ModelSource;

    /// The bytes of the model: those of `source`, or of `postil.model` beside the module.
    #[wasm_bindgen(js_name = modelBytes, catch)]
    async fn model_bytes(source: Option<ModelSource>) -> Result<JsValue, JsValue>;
}

/// Takes the model in, unless it is there.
pub(crate) async fn load_from(source: Option<ModelSource>) -> Result<(), AnalysisError> {
    if !is_model_loaded() {
        let file = model_bytes(source).await.map_err(|why| AnalysisError::Fetch(message_of(&why)))?;
        load_model(&Uint8Array::new(&file).to_vec())?;
    }
    Ok(())
}
