//! The tests that need a browser: `#[wasm_bindgen_test]` ones, compiled to wasm and run in Chromium and Firefox.

use crate::browser::{self, Kind};
use crate::{build, bundle, page, project};
use anyhow::{Context, Result, bail};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;
use wasm_bindgen_cli_support::Bindgen;
use wasmparser::{Parser, Payload};

/// The longest that a test module may say nothing: a slow machine starts a browser in a few seconds.
const PATIENCE: Duration = Duration::from_secs(90);

/// Compiles the tests and runs them in Chromium, and in Firefox where it is installed.
///
/// # Errors
/// When they do not compile, when one fails, or when there is none at all.
pub(crate) fn run() -> Result<()> {
    let chromium = browser::chromium()?;
    let modules = compile()?;
    in_browser(Kind::Chromium, &chromium, &modules)?;
    match browser::find(Kind::Firefox)? {
        Some(firefox) => in_browser(Kind::Firefox, &firefox, &modules),
        None => {
            println!("Firefox is not on this machine (or named in FIREFOX): its run is left out.");
            Ok(())
        }
    }
}

/// Compiles the test modules and makes each a folder with its page.
fn compile() -> Result<Vec<PathBuf>> {
    build::ensure_target()?;
    let mut command = project::cargo();
    command.args(["test", "--package=postil-document", "--package=postil-analysis", "--package=postil-page"]);
    command.args(["--package=postil-anchoring", "--no-run", "--target", build::TARGET]);
    let folder = project::target()?.join("wasm-tests");
    build::remove_folder(&folder)?;
    let mut prepared = Vec::new();
    for wasm in build::artifacts(build::keep_flags(&mut command))? {
        let bytes = fs::read(&wasm).with_context(|| format!("{} cannot be read", wasm.display()))?;
        // Bindings cannot be made for a module without such tests: what would run them is not linked in.
        if has_tests(&bytes).with_context(|| format!("{} is no wasm module", wasm.display()))? {
            prepared.push(prepare(&wasm, &folder)?);
        }
    }
    Ok(prepared)
}

/// Whether a module exports a `#[wasm_bindgen_test]`.
fn has_tests(wasm: &[u8]) -> Result<bool> {
    for section in Parser::new(0).parse_all(wasm) {
        if let Payload::ExportSection(exports) = section? {
            for export in exports {
                if export?.name.starts_with("__wbgt_") {
                    return Ok(true);
                }
            }
        }
    }
    Ok(false)
}

fn prepare(wasm: &Path, folder: &Path) -> Result<PathBuf> {
    let name = wasm.file_stem().context("a test module has no name")?;
    let folder = folder.join(name);
    let mut bindgen = Bindgen::new();
    bindgen.input_path(wasm).out_name("tests").typescript(false).web(true)?;
    // as wasm-bindgen's own runner does: checks in the bindings, tests reached as exports, no start function
    bindgen.debug(true).export_wasm(true).emit_start(false);
    bindgen.generate(&folder).with_context(|| format!("wasm-bindgen could not read {}", wasm.display()))?;
    bundle::packages(&folder)?;
    fs::write(folder.join("index.html"), include_str!("wasm_tests.html"))?;
    fs::write(folder.join("run.js"), include_str!("wasm_tests.js"))?;
    Ok(folder)
}

fn in_browser(kind: Kind, program: &Path, modules: &[PathBuf]) -> Result<()> {
    let mut tests = 0;
    let mut failed = Vec::new();
    for module in modules {
        let name = module.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let report = page::run(kind, program, module, PATIENCE).with_context(|| format!("{name} in {kind:?}"))?;
        let count = report.get("tests").and_then(Value::as_u64).unwrap_or_default();
        if count > 0 || !passed(&report) {
            println!("\nIn {kind:?}: {name}");
            println!("{}", report.get("output").and_then(Value::as_str).unwrap_or_default().trim());
        }
        tests += count;
        if !passed(&report) {
            failed.push(name);
        }
    }
    if !failed.is_empty() {
        bail!("wasm tests failed in {kind:?}: {}", failed.join(", "));
    }
    if tests == 0 {
        bail!("no wasm test ran in {kind:?}, though there should be some");
    }
    Ok(())
}

fn passed(report: &Value) -> bool {
    report.get("passed").and_then(Value::as_bool) == Some(true)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn only_a_report_that_says_so_has_passed() {
        assert!(passed(&json!({"passed": true})));
        assert!(!passed(&json!({"passed": false})) && !passed(&json!({})) && !passed(&json!({"passed": "true"})));
    }
}
