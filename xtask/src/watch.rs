//! Notices when a source changes, by looking at modification times: a few hundred files, no system's own watcher needed.

use crate::site::PARTS;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, SystemTime};

/// Time between two looks. An editor that saves several files is waited for: a change counts once a look finds no other.
const EVERY: Duration = Duration::from_millis(300);

/// What is compiled into the modules.
const COMPILED: [&str; 6] = ["src", "crates", "Cargo.toml", "Cargo.lock", ".cargo", "www"];

type Times = BTreeMap<PathBuf, (Option<SystemTime>, u64)>;

/// Calls `changed` with the paths of the files that changed, again and again.
pub(crate) fn forever(root: &Path, mut changed: impl FnMut(&[PathBuf])) -> ! {
    let mut known = look(root);
    loop {
        thread::sleep(EVERY);
        let mut now = look(root);
        if now == known {
            continue;
        }
        loop {
            thread::sleep(EVERY);
            let settled = look(root);
            if settled == now {
                break;
            }
            now = settled;
        }
        let paths = differences(&known, &now);
        // taken before the build, so that what is saved during it counts as the next change
        known = now;
        changed(&paths);
    }
}

/// Whether a change of `path` alters a module. Templates and styles
/// under `www/` may be compiled into one; scripts are not.
pub(crate) fn needs_build(path: &Path) -> bool {
    let compiled = COMPILED.iter().any(|part| path.starts_with(part));
    compiled && !(path.starts_with("www") && path.extension().is_some_and(|e| e == "js"))
}

fn look(root: &Path) -> Times {
    let mut times = Times::new();
    let parts = PARTS.iter().filter(|part| **part != "pkg").chain(&COMPILED);
    let mut left: Vec<PathBuf> = parts.map(PathBuf::from).collect();
    while let Some(path) = left.pop() {
        // A file that vanishes between two looks is a change like any other.
        let Ok(about) = fs::metadata(root.join(&path)) else { continue };
        if about.is_dir() {
            let entries = fs::read_dir(root.join(&path)).into_iter().flatten().flatten();
            left.extend(entries.map(|entry| path.join(entry.file_name())));
        } else {
            times.insert(path, (about.modified().ok(), about.len()));
        }
    }
    times
}

/// Files altered, added or removed.
fn differences(before: &Times, after: &Times) -> Vec<PathBuf> {
    let altered = after.iter().filter(|(path, stamp)| before.get(*path) != Some(stamp)).map(|(path, _)| path);
    let removed = before.keys().filter(|path| !after.contains_key(*path));
    altered.chain(removed).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn times(files: &[(&str, u64)]) -> Times {
        files.iter().map(|&(path, size)| (PathBuf::from(path), (None, size))).collect()
    }

    #[test]
    fn names_what_was_altered_added_or_removed() {
        let before = times(&[("src/a.rs", 1), ("src/b.rs", 1)]);
        let after = times(&[("src/b.rs", 2), ("src/c.rs", 1)]);
        assert_eq!(differences(&before, &after), ["src/b.rs", "src/c.rs", "src/a.rs"].map(PathBuf::from));
        assert!(differences(&before, &before).is_empty());
    }

    #[test]
    fn scripts_need_no_compiler() {
        let needed = |path: &str| needs_build(Path::new(path));
        assert!(
            needed("src/lib.rs")
                && needed("crates/page/src/walk.js")
                && needed("www/panel.html")
                && needed("www/style.css")
        );
        assert!(!needed("www/main.js") && !needed("index.html"));
    }
}
