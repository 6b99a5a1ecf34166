//! The Rust files of the workspace and the crates that they belong to, as text.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// A package of the workspace: what its crates are called from outside, and where it lies.
#[derive(Debug, Clone)]
pub(crate) struct Package {
    /// As in its `Cargo.toml`.
    pub(crate) name: String,
    /// Relative to the workspace; empty for the root package.
    pub(crate) folder: PathBuf,
}

/// All Rust files, by their path relative to the workspace.
#[derive(Debug, Default)]
pub(crate) struct Sources {
    pub(crate) packages: Vec<Package>,
    pub(crate) files: BTreeMap<PathBuf, String>,
}

/// Folders of a package that hold Rust code, and whether each file or folder in them is a crate of its own.
const FOLDERS: [(&str, bool); 4] = [("src", false), ("tests", true), ("benches", true), ("examples", true)];

impl Sources {
    /// The workspace on disk: the root package, those under `crates/`, the trainer and xtask.
    pub(crate) fn of_workspace(root: &Path) -> Self {
        let mut folders = vec![PathBuf::new(), PathBuf::from("trainer"), PathBuf::from("xtask")];
        if let Ok(crates) = fs::read_dir(root.join("crates")) {
            folders.extend(crates.map(|entry| Path::new("crates").join(entry.expect("an entry").file_name())));
        }
        let mut sources = Self::default();
        for folder in folders {
            let Ok(manifest) = fs::read_to_string(root.join(&folder).join("Cargo.toml")) else { continue };
            sources.packages.push(Package { name: package_name(&manifest), folder: folder.clone() });
            for (inner, _) in FOLDERS {
                sources.read_folder(root, &folder.join(inner));
            }
        }
        sources
    }

    /// A made-up workspace: each package with its folder, each file with its text.
    pub(crate) fn made_up(packages: &[(&str, &str)], files: &[(&str, &str)]) -> Self {
        Self {
            packages: packages
                .iter()
                .map(|(name, folder)| Package { name: (*name).to_owned(), folder: PathBuf::from(folder) })
                .collect(),
            files: files.iter().map(|(path, text)| (PathBuf::from(path), (*text).to_owned())).collect(),
        }
    }

    fn read_folder(&mut self, root: &Path, folder: &Path) {
        let Ok(entries) = fs::read_dir(root.join(folder)) else { return };
        for entry in entries {
            let entry = entry.expect("an entry is readable");
            let path = folder.join(entry.file_name());
            if entry.path().is_dir() {
                self.read_folder(root, &path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = fs::read_to_string(entry.path()).expect("the file is text");
                self.files.insert(path, text);
            }
        }
    }

    /// The files that crates start from: the package's index and whether others may name the crate.
    pub(crate) fn crate_roots(&self) -> Vec<(PathBuf, usize, bool)> {
        let mut roots = Vec::new();
        for (index, package) in self.packages.iter().enumerate() {
            for path in self.files.keys() {
                let Ok(inner) = path.strip_prefix(&package.folder) else { continue };
                let parts: Vec<_> = inner.iter().map(|part| part.to_string_lossy()).collect();
                let parts: Vec<&str> = parts.iter().map(AsRef::as_ref).collect();
                let own = FOLDERS.iter().any(|&(folder, own)| own && parts[0] == folder);
                match parts[..] {
                    ["src", "lib.rs"] => roots.push((path.clone(), index, true)),
                    ["src", "main.rs"] | ["src", "bin", _] | ["src", "bin", _, "main.rs"] => {
                        roots.push((path.clone(), index, false));
                    }
                    [_, _] | [_, _, "main.rs"] if own => roots.push((path.clone(), index, false)),
                    _ => {}
                }
            }
        }
        roots
    }
}

/// The first `name = "…"`, which in every manifest here is the package's.
fn package_name(manifest: &str) -> String {
    let line = manifest.lines().find_map(|line| line.strip_prefix("name = \"")).expect("a package has a name");
    line.trim_end_matches('"').to_owned()
}
