//! How the workspace's files hang together: no circle among them, no arrow against the order, nothing out of place.
//!
//! An arrow goes from a file to the file that *defines* what it names, whatever hands it on.
#![cfg(not(target_arch = "wasm32"))]

mod arrows;
mod circles;
mod made_up;
mod manners;
mod modules;
mod order;
mod resolve;
mod sources;

use arrows::{Arrow, arrows};
use modules::Modules;
use sources::Sources;
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::LazyLock;

/// The workspace, read and resolved once.
struct Workspace {
    sources: Sources,
    modules: Vec<Vec<String>>,
    arrows: BTreeSet<Arrow>,
    /// Modules without a file, files without a module, and paths that lead nowhere.
    lost: Vec<String>,
}

static WORKSPACE: LazyLock<Workspace> = LazyLock::new(|| {
    let sources = Sources::of_workspace(Path::new(env!("CARGO_MANIFEST_DIR")));
    let modules = Modules::of(&sources);
    let (arrows, lost) = arrows(&modules);
    let paths = modules.all.into_iter().map(|module| module.path).collect();
    Workspace { sources, modules: paths, arrows, lost: [modules.faults, lost].concat() }
});

fn assert_none(faults: &[String]) {
    assert!(faults.is_empty(), "\n{}\n({} in all)", faults.join("\n"), faults.len());
}

#[test]
fn every_path_leads_to_a_definition() {
    assert!(WORKSPACE.arrows.len() > 1000, "found only {} arrows", WORKSPACE.arrows.len());
    assert_none(&WORKSPACE.lost);
}

#[test]
fn no_files_name_each_other_in_a_circle() {
    assert_none(&circles::circles(&WORKSPACE.arrows));
}

#[test]
fn arrows_follow_the_order_of_layers() {
    assert_none(&order::faults(&WORKSPACE.sources, &WORKSPACE.arrows));
}

#[test]
fn the_core_knows_no_browser() {
    assert_none(&manners::browsers_in_core(&WORKSPACE.sources));
}

#[test]
fn names_say_what_is_inside() {
    assert_none(&manners::grab_bags(&WORKSPACE.sources, &WORKSPACE.modules));
}

#[test]
fn files_open_with_what_they_are_for_and_stay_short() {
    assert_none(&manners::heads_and_lengths(&WORKSPACE.sources));
}
