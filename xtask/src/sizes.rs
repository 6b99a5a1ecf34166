//! What a page downloads, against its budgets.

use crate::{npm, project};
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};

/// What has a budget, in bytes under brotli: the page, the analysis, the English model.
const BUDGETS: [(Share, u64); 3] = [(Share::Page, 300_000), (Share::Analysis, 490_000), (Share::Model, 1_500_000)];

/// A file of `dist/`.
#[derive(Debug)]
struct File {
    /// Its path in `dist/`, with slashes.
    name: String,
    /// Bytes as it lies there.
    plain: u64,
    /// Bytes under brotli.
    brotli: u64,
}

/// What a file counts towards.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Share {
    /// What the page loads before it shows an article: wasm, JavaScript, CSS.
    Page,
    /// What the worker loads beside it, and whoever calls `analyze`: wasm and JavaScript.
    Analysis,
    Model,
    /// Pages and pictures: listed, in no budget.
    Other,
}

/// Prints the table of `dist/`.
///
/// # Errors
/// When there is no `dist/`, or a budget is exceeded.
pub(crate) fn run() -> Result<()> {
    let dist = project::root().join("dist");
    if !dist.is_dir() {
        bail!("there is no dist/ to measure; make it: cargo xtask dist");
    }
    let files = measure(&dist)?;
    for share in [Share::Page, Share::Analysis, Share::Model, Share::Other] {
        for file in files.iter().filter(|file| share_of(&file.name) == share) {
            println!("{:<48} {:>10} {:>10}", file.name, file.plain, file.brotli);
        }
        println!(
            "{:<48} {:>10} {:>10}\n",
            format!("= {share:?}"),
            total(&files, share, |f| f.plain),
            brotli(&files, share)
        );
    }
    println!("(bytes, plain and under brotli)");
    check(&files)
}

fn check(files: &[File]) -> Result<()> {
    for (share, budget) in BUDGETS {
        let size = brotli(files, share);
        if size > budget {
            bail!("{share:?} takes {size} bytes under brotli, {} more than its budget of {budget}", size - budget);
        }
        println!("{share:?}: {size} of {budget} bytes, {} %", size * 100 / budget);
    }
    Ok(())
}

fn measure(dist: &Path) -> Result<Vec<File>> {
    let mut paths = Vec::new();
    let mut folders = vec![dist.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).with_context(|| format!("{} cannot be read", folder.display()))? {
            let path = entry?.path();
            if path.is_dir() { folders.push(path) } else { paths.push(path) }
        }
    }
    paths.sort();
    let lengths = compressed(&paths)?;
    let files = paths.iter().zip(lengths).map(|(path, brotli)| {
        let name = path.strip_prefix(dist).unwrap_or(path).to_string_lossy().replace('\\', "/");
        Ok(File { name, plain: fs::metadata(path)?.len(), brotli })
    });
    files.collect()
}

/// Lengths under brotli, by the reference encoder that Node brings along.
fn compressed(paths: &[PathBuf]) -> Result<Vec<u64>> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/brotli.mjs");
    let printed = npm::output(npm::node()?.arg(script).args(paths))?;
    let lengths: Vec<u64> =
        printed.lines().map(str::parse).collect::<Result<_, _>>().context("no lengths came back")?;
    if lengths.len() != paths.len() {
        bail!("{} files were measured and not {}", lengths.len(), paths.len());
    }
    Ok(lengths)
}

fn share_of(name: &str) -> Share {
    let extension = Path::new(name).extension().and_then(|e| e.to_str()).unwrap_or_default();
    let analysis = ["pkg/analysis", "pkg/snippets/postil-analysis-", "www/worker.js"];
    match extension {
        "model" => Share::Model,
        "wasm" | "js" if analysis.iter().any(|start| name.starts_with(start)) => Share::Analysis,
        // what both load, `snippets/postil-document-…`, counts for the page, which is there first
        "wasm" | "js" | "css" => Share::Page,
        _ => Share::Other,
    }
}

fn total(files: &[File], share: Share, size: impl Fn(&File) -> u64) -> u64 {
    files.iter().filter(|file| share_of(&file.name) == share).map(size).sum()
}

fn brotli(files: &[File], share: Share) -> u64 {
    total(files, share, |file| file.brotli)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(name: &str, brotli: u64) -> File {
        File { name: name.to_owned(), plain: brotli, brotli }
    }

    #[test]
    fn each_share_has_its_budget() {
        let files = |over: u64| {
            [
                file("pkg/page_bg.wasm", 299_000),
                file("pkg/snippets/postil-document-1/src/walk.js", 990),
                file("www/a.css", 10 + over),
                file("pkg/analysis_bg.wasm", 489_990),
                file("www/worker.js", 10),
                file("pkg/postil.model", 1_500_000),
                file("index.html", 9_000_000),
            ]
        };
        assert!(check(&files(0)).is_ok());
        assert!(check(&files(1)).is_err());
        assert!(check(&[file("pkg/analysis.js", 490_001)]).is_err());
        assert!(check(&[file("pkg/postil.model", 1_500_001)]).is_err());
    }
}
