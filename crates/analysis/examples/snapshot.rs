//! The core alone, as `cargo xtask bench --wasm --beside` times it: a page parsed once, and analysed again and again.
#![cfg(target_arch = "wasm32")]

use postil::{Options, Snapshot, analyze, from_html, load_model};
use wasm_bindgen::prelude::*;

/// Takes in the bytes of `postil.model`.
///
/// # Errors
/// When they are none.
#[wasm_bindgen]
pub fn load(model: Vec<u8>) -> Result<(), JsError> {
    Ok(load_model(&model)?)
}

/// A page on its way to an analysis.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Parsed(Snapshot);

#[wasm_bindgen]
impl Parsed {
    /// Parses `html`.
    ///
    /// # Errors
    /// When there is nothing to parse.
    #[wasm_bindgen(constructor)]
    pub fn new(html: &str) -> Result<Self, JsError> {
        Ok(Self(from_html(html)?))
    }

    /// How many quotes an analysis finds.
    #[must_use]
    pub fn quotes(&self) -> usize {
        analyze(&self.0, &Options::default()).quotes.len()
    }
}
