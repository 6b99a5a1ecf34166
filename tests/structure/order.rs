//! The order of layers: rooms of the core, and crates of the workspace.

use crate::arrows::Arrow;
use crate::sources::{Package, Sources};
use std::collections::BTreeSet;
use std::path::Path;

/// Rooms of the core in the order in which data flows; each names only those in lines before its own.
const ROOMS: [&[&str]; 17] = [
    &["options", "order"],
    &["text"],
    &["language"],
    &["sentence", "date"],
    &["snapshot"],
    &["article"],
    &["comment"],
    &["model"],
    &["entity"],
    &["quote"],
    &["alignment"],
    &["anchor"],
    &["annotation"],
    &["library"],
    &["format"],
    &["analysis"],
    &["train"],
];

/// Crates in the same way; a crate that is not here may name any, and none of these names it.
const CRATES: [&[&str]; 4] =
    [&["postil-anchor"], &["postil"], &["postil-document"], &["postil-analysis", "postil-page", "postil-anchoring"]];

/// The room that a file of the core lies in; none for the crate's root and the command, which list the rooms and use
/// the crate as others do.
pub(crate) fn room(file: &Path) -> Option<String> {
    let inner = file.strip_prefix("src").ok().filter(|inner| !inner.starts_with("bin"))?;
    let first = inner.with_extension("").iter().next()?.to_string_lossy().into_owned();
    (first != "lib").then_some(first)
}

/// Rooms without a place, and arrows that point the wrong way.
pub(crate) fn faults(sources: &Sources, arrows: &BTreeSet<Arrow>) -> Vec<String> {
    let rooms: BTreeSet<String> = sources.files.keys().filter_map(|file| room(file)).collect();
    let strangers = rooms.iter().filter(|room| rank(&ROOMS, room).is_none());
    let mut faults: Vec<String> = strangers.map(|room| format!("src/{room} has no place in the order")).collect();
    for arrow in arrows {
        let package = |file: &Path| package_of(&sources.packages, file).name.clone();
        let (from, to) = (package(&arrow.from), package(&arrow.to));
        let wrong = if from == to && from == sources.packages[0].name {
            match (room(&arrow.from), room(&arrow.to)) {
                (Some(from), Some(to)) => from != to && rank(&ROOMS, &from) <= rank(&ROOMS, &to),
                (Some(_), None) => true,
                (None, _) => false,
            }
        } else {
            from != to && rank(&CRATES, &from).unwrap_or(CRATES.len()) <= rank(&CRATES, &to).unwrap_or(CRATES.len())
        };
        if wrong {
            faults.push(format!(
                "{}:{} names {} of {}, against the order",
                arrow.from.display(),
                arrow.line,
                arrow.item,
                arrow.to.display()
            ));
        }
    }
    faults
}

fn rank(order: &[&[&str]], name: &str) -> Option<usize> {
    order.iter().position(|names| names.contains(&name))
}

/// The package whose folder holds the file most closely.
pub(crate) fn package_of<'a>(packages: &'a [Package], file: &Path) -> &'a Package {
    let holding = packages.iter().filter(|package| file.starts_with(&package.folder));
    holding.max_by_key(|package| package.folder.iter().count()).expect("a file lies in a package")
}
