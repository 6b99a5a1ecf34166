//! What JavaScript may call.

use crate::error::AnalysisError;
use crate::model::{self, ModelSource};
use postil::{Options, from_html, from_text, is_model_loaded};
use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("exports.d.ts");

#[wasm_bindgen]
extern "C" {
    /// An `Input` of `exports.d.ts`.
    #[wasm_bindgen(typescript_type = "Input")]
    pub type Input;
    /// An `Analysis` of `exports.d.ts`.
    #[wasm_bindgen(typescript_type = "Analysis")]
    pub type AnalysisObject;
}

/// The fields of an [`Input`].
#[derive(Deserialize)]
struct Fields {
    html: Option<String>,
    text: Option<String>,
    url: Option<String>,
    published: Option<String>,
}

/// Analyses a page (`html`) or a plain `text`; in a page, in a worker, or in Node.
///
/// Spans of the result count UTF-16 units, as JavaScript's strings do.
///
/// # Errors
/// Throws before [`load`], when neither or both of `html` and `text` are given, or when there is nothing to read.
#[wasm_bindgen]
pub fn analyze(input: Input) -> Result<AnalysisObject, JsValue> {
    if !is_model_loaded() {
        return Err(AnalysisError::NoModel.into());
    }
    let Fields { html, text, url, published } = serde_wasm_bindgen::from_value(input.into())?;
    let snapshot = match (html, text) {
        (Some(html), None) => from_html(&html).map_err(AnalysisError::from)?,
        (None, Some(text)) => from_text(&text).map_err(AnalysisError::from)?,
        _ => return Err(AnalysisError::Input.into()),
    };
    let analysis = postil::analyze(&snapshot, &Options { url, published }).in_utf16();
    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
    let object = analysis.serialize(&serializer)?;
    js_sys::Reflect::set(&object, &"document".into(), &analysis.view().parts().serialize(&serializer)?)?;
    Ok(object.unchecked_into())
}

/// Takes in the model that [`analyze`] needs: `postil.model` beside `analysis.js`, the file at an address, or what was fetched
/// or read already. Once is enough.
///
/// # Errors
/// Throws when it cannot be fetched, is damaged, or is another version's.
#[wasm_bindgen]
pub async fn load(source: Option<ModelSource>) -> Result<(), JsValue> {
    console_error_panic_hook::set_once();
    Ok(model::load_from(source).await?)
}
