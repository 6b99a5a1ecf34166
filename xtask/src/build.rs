//! The crate as a JavaScript module: wasm, bindings and types in `pkg/`.

use crate::arguments::Arguments;
use crate::{model, npm, optimise, project, shrink};
use anyhow::{Context, Result};
use serde_json::{Map, Value};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;
use wasm_bindgen_cli_support::{Bindgen, Output};

/// How a person gets what compiles to wasm.
pub(crate) const GET_RUST: &str =
    "install Rust by rustup, https://rustup.rs, and run: rustup target add wasm32-unknown-unknown";

/// What readers' browsers run.
pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

/// Adds the target to a toolchain that was there without it; rustup reads `rust-toolchain.toml` for missing toolchains only.
///
/// # Errors
/// When Rust did not come from rustup, or the target cannot be fetched.
pub(crate) fn ensure_target() -> Result<()> {
    let libraries =
        project::output(project::tool("rustc").args(["--print=target-libdir", "--target", TARGET]), GET_RUST)?;
    if Path::new(libraries.trim()).exists() {
        return Ok(());
    }
    eprintln!("Adding {TARGET} (rustup target add)");
    project::run(project::tool("rustup").args(["target", "add", TARGET]), GET_RUST)
}

/// How the module is compiled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Profile {
    /// As readers get it: link-time optimisation, then `wasm-opt`.
    Release,
    /// As someone who edits wants it: compiled anew in seconds, still fast enough to try.
    Dev,
}

impl Profile {
    /// `--dev`, or else (and by `--release`) release.
    pub(crate) fn from_arguments(arguments: &mut Arguments) -> Self {
        arguments.flag("--release");
        if arguments.flag("--dev") { Self::Dev } else { Self::Release }
    }

    fn cargo_name(self) -> &'static str {
        match self {
            Self::Release => "wasm",
            Self::Dev => "wasm-dev",
        }
    }
}

/// Builds into `pkg/`. What stood there stays when anything fails.
///
/// # Errors
/// When a tool is missing or fails; the compiler has then said why.
pub(crate) fn into_pkg(profile: Profile) -> Result<()> {
    let begun = Instant::now();
    if profile == Profile::Release {
        npm::ensure_packages()?; // a missing Node is better told before the compiler's minutes than after
    }
    let wasm = compile(profile)?;
    let staging = project::target()?.join("pkg");
    remove_folder(&staging)?;
    let mut output = bindings(&wasm)?;
    let names = if profile == Profile::Release { shrink::imports(&mut output) } else { Map::new() };
    output.emit(&staging).context("the bindings cannot be written")?;
    if profile == Profile::Release {
        shrink::scripts(&staging, names)?;
        let plain = staging.join("postil_bg.wasm");
        let small = staging.join("postil_bg.optimised.wasm");
        optimise::wasm(&plain, &small)?;
        fs::rename(&small, &plain).context("the optimised wasm cannot be put in place")?;
    }
    model::pack(&staging)?;
    publish(&staging, &project::root().join("pkg"))?;
    eprintln!("Built pkg/ ({}) in {:.1} s", profile.cargo_name(), begun.elapsed().as_secs_f64());
    Ok(())
}

/// Compiles the crate to wasm.
fn compile(profile: Profile) -> Result<PathBuf> {
    ensure_target()?;
    let mut command = project::cargo();
    command.args(["build", "--package=postil", "--lib", "--target", TARGET]);
    command.arg(format!("--profile={}", profile.cargo_name()));
    let modules = artifacts(&mut command)?;
    modules.into_iter().next().context("cargo built no .wasm file")
}

/// Runs a cargo command and lists the `.wasm` files that it made or found fresh.
///
/// # Errors
/// When cargo fails.
pub(crate) fn artifacts(command: &mut Command) -> Result<Vec<PathBuf>> {
    command.arg("--message-format=json-render-diagnostics").stdout(Stdio::piped());
    let messages = project::output(command, GET_RUST)?;
    let modules = messages.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok()).filter_map(|message| {
        let files = message.get("filenames")?.as_array()?;
        files.iter().filter_map(Value::as_str).find(|file| file.ends_with(".wasm")).map(PathBuf::from)
    });
    Ok(modules.collect())
}

/// Makes the JavaScript and TypeScript beside the wasm.
fn bindings(wasm: &Path) -> Result<Output> {
    let mut bindgen = Bindgen::new();
    bindgen.input_path(wasm).out_name("postil").typescript(true).web(true)?;
    // `init()` without arguments finds the wasm beside the JavaScript, as the command's own bindings do
    bindgen.omit_default_module_path(false);
    bindgen.remove_name_section(true).remove_producers_section(true);
    bindgen.generate_output().context("wasm-bindgen could not make the bindings")
}

/// Puts what is in `staging` into `pkg`, in the place of what was generated before; the hand-written files there stay.
fn publish(staging: &Path, pkg: &Path) -> Result<()> {
    let snippets = pkg.join("snippets");
    remove_folder(&snippets)?;
    copy_folder(staging, pkg)
}

/// Copies all files of a folder.
///
/// # Errors
/// When a file cannot be read or written.
pub(crate) fn copy_folder(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to).with_context(|| format!("{} cannot be made", to.display()))?;
    for entry in fs::read_dir(from).with_context(|| format!("{} cannot be read", from.display()))? {
        let entry = entry?;
        let (source, copy) = (entry.path(), to.join(entry.file_name()));
        if source.is_dir() {
            copy_folder(&source, &copy)?;
        } else {
            fs::copy(&source, &copy).with_context(|| format!("{} cannot be written", copy.display()))?;
        }
    }
    Ok(())
}

/// Removes a folder and all in it, if it is there.
///
/// # Errors
/// When it cannot be removed.
pub(crate) fn remove_folder(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("{} cannot be removed", folder.display()))?;
    }
    Ok(())
}
