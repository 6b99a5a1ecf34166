//! The start-up benchmark: from a visit's beginning to an article shown and painted, in Chromium, with what a visit downloads.

use crate::invented::{self, Size};
use crate::{browser, npm, project};
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::Path;

/// Visits `dist/` as it lies there, with an article of 1,000 words.
///
/// # Errors
/// When there is no `dist/`, no browser, or the page fails.
pub(crate) fn run() -> Result<()> {
    let dist = project::root().join("dist");
    if !dist.join("index.html").is_file() {
        bail!("dist/ holds no page; make it: cargo xtask dist");
    }
    let chromium = browser::chromium()?;
    let article = project::target()?.join("startup-article.html");
    fs::write(&article, invented::article(Size::Words1000)).context("the benchmark's article cannot be written")?;
    let driver = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/startup/drive.mjs");
    npm::run(npm::node()?.arg(driver).arg(dist).arg(article).arg(chromium))
}
