//! Imports point only to the left in the order of the modules, the core names no browser crate, and no module is a grab bag.
#![cfg(not(target_arch = "wasm32"))]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Modules in the order in which data flows; each imports only from those before it.
const ORDER: [&str; 16] = [
    "options",
    "text",
    "language",
    "sentence",
    "date",
    "snapshot",
    "article",
    "comment",
    "model",
    "entity",
    "quote",
    "anchor",
    "annotation",
    "format",
    "analysis",
    "train",
];

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

#[test]
fn the_crate_keeps_its_layers() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let exports = root_exports(&fs::read_to_string(src.join("lib.rs")).unwrap());
    let files = rust_files(&src);
    assert!(files.len() > ORDER.len(), "found only {files:?}");
    let found: Vec<String> = files
        .iter()
        .flat_map(|file| faults(file.strip_prefix(&src).unwrap(), &fs::read_to_string(file).unwrap(), &exports))
        .collect();
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}

/// What is wrong with one file; `path` is relative to `src/`.
fn faults(path: &Path, source: &str, exports: &BTreeMap<String, String>) -> Vec<String> {
    let tokens = tokens(source);
    let modules = module_path(path);
    let mut faults = Vec::new();
    let mut fault = |what: String| faults.push(format!("src/{}: {what}", path.display()));

    let declared = tokens.windows(2).filter(|pair| pair[0] == "mod").map(|pair| pair[1].clone());
    for name in modules.iter().cloned().chain(declared) {
        if GRAB_BAGS.contains(&name.as_str()) {
            fault(format!("“{name}” says nothing of what is in it"));
        }
    }
    let place = modules.first().map_or("", String::as_str);
    if path.starts_with("bin") || path == Path::new("lib.rs") {
        return faults; // they stand outside the order: one lists the modules, the other uses the crate as others do
    }
    for name in BROWSER_CRATES.iter().filter(|name| tokens.iter().any(|token| token == *name)) {
        fault(format!("names {name}, which the core may not"));
    }
    let Some(own) = rank(place) else {
        fault(format!("the module “{place}” has no place in the order"));
        return faults;
    };
    for name in imported(&tokens, &modules) {
        let target = if rank(&name).is_some() { &name } else { exports.get(&name).unwrap_or(&name) };
        match rank(target) {
            None => fault(format!("imports crate::{name}, and it cannot be told from which module that is")),
            Some(rank) if rank > own => fault(format!("imports crate::{name}, which lies to the right of {place}")),
            Some(_) => {}
        }
    }
    faults
}

fn rank(module: &str) -> Option<usize> {
    ORDER.iter().position(|name| *name == module)
}

/// `text/span.rs` is `["text", "span"]`, `text/mod.rs` is `["text"]`.
fn module_path(path: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        path.with_extension("").iter().map(|part| part.to_string_lossy().into_owned()).collect();
    names.pop_if(|last| last == "mod");
    names
}

/// The first names behind `crate::`, and behind as many `super::` as lead to the crate's root.
fn imported(tokens: &[String], modules: &[String]) -> Vec<String> {
    let mut names = Vec::new();
    let mut depth = modules.len(); // modules that the code stands in, inline ones included
    let mut braces: Vec<bool> = Vec::new(); // for each open brace: whether it opened an inline module
    for (at, token) in tokens.iter().enumerate() {
        match token.as_str() {
            "{" => {
                let inline = at >= 2 && tokens[at - 2] == "mod";
                depth += usize::from(inline);
                braces.push(inline);
            }
            "}" => depth -= usize::from(braces.pop().unwrap_or(false)),
            "crate" => names.extend(heads(tokens.get(at + 1..).unwrap_or_default())),
            "super" if at < 2 || tokens[at - 2] != "super" => {
                let mut rest = &tokens[at..];
                let mut climbed = 0;
                while let [word, tail @ ..] = rest {
                    match word.as_str() {
                        "super" => climbed += 1,
                        "::" if tail.first().is_some_and(|next| next == "super") => {}
                        _ => break,
                    }
                    rest = tail;
                }
                if climbed == depth {
                    names.extend(heads(rest));
                }
            }
            _ => {}
        }
    }
    names
}

/// `:: a :: b` gives `a`; `:: { a :: b , c }` gives `a` and `c`.
fn heads(tokens: &[String]) -> Vec<String> {
    match tokens {
        [colons, brace, rest @ ..] if colons == "::" && brace == "{" => {
            let mut open = 1;
            let mut names = Vec::new();
            let mut previous = "{";
            for token in rest {
                match token.as_str() {
                    "{" => open += 1,
                    "}" => open -= 1,
                    name if open == 1 && matches!(previous, "{" | ",") && name != "," => names.push(name.to_owned()),
                    _ => {}
                }
                if open == 0 {
                    break;
                }
                previous = token;
            }
            names
        }
        [colons, name, ..] if colons == "::" => vec![name.clone()],
        _ => Vec::new(),
    }
}

/// Names that `lib.rs` gives out, and the modules that they come from.
fn root_exports(source: &str) -> BTreeMap<String, String> {
    let tokens = tokens(source);
    let mut exports = BTreeMap::new();
    for (at, pair) in tokens.windows(2).enumerate() {
        let [word, module] = pair else { continue };
        if word != "use" {
            continue;
        }
        let statement = tokens[at + 2..].iter().take_while(|token| *token != ";");
        exports.extend(statement.filter(|token| is_name(token)).map(|name| (name.clone(), module.clone())));
    }
    exports
}

fn is_name(token: &str) -> bool {
    token.starts_with(|c: char| c.is_alphabetic() || c == '_')
}

/// Names, `::` and single marks, without comments, strings and characters.
fn tokens(source: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = source;
    while let Some(c) = rest.chars().next() {
        let length = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            comment_length(rest)
        } else if let Some(length) = string_length(rest) {
            length
        } else if is_name(rest) {
            let length = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
            found.push(rest[..length].to_owned());
            length
        } else if rest.starts_with("::") {
            found.push("::".to_owned());
            2
        } else {
            if !c.is_whitespace() {
                found.push(c.to_string());
            }
            c.len_utf8()
        };
        rest = &rest[length..];
    }
    found
}

/// Block comments nest.
fn comment_length(rest: &str) -> usize {
    let mut open = 0_usize;
    let mut at = 0;
    while at < rest.len() {
        if rest.as_bytes()[at..].starts_with(b"/*") {
            (open, at) = (open + 1, at + 2);
        } else if rest.as_bytes()[at..].starts_with(b"*/") {
            (open, at) = (open - 1, at + 2);
            if open == 0 {
                return at;
            }
        } else {
            at += 1;
        }
    }
    rest.len()
}

/// Length of the string or character that `rest` starts with.
fn string_length(rest: &str) -> Option<usize> {
    let bare = rest.strip_prefix('b').unwrap_or(rest);
    let prefix = rest.len() - bare.len();
    if let Some(raw) = bare.strip_prefix('r') {
        let hashes = raw.len() - raw.trim_start_matches('#').len();
        if let Some(body) = raw[hashes..].strip_prefix('"') {
            let end = format!("\"{}", "#".repeat(hashes));
            let inner = body.find(&end).map_or(body.len(), |at| at + end.len());
            return Some(prefix + 1 + hashes + 1 + inner);
        }
    }
    let quote = bare.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    if quote == '\'' {
        // a lifetime has no closing mark behind its first character
        let mut chars = bare.chars().skip(1);
        let first = chars.next()?;
        if first != '\\' && chars.next() != Some('\'') {
            return None;
        }
    }
    let mut escaped = false;
    let end = bare.char_indices().skip(1).find(|&(_, c)| {
        let ends = c == quote && !escaped;
        escaped = c == '\\' && !escaped;
        ends
    });
    Some(prefix + end.map_or(bare.len(), |(at, _)| at + 1))
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("the folder is there") {
            let path = entry.expect("an entry is readable").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "rs") {
                files.push(path);
            }
        }
    }
    files
}

/// The check itself, on files made up to break each rule.
mod the_check {
    use super::*;

    fn faults_of(path: &str, source: &str) -> Vec<String> {
        let exports = root_exports("pub use text::{Offsets, Span};\npub use analysis::analyze;");
        faults(Path::new(path), source, &exports)
    }

    #[test]
    fn sees_imports_that_point_right() {
        for source in [
            "use crate::quote::Quote;",
            "use crate::{text::Span, quote::{Quote, Cue}};",
            "fn f() { crate::quote::find() }",
            "use super::super::quote;",
            "mod inner { use super::super::super::quote::Quote; }",
            "#[cfg(test)] mod tests { use crate::quote::Quote; }",
            "use crate::analyze;",
        ] {
            assert_eq!(faults_of("entity/names.rs", source).len(), 1, "{source}");
        }
    }

    #[test]
    fn lets_imports_point_left_and_inward() {
        for source in [
            "use crate::text::Span; use crate::{Offsets, text::{Token, tokenize}};",
            "use super::Mention; mod tests { use super::*; use super::super::Cluster; }",
            "use super::super::text::Span;",
            "// use crate::quote::Quote;\n/* /* crate::format */ crate::format */",
            "const A: &str = \"crate::quote\"; const B: &str = r#\"\"crate::format\"#; const C: char = '\"'; fn f<'a>(_: &'a str) {}",
        ] {
            assert_eq!(faults_of("entity/names.rs", source), Vec::<String>::new(), "{source}");
        }
    }

    #[test]
    fn keeps_browsers_out() {
        assert_eq!(
            faults_of("quote/mod.rs", "use web_sys::Element;"),
            ["src/quote/mod.rs: names web_sys, which the core may not"]
        );
    }

    #[test]
    fn refuses_grab_bags_and_strangers() {
        assert_eq!(
            faults_of("quote/helpers.rs", ""),
            ["src/quote/helpers.rs: “helpers” says nothing of what is in it"]
        );
        assert_eq!(faults_of("quote/mod.rs", "mod utils;").len(), 1);
        assert_eq!(faults_of("lib.rs", "mod core;").len(), 1);
        assert_eq!(faults_of("gossip.rs", ""), ["src/gossip.rs: the module “gossip” has no place in the order"]);
    }
}
