//! No sentence of the interface stands anywhere but in this table and in the templates.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use std::fs;
use std::path::{Path, PathBuf};

/// What looks like words and is none: what a link is to its page.
const NOT_WORDS: [&str; 2] = ["\"noopener noreferrer nofollow\"", "\"noopener noreferrer\""];

#[test]
fn no_words_of_the_interface_stand_in_code() {
    let mut files = Vec::new();
    collect(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src")), &mut files);
    assert!(files.len() > 40, "{}", files.len());
    let mut sentences = Vec::new();
    for file in files {
        let source: TokenStream = fs::read_to_string(&file).unwrap().parse().unwrap();
        visit(source, &mut |literal| {
            if literal.starts_with('"') && is_sentence(literal) && !NOT_WORDS.contains(&literal) {
                sentences.push(format!("{}: {literal}", file.display()));
            }
        });
    }
    assert!(sentences.is_empty(), "these belong into words/:\n{}", sentences.join("\n"));
}

/// All sources but this folder's and the tests'.
fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap();
        if path.is_dir() && !["words", "tests"].contains(&name) {
            collect(&path, files);
        } else if path.is_file() && name.ends_with(".rs") && name != "tests.rs" {
            files.push(path);
        }
    }
}

/// Calls `see` with each literal outside attributes, documentation and test modules.
fn visit(tokens: TokenStream, see: &mut impl FnMut(&str)) {
    let mut before: [String; 2] = Default::default();
    for token in tokens {
        match &token {
            TokenTree::Group(group) => {
                let attribute = (before[1] == "#" || before[1] == "!" && before[0] == "#")
                    && group.delimiter() == Delimiter::Bracket;
                if !attribute && before != ["mod".to_owned(), "tests".to_owned()] {
                    visit(group.stream(), see);
                }
            }
            TokenTree::Literal(literal) => see(&literal.to_string()),
            _ => {}
        }
        before = [std::mem::take(&mut before[1]), token.to_string()];
    }
}

/// Whether a word follows a word: selectors, attributes and paths have something between them.
fn is_sentence(literal: &str) -> bool {
    literal.as_bytes().windows(3).any(|w| w[0].is_ascii_alphabetic() && w[1] == b' ' && w[2].is_ascii_alphabetic())
}
