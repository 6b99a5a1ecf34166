//! The anchoring benchmark: `describe` and `resolve` of the package in Chromium, beside what Hypothesis uses.

use crate::{browser, build, npm, project};
use anyhow::{Context, Result};
use std::fs;
use std::path::Path;

/// Builds the anchoring module, lays out the page and runs it.
///
/// # Errors
/// When something cannot be built or the page fails.
pub(crate) fn run() -> Result<()> {
    let chromium = browser::chromium()?;
    npm::ensure_packages()?;
    let folder = project::target()?.join("anchor-bench");
    build::remove_folder(&folder)?;
    build::alone("anchor", &folder)?;
    let here = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/anchors");
    fs::copy(npm::file("approx-string-match/build/src/index.js"), folder.join("approx-string-match.js"))
        .and_then(|_| fs::copy(here.join("page.js"), folder.join("page.js")))
        .and_then(|_| fs::write(folder.join("index.html"), include_str!("page.html")))
        .context("the benchmark's page cannot be written")?;
    npm::run(npm::node()?.arg(here.join("drive.mjs")).arg(&folder).arg(chromium))
}
