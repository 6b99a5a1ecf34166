//! The worker's end: answers what the page asks.

use crate::error::AnalysisError;
use js_sys::Array;
use postil::{Analysis, Options, analyze};
use postil_document::{Content, Request, answer_message};
use wasm_bindgen::prelude::*;

/// An invented article with something of everything that an analysis looks at.
const WARM_UP: &str = include_str!("warm_up.html");

/// Answers one message of the page with `[answer, transfer]`; the answer of a request that failed is a sentence saying why.
#[wasm_bindgen]
#[must_use]
pub fn serve(message: &JsValue) -> Array {
    let outcome = analysis_of(&Request::from_message(message)).map_err(|error| error.to_string());
    let (answer, transfer) = answer_message(outcome.as_ref().map_err(String::as_str));
    Array::of2(&answer, &transfer)
}

/// Reads an invented article and forgets it, so that the first real one finds tables built and code compiled.
#[wasm_bindgen(js_name = warmUp)]
pub fn warm_up() {
    let content = Content::Html(WARM_UP.to_owned());
    let analysis = analysis_of(&Request { content, options: Options::default() });
    let _ = answer_message(analysis.as_ref().map_err(|_| ""));
}

fn analysis_of(request: &Request) -> Result<Analysis, AnalysisError> {
    Ok(analyze(&request.content.snapshot()?, &request.options))
}
