//! What JavaScript may call: `start` for the page, `analyze` for everybody.

use super::error::WebError;
use super::row::field;
use super::{flat, model, page};
use crate::analysis::analyze as run;
use crate::model::is_loaded;
use crate::options::Options;
use crate::snapshot::from_text;
use serde::Serialize;
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

/// Analyses a page (`html`, parsed by the browser's inert parser, so on the main thread only) or a plain `text`.
///
/// Spans of the result count UTF-16 units, as JavaScript's strings do.
///
/// # Errors
/// Throws before [`load`], when neither or both of `html` and `text` are given, or when there is nothing to read.
#[expect(unreachable_pub, reason = "wasm-bindgen exports what is pub, reached from JavaScript")]
#[wasm_bindgen]
pub fn analyze(input: Input) -> Result<AnalysisObject, JsValue> {
    if !is_loaded() {
        return Err(js_sys::Error::new("the model is not loaded yet: await load() once before analyze()").into());
    }
    let part = |key| field(&input, key).as_string();
    let options = Options { url: part("url"), published: part("published") };
    let snapshot = match (part("html"), part("text")) {
        (Some(html), None) => flat::snapshot(&flat::flatten_html(&html)?),
        (None, Some(text)) => from_text(&text).map_err(WebError::from)?,
        _ => return Err(js_sys::TypeError::new("analyze wants either {html} or {text}").into()),
    };
    let analysis = run(&snapshot, &options).in_utf16();
    let object = analysis.serialize(&serde_wasm_bindgen::Serializer::json_compatible())?;
    Ok(object.unchecked_into())
}

/// Fetches the model that [`analyze`] needs: `postil.model` beside `postil.js`, or the file at `url`. Once is enough.
///
/// # Errors
/// Throws when it cannot be fetched, is damaged, or is another version's.
#[expect(unreachable_pub, reason = "wasm-bindgen exports what is pub, reached from JavaScript")]
#[wasm_bindgen]
pub async fn load(url: Option<String>) -> Result<(), JsValue> {
    Ok(model::load(url).await?)
}

/// Starts Postil's own page in this document.
///
/// # Errors
/// Throws when the document is not Postil's `index.html`.
#[expect(unreachable_pub, reason = "wasm-bindgen exports what is pub, reached from JavaScript")]
#[wasm_bindgen]
pub async fn start() -> Result<(), JsValue> {
    console_error_panic_hook::set_once();
    Ok(page::start().await?)
}
