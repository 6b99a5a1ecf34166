//! The core as it runs in a reader's browser: the same results as natively, on wasm's 32-bit words.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, reason = "these are tests, though clippy takes only #[test] for one")]

use postil::{Offsets, Options, Span, analyze, from_text};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

const TEXT: &str = "Mayor opens bridge 🌉\n\n“It stands,” said Ada Brook.\n";

#[wasm_bindgen_test]
fn analyses_a_pasted_text() {
    let analysis = analyze(&from_text(TEXT).unwrap(), &Options::default());
    let blocks: Vec<_> = analysis.article.blocks.iter().map(|block| block.span.str(TEXT)).collect();
    assert_eq!(blocks, ["Mayor opens bridge 🌉", "“It stands,” said Ada Brook."]);
}

#[wasm_bindgen_test]
fn counts_as_javascript_does() {
    let start = TEXT.find("It stands").unwrap();
    let span = Span::new(start, start + "It stands".len());
    let counted: Vec<u16> = TEXT.encode_utf16().collect();
    let (from, to) = Offsets::new(TEXT).span_utf16(TEXT, span);
    assert_eq!(String::from_utf16_lossy(&counted[from..to]), "It stands");
}
