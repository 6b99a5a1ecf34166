//! The worker's end: answers what the page asks.

use crate::error::AnalysisError;
use js_sys::Array;
use postil::{Analysis, analyze};
use postil_document::{Request, answer_message};
use wasm_bindgen::prelude::*;

/// Answers one message of the page with `[answer, transfer]`; the answer of a request that failed is a sentence saying why.
#[wasm_bindgen]
#[must_use]
pub fn serve(message: &JsValue) -> Array {
    let outcome = analysis_of(&Request::from_message(message)).map_err(|error| error.to_string());
    let (answer, transfer) = answer_message(outcome.as_ref().map_err(String::as_str));
    Array::of2(&answer, &transfer)
}

fn analysis_of(request: &Request) -> Result<Analysis, AnalysisError> {
    Ok(analyze(&request.content.snapshot()?, &request.options))
}
