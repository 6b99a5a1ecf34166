//! The model on its way into the module: fetched once, by whoever analyses.

use super::error::{WebError, said};
use crate::model::{is_loaded, load_model};
use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/web/model.js")]
extern "C" {
    /// The bytes of `postil.model` beside the module, or of the file at `url`.
    #[wasm_bindgen(js_name = fetchModel, catch)]
    async fn fetch_model(url: Option<String>) -> Result<JsValue, JsValue>;
}

/// Fetches the model, unless it is there.
pub(crate) async fn load(url: Option<String>) -> Result<(), WebError> {
    if !is_loaded() {
        let file = fetch_model(url).await.map_err(|why| WebError::Fetch(said(&why)))?;
        load_model(&Uint8Array::new(&file).to_vec())?;
    }
    Ok(())
}
