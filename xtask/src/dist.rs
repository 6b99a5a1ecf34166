//! The page as a folder for any static server: `dist/`.

use crate::build::{self, Profile};
use crate::{project, shrink};
use anyhow::{Context, Result, bail};
use serde_json::Map;
use std::fs;
use std::path::Path;

/// What of `pkg/` a page loads.
const LOADED: [&str; 5] = ["page.js", "page_bg.wasm", "analysis.js", "analysis_bg.wasm", "postil.model"];

/// Builds, and fills `dist/` with what the page needs and nothing else.
///
/// # Errors
/// When the build fails or a part of the page is missing.
pub(crate) fn run() -> Result<()> {
    build::into_pkg(Profile::Release)?;
    let root = project::root();
    let dist = root.join("dist");
    build::remove_folder(&dist)?;
    fs::create_dir_all(dist.join("pkg")).context("dist/ cannot be made")?;
    copy(&root, &dist, "index.html")?;
    for file in LOADED {
        copy(&root, &dist, &format!("pkg/{file}"))?;
    }
    for folder in ["www", "pkg/snippets"] {
        if root.join(folder).is_dir() {
            build::copy_folder(&root.join(folder), &dist.join(folder))?;
        }
    }
    // what only the modules for others load
    for entry in fs::read_dir(dist.join("pkg/snippets")).context("dist/pkg/snippets cannot be read")? {
        let folder = entry?.path();
        if folder.file_name().is_some_and(|name| name.to_string_lossy().starts_with("postil-anchoring-")) {
            build::remove_folder(&folder)?;
        }
    }
    shrink::scripts(&dist, Map::new())?;
    eprintln!("dist/ is ready: put it on any static server, under any path");
    Ok(())
}

fn copy(root: &Path, dist: &Path, file: &str) -> Result<()> {
    if !root.join(file).is_file() {
        bail!("{file} is missing, and the page cannot be without it");
    }
    fs::copy(root.join(file), dist.join(file)).with_context(|| format!("dist/{file} cannot be written"))?;
    Ok(())
}
