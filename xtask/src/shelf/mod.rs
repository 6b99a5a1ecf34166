//! The library's benchmark: how long a large one takes to open and to be searched, in Chromium, on the page as it is put on a server.

use crate::{browser, npm, project};
use anyhow::{Result, bail};
use std::path::Path;

/// Opens `dist/` with a library of a thousand articles.
///
/// # Errors
/// When the page was not built, or fails.
pub(crate) fn run() -> Result<()> {
    let dist = project::root().join("dist");
    if !dist.is_dir() {
        bail!("dist/ is missing; make it: cargo xtask dist");
    }
    let chromium = browser::chromium()?;
    npm::ensure_packages()?;
    let drive = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/shelf/drive.mjs");
    npm::run(npm::node()?.arg(drive).arg(dist).arg(chromium))
}
