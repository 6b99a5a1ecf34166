//! All tests: native, in the browser, end to end.

use crate::{browser, dist, npm, project, wasm_tests};
use anyhow::{Context, Result, bail};
use std::fs;
use std::io::{IsTerminal, stdout};
use std::time::Instant;

/// The kinds of tests, in the order in which they run: cheapest first.
const KINDS: [&str; 3] = ["unit", "wasm", "e2e"];

/// Runs all tests, or those of one kind.
///
/// # Errors
/// At the first kind that fails, or when something they need cannot be had.
pub(crate) fn run(only: Option<&str>) -> Result<()> {
    if let Some(unknown) = only.filter(|kind| !KINDS.contains(kind)) {
        bail!("--only knows {}, and not “{unknown}”", KINDS.join(", "));
    }
    for kind in KINDS.into_iter().filter(|kind| only.is_none_or(|wanted| wanted == *kind)) {
        let begun = Instant::now();
        match kind {
            "unit" => unit()?,
            "wasm" => wasm_tests::run()?,
            _ => end_to_end()?,
        }
        println!("Tests of kind {kind} took {:.0} s", begun.elapsed().as_secs_f64());
    }
    Ok(())
}

/// Native tests and the examples in the documentation.
fn unit() -> Result<()> {
    project::run(project::cargo().args(["test", "--workspace"]), crate::build::GET_RUST)
}

/// The page itself, driven in Chromium by Node's test runner.
fn end_to_end() -> Result<()> {
    let chromium = browser::chromium()?;
    dist::run()?;
    let folder = project::root().join("tests/e2e");
    let entries = fs::read_dir(&folder).context("tests/e2e cannot be read")?;
    let mut files: Vec<_> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    files.retain(|path| path.to_string_lossy().ends_with(".test.mjs"));
    files.sort();
    if files.is_empty() {
        bail!("tests/e2e holds no *.test.mjs");
    }
    let reporter = if stdout().is_terminal() { "spec" } else { "tap" };
    let mut node = npm::node()?;
    // Each file starts a Chromium of its own: two at once are what two cores bear.
    node.args(["--test", "--test-concurrency=2"]).arg(format!("--test-reporter={reporter}")).args(files);
    npm::run(node.env("CHROME", chromium))
}
