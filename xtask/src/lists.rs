//! The word lists of `models/`, packed into the one file that a page fetches.

use crate::project;
use anyhow::{Context, Result};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// Writes `postil.lists` into `folder`: a line `postil-lists 1 CHECKSUM`, then each list behind a line `== name`, in the order of
/// their names. The checksum is FNV-1a of 64 bits over what follows the first line; `src/model/lists.rs` reads it.
///
/// # Errors
/// When a list cannot be read, or the file not be written.
pub(crate) fn pack(folder: &Path) -> Result<()> {
    let models = project::root().join("models");
    let entries = fs::read_dir(&models).context("models/ cannot be read")?;
    let mut files: Vec<_> = entries.filter_map(|e| Some(e.ok()?.path())).collect();
    files.retain(|f| f.extension().is_some_and(|e| e == "txt"));
    files.sort();
    let mut lists = String::new();
    for file in files {
        let name = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let list = fs::read_to_string(&file).with_context(|| format!("{} cannot be read", file.display()))?;
        write!(lists, "== {name}\n{list}")?;
    }
    let sum = lists.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |h, b| (h ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3));
    fs::write(folder.join("postil.lists"), format!("postil-lists 1 {sum:016x}\n{lists}"))
        .context("postil.lists cannot be written")
}
