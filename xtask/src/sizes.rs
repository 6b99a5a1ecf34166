//! What a page downloads, against its budgets.

use crate::project;
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::Path;

/// What has a budget, in bytes under brotli: the page, the analysis, the English model. The plan has 300,000 and 450,000 for the first two;
/// the library with its exports and imports (35,000) took the page over that, a comment's answers and the posts of forums the analysis.
const BUDGETS: [(Share, u64); 3] = [(Share::Page, 352_000), (Share::Analysis, 483_000), (Share::Model, 1_500_000)];

/// What is fetched on the pages of others, or for the bookmark, and never by Postil's own page.
const ELSEWHERE: [&str; 4] = ["anchor", "beside-", "bookmark-", "frame-"];

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
        if size == 0 {
            bail!("dist/ holds nothing of the {share:?}, as far as its names tell; make it anew: cargo xtask dist");
        }
        if size > budget {
            bail!("{share:?} takes {size} bytes under brotli, {} more than its budget of {budget}", size - budget);
        }
        println!("{share:?}: {size} of {budget} bytes, {} %", size * 100 / budget);
    }
    Ok(())
}

fn measure(dist: &Path) -> Result<Vec<File>> {
    let mut files = Vec::new();
    let mut folders = vec![dist.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).with_context(|| format!("{} cannot be read", folder.display()))? {
            let path = entry?.path();
            let name = path.strip_prefix(dist).unwrap_or(&path).to_string_lossy().replace('\\', "/");
            if path.is_dir() {
                // the extensions hold the same files once more
                if !name.starts_with("extension-") {
                    folders.push(path);
                }
                continue;
            }
            if name.ends_with(".br") || name.ends_with(".gz") {
                continue;
            }
            let plain = fs::metadata(&path)?.len();
            // what is not worth compressing has no copy
            let brotli = fs::metadata(dist.join(format!("{name}.br"))).map_or(plain, |copy| copy.len());
            files.push(File { name, plain, brotli });
        }
    }
    files.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(files)
}

fn share_of(name: &str) -> Share {
    let extension = Path::new(name).extension().and_then(|e| e.to_str()).unwrap_or_default();
    let Some(asset) = name.strip_prefix("assets/") else { return Share::Other };
    match extension {
        "model" => Share::Model,
        "wasm" | "js" if ["analysis", "worker-"].iter().any(|start| asset.starts_with(start)) => Share::Analysis,
        "wasm" | "js" | "css" if !ELSEWHERE.iter().any(|start| asset.starts_with(start)) => Share::Page,
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
        let [page_most, analysis_most, model_most] = BUDGETS.map(|(_, budget)| budget);
        let files = |page: u64, analysis: u64, model: u64| {
            [
                file("assets/page_bg-0.wasm", page_most - 1_000),
                file("assets/main-0.js", 990),
                file("assets/postil-0.css", 10 + page),
                file("assets/analysis_bg-0.wasm", analysis_most - 10),
                file("assets/worker-0.js", 10 + analysis),
                file("assets/postil-0.model", model_most + model),
                file("index.html", 9_000_000),
            ]
        };
        assert!(check(&files(0, 0, 0)).is_ok());
        assert!(check(&files(1, 0, 0)).is_err());
        assert!(check(&files(0, 1, 0)).is_err());
        assert!(check(&files(0, 0, 1)).is_err());
        assert!(check(&files(0, 0, 0)[3..]).is_err(), "a page that is not there is no small one");
    }
}
