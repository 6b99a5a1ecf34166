//! The one model file that a page fetches: the trained model of `models/`, and the word lists beside it.

use crate::project;
use anyhow::{Context, Result, ensure};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

/// Bytes before the sum: the magic line of `src/model/file.rs`.
const MAGIC: &[u8] = b"postil model 2\n";

/// Writes `postil.model` into `folder`: the parts of `models/postil.model`, and a part `lists` of the word lists, each behind a line
/// `== name`, in the order of their names. The variable POSTIL_MODEL names another model than that of `models/`. The sum is over all parts.
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
    let file = [MAGIC, &sum(&parts).to_le_bytes(), &parts].concat();
    fs::write(folder.join("postil.model"), file).context("postil.model cannot be written")
}

/// The sum of `src/model/file.rs`: one step for every eight bytes, the last ones filled up with zeros.
fn sum(bytes: &[u8]) -> u64 {
    bytes.chunks(8).fold(bytes.len() as u64, |sum, chunk| {
        let word = (0..8).map(|at| u64::from(chunk.get(at).copied().unwrap_or_default()) << (8 * at)).sum::<u64>();
        (sum ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(29)
    })
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
