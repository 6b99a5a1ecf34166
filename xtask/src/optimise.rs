//! Binaryen's `wasm-opt`, from npm.

use crate::npm;
use anyhow::Result;
use std::path::Path;

/// What rustc's `wasm32-unknown-unknown` emits by default, and the vectors of `.cargo/config.toml`; named here too, for a module whose list of them was stripped.
const FEATURES: [&str; 7] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
    "--enable-simd",
];

/// What a module is optimised for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Goal {
    /// What it weighs.
    Size,
    /// How fast it runs.
    Speed,
}

/// Optimises `input` into `output`. The first kilobyte of memory is the far end of the stack, where nothing lies that a pointer with an
/// offset could mean.
///
/// # Errors
/// When Node or its packages cannot be had, or `wasm-opt` fails.
pub(crate) fn wasm(input: &Path, output: &Path, goal: Goal) -> Result<()> {
    let mut command = npm::node()?;
    command
        .arg(npm::file("binaryen/bin/wasm-opt"))
        .args([if goal == Goal::Size { "-Oz" } else { "-O3" }, "--converge", "--low-memory-unused"])
        .args(FEATURES)
        .arg(input)
        .arg("-o")
        .arg(output);
    npm::run(&mut command)
}
