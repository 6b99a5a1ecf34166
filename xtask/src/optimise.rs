//! Binaryen's `wasm-opt`, from npm.

use crate::npm;
use anyhow::Result;
use std::path::Path;

/// What rustc's `wasm32-unknown-unknown` emits by default; named here too, for a module whose list of them was stripped.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// Optimises `input` into `output`, for size: `-O3` made it 0.6 % larger under brotli and an analysis no faster. The first kilobyte
/// of memory is the far end of the stack, where nothing lies that a pointer with an offset could mean.
///
/// # Errors
/// When Node or its packages cannot be had, or `wasm-opt` fails.
pub(crate) fn wasm(input: &Path, output: &Path) -> Result<()> {
    let mut command = npm::node()?;
    command
        .arg(npm::file("binaryen/bin/wasm-opt"))
        .args(["-Oz", "--converge", "--low-memory-unused"])
        .args(FEATURES)
        .arg(input)
        .arg("-o")
        .arg(output);
    npm::run(&mut command)
}
