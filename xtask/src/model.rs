//! The one model file that a page fetches: the trained model of `models/`, and the word lists beside it.

use crate::project;
use anyhow::{Context, Result, ensure};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

/// Bytes before the sum: the magic line of `src/model/file.rs`.
const MAGIC: &[u8] = b"postil model 1\n";

/// Writes `postil.model` into `folder`: the parts of `models/postil.model`, and a part `lists` of the word lists, each behind a line
/// `== name`, in the order of their names. The variable POSTIL_MODEL names another model than that of `models/`. The sum (FNV-1a of 64 bits) is over all parts; `src/model/file.rs` reads it.
///
/// # Errors
/// When a file cannot be read or written, or `models/postil.model` is of another version.
pub(crate) fn pack(folder: &Path) -> Result<()> {
    let models = project::root().join("models");
    let chosen = env::var_os("POSTIL_MODEL").map_or_else(|| models.join("postil.model"), PathBuf::from);
    let trained = fs::read(&chosen).with_context(|| format!("{} cannot be read", chosen.display()))?;
    let fits = trained.starts_with(MAGIC) && trained.len() > MAGIC.len() + 8;
    ensure!(fits, "{} is of another version", chosen.display());
    let mut parts = trained[MAGIC.len() + 8..].to_vec();
    let lists = lists(&models)?;
    parts.push(b"lists".len() as u8);
    parts.extend(b"lists");
    parts.extend(u32::try_from(lists.len())?.to_le_bytes());
    parts.extend(lists.as_bytes());
    let sum = parts.iter().fold(0xcbf2_9ce4_8422_2325_u64, |h, &b| (h ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3));
    let file = [MAGIC, &sum.to_le_bytes(), &parts].concat();
    fs::write(folder.join("postil.model"), file).context("postil.model cannot be written")
}

fn lists(models: &Path) -> Result<String> {
    let entries = fs::read_dir(models).context("models/ cannot be read")?;
    let mut files: Vec<_> = entries.filter_map(|e| Some(e.ok()?.path())).collect();
    files.retain(|f| f.extension().is_some_and(|e| e == "txt"));
    files.sort();
    let mut lists = String::new();
    for file in files {
        let name = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let list = fs::read_to_string(&file).with_context(|| format!("{} cannot be read", file.display()))?;
        write!(lists, "== {name}\n{list}")?;
    }
    Ok(lists)
}
