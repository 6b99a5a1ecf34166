//! Whether what the page says is kept is kept: Chromium is killed at random moments while it writes.

use crate::{browser, npm, project};
use anyhow::{Result, bail};
use std::path::Path;

/// How often it is killed, unless said otherwise.
pub(crate) const TIMES: u32 = 200;

/// Kills it so many times, on the page in `dist/`.
///
/// # Errors
/// When the page was not built, or anything was lost.
pub(crate) fn run(times: u32) -> Result<()> {
    let dist = project::root().join("dist");
    if !dist.is_dir() {
        bail!("dist/ is missing; make it: cargo xtask dist");
    }
    let chromium = browser::chromium()?;
    npm::ensure_packages()?;
    let drive = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/durability/drive.mjs");
    npm::run(npm::node()?.arg(drive).arg(dist).arg(chromium).arg(times.to_string()))
}
