//! What each file owes by itself: a sentence at its head, a length, names that say something, no browser in the core.

use crate::order::package_of;
use crate::sources::Sources;
use proc_macro2::{TokenStream, TokenTree};
use std::collections::BTreeSet;
use std::path::Path;

/// Lines of a file, above which it wants to be split.
const LONGEST: usize = 400;

/// Longer files, each with why it is one.
const LONG_FILES: [(&str, &str); 0] = [];

/// Crates that know a browser.
const BROWSER_CRATES: [&str; 8] = [
    "web_sys",
    "js_sys",
    "wasm_bindgen",
    "wasm_bindgen_futures",
    "serde_wasm_bindgen",
    "console_error_panic_hook",
    "idb",
    "gloo",
];

/// Names that say nothing of what is inside.
const GRAB_BAGS: [&str; 7] = ["core", "util", "utils", "helper", "helpers", "common", "misc"];

/// Files that do not open with a sentence on what they are for, or are too long.
pub(crate) fn heads_and_lengths(sources: &Sources) -> Vec<String> {
    let mut faults = Vec::new();
    for (path, text) in &sources.files {
        if !text.starts_with("//! ") {
            faults.push(format!("{} does not open with a `//!` sentence", path.display()));
        }
        let lines = text.lines().count();
        if lines > LONGEST && !LONG_FILES.iter().any(|(file, _)| path == Path::new(file)) {
            faults.push(format!("{} has {lines} lines, more than {LONGEST}", path.display()));
        }
    }
    faults
}

/// Files, folders and modules whose names say nothing.
pub(crate) fn grab_bags(sources: &Sources, modules: &[Vec<String>]) -> Vec<String> {
    let files = sources.files.keys().flat_map(|path| {
        let path = path.with_extension("");
        path.iter().map(|part| part.to_string_lossy().into_owned()).collect::<Vec<_>>()
    });
    let names: BTreeSet<String> = files.chain(modules.iter().flatten().cloned()).collect();
    let empty = names.into_iter().filter(|name| GRAB_BAGS.contains(&name.as_str()));
    empty.map(|name| format!("“{name}” says nothing of what is in it")).collect()
}

/// Where the core names a crate that knows a browser.
pub(crate) fn browsers_in_core(sources: &Sources) -> Vec<String> {
    let core = &sources.packages[0].folder;
    let mut faults = Vec::new();
    for (path, text) in &sources.files {
        if package_of(&sources.packages, path).folder != *core || !path.starts_with("src") {
            continue;
        }
        let tokens: TokenStream = text.parse().unwrap_or_default();
        let mut named = BTreeSet::new();
        names(tokens, &mut named);
        faults.extend(named.iter().map(|name| format!("{} names {name}, which the core may not", path.display())));
    }
    faults
}

fn names(tokens: TokenStream, named: &mut BTreeSet<String>) {
    for token in tokens {
        match token {
            TokenTree::Group(group) => names(group.stream(), named),
            TokenTree::Ident(ident) if BROWSER_CRATES.contains(&ident.to_string().as_str()) => {
                named.insert(ident.to_string());
            }
            _ => {}
        }
    }
}
