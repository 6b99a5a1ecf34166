//! Benchmarks: the native ones by divan, and the same inputs through the analysis module in Chromium.

use crate::browser::{self, Kind};
use crate::build::{self, Profile};
use crate::invented::{self, Size};
use crate::{page, project};
use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;
use std::time::Duration;

/// The longest that the page may say nothing; one input is timed for seconds.
const PATIENCE: Duration = Duration::from_secs(120);

/// Runs the native benchmarks, or with `wasm` those in Chromium.
///
/// # Errors
/// When something cannot be built or the page fails.
pub(crate) fn run(wasm: bool) -> Result<()> {
    if wasm {
        in_chromium()
    } else {
        project::run(project::cargo().args(["bench", "--bench=analysis"]), build::GET_RUST)
    }
}

fn in_chromium() -> Result<()> {
    let chromium = browser::chromium()?;
    build::into_pkg(Profile::Release)?;
    let folder = project::target()?.join("wasm-bench");
    build::remove_folder(&folder)?;
    build::copy_folder(&project::root().join("pkg"), &folder)?;
    lay_out(&folder).context("the benchmark's page cannot be written")?;
    let report = page::run(Kind::Chromium, &chromium, &folder, PATIENCE)?;
    let rows = report.get("rows").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    if rows.is_empty() {
        bail!("the page failed: {}", report.get("output").and_then(Value::as_str).unwrap_or("no reason given"));
    }
    let heads = ["quotes", "first", "runs", "fastest", "median", "slowest"].map(|head| format!("{head:>9}"));
    println!("{:<14} {}", "analyze, wasm", heads.join(" "));
    for row in rows {
        print_row(row);
    }
    println!("(milliseconds, HTML string to JavaScript objects, in Chromium on this machine)");
    Ok(())
}

fn lay_out(folder: &Path) -> Result<()> {
    let mut names = Vec::new();
    for size in Size::ALL {
        let name = format!("{size:?}.html");
        fs::write(folder.join(&name), invented::article(size))?;
        names.push(name);
    }
    fs::write(folder.join("inputs.json"), json!(names).to_string())?;
    fs::write(folder.join("index.html"), include_str!("bench.html"))?;
    fs::write(folder.join("run.js"), include_str!("bench.js"))?;
    Ok(())
}

fn print_row(row: &Value) {
    let mut times: Vec<f64> =
        row.get("times").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_f64).collect();
    times.sort_by(f64::total_cmp);
    let name = row.get("name").and_then(Value::as_str).unwrap_or_default().trim_end_matches(".html");
    let quotes = row.get("quotes").and_then(Value::as_u64).unwrap_or_default();
    let at = |index: usize| times.get(index).copied().unwrap_or(f64::NAN);
    let (fastest, median, slowest) = (at(0), at(times.len() / 2), at(times.len().saturating_sub(1)));
    let first = row.get("first").and_then(Value::as_f64).unwrap_or(f64::NAN);
    let runs = times.len();
    println!("{name:<14} {quotes:>9} {first:>9.2} {runs:>9} {fastest:>9.2} {median:>9.2} {slowest:>9.2}");
}
