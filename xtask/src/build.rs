//! The page and the analysis as JavaScript modules: wasm, bindings and types in `pkg/`.

use crate::arguments::Arguments;
use crate::optimise::{self, Goal};
use crate::{bundle, model, npm, project, shrink};
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

/// What `.cargo/config.toml` says of the target. Flags in the environment take the place of all that stands there, and the
/// modules would lose their vectors, and half their speed, without a word.
const FLAGS: [&str; 2] = ["-C", "target-feature=+simd128"];

/// Has `command`, a cargo that compiles for [`TARGET`], keep [`FLAGS`] beside those of the environment.
pub(crate) fn keep_flags(command: &mut Command) -> &mut Command {
    let variable = |name| std::env::var(name).ok().filter(|value| !value.is_empty());
    match flags(variable("CARGO_ENCODED_RUSTFLAGS"), variable("RUSTFLAGS")) {
        Some(flags) => command.env("CARGO_ENCODED_RUSTFLAGS", flags),
        None => command,
    }
}

/// The flags to compile with, where the environment names any: cargo heeds the encoded ones first.
fn flags(encoded: Option<String>, plain: Option<String>) -> Option<String> {
    let given = encoded.or_else(|| Some(plain?.split_whitespace().collect::<Vec<_>>().join(SEPARATOR)))?;
    Some([&given, FLAGS[0], FLAGS[1]].join(SEPARATOR))
}

/// Stands between flags that are encoded.
const SEPARATOR: &str = "\x1f";

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

/// How the modules are compiled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Profile {
    /// As readers get them: link-time optimisation, then `wasm-opt`.
    Release,
    /// As someone who edits wants them: compiled anew in seconds, still fast enough to try.
    Dev,
}

impl Profile {
    /// `--dev`, or else (and by `--release`) release.
    pub(crate) fn from_arguments(arguments: &mut Arguments) -> Self {
        arguments.flag("--release");
        if arguments.flag("--dev") { Self::Dev } else { Self::Release }
    }
}

/// A crate that becomes a JavaScript module.
#[derive(Debug)]
struct Module {
    /// What its files in `pkg/` are called, and its profile in `Cargo.toml`.
    name: &'static str,
    /// The crate.
    package: &'static str,
    /// How `wasm-opt` goes about it.
    goal: Goal,
    /// What cargo is told beside.
    options: &'static [&'static str],
}

/// How long a function may be and still be put where it is called, a third of what LLVM does by itself: 17 KB less under brotli. In two runs beside
/// the first release an analysis took 0.73 (1,000 words) and 0.66 (1 MB) of its time with it, 0.72 and 0.64 without.
const INLINE_LESS: [&str; 2] =
    ["--config", r#"target.wasm32-unknown-unknown.rustflags=["-C", "llvm-args=-inline-threshold=75"]"#];

/// All modules.
const MODULES: [Module; 3] = [
    Module { name: "page", package: "postil-page", goal: Goal::Size, options: &[] },
    Module { name: "analysis", package: "postil-analysis", goal: Goal::Speed, options: &INLINE_LESS },
    Module { name: "anchor", package: "postil-anchoring", goal: Goal::Size, options: &[] },
];

/// Builds into `pkg/`. What stood there stays when anything fails.
///
/// # Errors
/// When a tool is missing or fails; the compiler has then said why.
pub(crate) fn into_pkg(profile: Profile) -> Result<()> {
    let begun = Instant::now();
    if profile == Profile::Release {
        npm::ensure_packages()?; // a missing Node is better told before the compiler's minutes than after
    }
    ensure_target()?;
    let staging = project::target()?.join("pkg");
    remove_folder(&staging)?;
    for module in &MODULES {
        let own = staging.join(module.name);
        make(module, profile, &own)?;
        copy_folder(&own, &staging)?;
        remove_folder(&own)?;
    }
    model::pack(&staging)?;
    publish(&staging, &project::root().join("pkg"))?;
    eprintln!("Built pkg/ ({profile:?}) in {:.1} s", begun.elapsed().as_secs_f64());
    Ok(())
}

/// Builds one module as readers get it, and puts it into `folder`, and nothing into `pkg/`.
///
/// # Errors
/// As [`into_pkg`].
pub(crate) fn alone(name: &str, folder: &Path) -> Result<()> {
    ensure_target()?;
    let module = MODULES.iter().find(|module| module.name == name).context("there is no such module")?;
    make(module, Profile::Release, folder)
}

/// Compiles the analysis's example `name` as the analysis itself is, and puts its wasm and bindings into `folder`.
///
/// # Errors
/// As [`into_pkg`].
pub(crate) fn example(name: &str, folder: &Path) -> Result<()> {
    let mut command = project::cargo();
    command.args(["build", "--package=postil-analysis", "--example", name, "--target", TARGET, "--profile=analysis"]);
    command.args(INLINE_LESS);
    let compiled = artifacts(keep_flags(&mut command))?;
    let compiled = compiled.iter().find(|path| path.file_stem().is_some_and(|stem| stem == name));
    bindings(compiled.context("cargo built no such example")?, name)?
        .emit(folder)
        .context("the bindings cannot be written")?;
    optimised(&folder.join(format!("{name}_bg.wasm")), Goal::Speed)
}

/// Compiles one module and puts its wasm, bindings and types into `staging`.
fn make(module: &Module, profile: Profile, staging: &Path) -> Result<()> {
    let compiled = compile(module, profile)?;
    let mut output = bindings(&compiled, module.name)?;
    let names = if profile == Profile::Release { shrink::imports(&mut output) } else { Map::new() };
    output.emit(staging).context("the bindings cannot be written")?;
    bundle::packages(staging)?;
    if profile == Profile::Release {
        shrink::scripts(staging, names)?;
        optimised(&staging.join(format!("{}_bg.wasm", module.name)), module.goal)?;
    }
    Ok(())
}

/// Has `wasm-opt` make `wasm` what it makes of it.
fn optimised(wasm: &Path, goal: Goal) -> Result<()> {
    let better = wasm.with_extension("optimised");
    optimise::wasm(wasm, &better, goal)?;
    fs::rename(&better, wasm).context("the optimised wasm cannot be put in place")
}

/// Compiles a module's crate to wasm.
fn compile(module: &Module, profile: Profile) -> Result<PathBuf> {
    let release = profile == Profile::Release;
    let profile = match profile {
        Profile::Release => module.name,
        Profile::Dev => "wasm-dev",
    };
    let mut command = project::cargo();
    command.args(["build", "--package", module.package, "--lib", "--target", TARGET, "--profile", profile]);
    if release {
        command.args(module.options);
    }
    let compiled = artifacts(keep_flags(&mut command))?;
    compiled.into_iter().next().context("cargo built no .wasm file")
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
fn bindings(wasm: &Path, name: &str) -> Result<Output> {
    let mut bindgen = Bindgen::new();
    bindgen.input_path(wasm).out_name(name).typescript(true).web(true)?;
    // `init()` without arguments finds the wasm beside the JavaScript, as the command's own bindings do
    bindgen.omit_default_module_path(false);
    bindgen.remove_name_section(true).remove_producers_section(true);
    bindgen.generate_output().context("wasm-bindgen could not make the bindings")
}

/// Written by hand; all else in `pkg/` is generated.
const KEPT: [&str; 4] = ["package.json", "README.md", "analysis.node.js", "anchor.node.js"];

/// Puts what is in `staging` into `pkg`, in the place of what was generated before.
fn publish(staging: &Path, pkg: &Path) -> Result<()> {
    for entry in fs::read_dir(pkg).context("pkg/ cannot be read")? {
        let entry = entry?;
        let kept = entry.file_name().to_str().is_some_and(|name| name.starts_with('.') || KEPT.contains(&name));
        match entry.path() {
            _ if kept => {}
            folder if folder.is_dir() => remove_folder(&folder)?,
            file => fs::remove_file(&file).with_context(|| format!("{} cannot be removed", file.display()))?,
        }
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn flags_of_the_environment_leave_the_vectors_alone() {
        let given = |flags: &str| Some(flags.to_owned());
        assert_eq!(flags(None, None), None);
        let both = flags(None, given("-D  warnings"));
        assert_eq!(both.as_deref(), Some("-D\x1fwarnings\x1f-C\x1ftarget-feature=+simd128"));
        let encoded = flags(given("--cfg\x1fa=\"b c\""), given("-D warnings"));
        assert_eq!(encoded.as_deref(), Some("--cfg\x1fa=\"b c\"\x1f-C\x1ftarget-feature=+simd128"));
    }
}
