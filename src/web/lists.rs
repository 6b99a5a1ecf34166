//! The word lists on their way into the module: fetched once, by whoever analyses.

use super::error::{WebError, said};
use crate::model::{is_loaded, load_lists};
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/web/lists.js")]
extern "C" {
    /// The text of `postil.lists` beside the module, or of the file at `url`.
    #[wasm_bindgen(js_name = fetchLists, catch)]
    async fn fetch_lists(url: Option<String>) -> Result<JsValue, JsValue>;
}

/// Fetches the lists, unless they are there.
pub(crate) async fn load(url: Option<String>) -> Result<(), WebError> {
    if !is_loaded() {
        let packed = fetch_lists(url).await.map_err(|why| WebError::Fetch(said(&why)))?;
        load_lists(&packed.as_string().unwrap_or_default())?;
    }
    Ok(())
}
