//! The page as a folder for any static server: `dist/`.

use crate::build::{self, Profile};
use crate::{npm, project};
use anyhow::{Context, Result, bail};
use std::fs;

/// What the page cannot be without, beside what is built.
const PARTS: [&str; 3] = ["index.html", "postil.webmanifest", "www/main.js"];

/// Builds, and fills `dist/` with what the page needs and nothing else; `pack/pack.mjs` says how.
///
/// # Errors
/// When the build fails or a part of the page is missing.
pub(crate) fn run() -> Result<()> {
    build::into_pkg(Profile::Release)?;
    pack()
}

/// Fills `dist/` from `pkg/` as it is.
fn pack() -> Result<()> {
    let root = project::root();
    if let Some(missing) = PARTS.iter().find(|part| !root.join(part).is_file()) {
        bail!("{missing} is missing, and the page cannot be without it");
    }
    let dist = root.join("dist");
    build::remove_folder(&dist)?;
    fs::create_dir_all(&dist).context("dist/ cannot be made")?;
    npm::run(npm::node()?.arg(root.join("xtask/src/pack/pack.mjs")).args([&root, &dist]))?;
    eprintln!("dist/ is ready: put it on any static server, under any path");
    Ok(())
}
