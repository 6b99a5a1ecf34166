//! Where the project lies, and how its tools are run.

use anyhow::{Context, Result, anyhow, bail};
use serde_json::Value;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The project's folder: the one above this crate's.
pub(crate) fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_path_buf()
}

/// Cargo's target folder, wherever the environment or a configuration puts it.
///
/// # Errors
/// When cargo cannot read the workspace.
pub(crate) fn target() -> Result<PathBuf> {
    let output = output(cargo().args(["metadata", "--format-version=1", "--no-deps", "--offline"]), "cargo")?;
    let metadata: Value = serde_json::from_str(&output).context("cargo metadata wrote something else than JSON")?;
    let path = metadata.get("target_directory").and_then(Value::as_str);
    Ok(PathBuf::from(path.context("cargo metadata named no target folder")?))
}

/// The cargo that runs this command, in the project's folder.
pub(crate) fn cargo() -> Command {
    tool(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// A tool, in the project's folder.
pub(crate) fn tool(program: impl AsRef<std::ffi::OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(root());
    command
}

/// Runs `command`, its output shown.
///
/// # Errors
/// When it is missing (`get` says how to get it) or fails.
pub(crate) fn run(command: &mut Command, get: &str) -> Result<()> {
    let name = name_of(command);
    let status = command.status().map_err(|error| unstarted(&name, &error, get))?;
    if !status.success() {
        bail!("{name} failed ({status})");
    }
    Ok(())
}

/// Runs `command` and gives what it wrote to standard output; its standard error is shown.
///
/// # Errors
/// When it is missing (`get` says how to get it) or fails.
pub(crate) fn output(command: &mut Command, get: &str) -> Result<String> {
    let name = name_of(command);
    let output = command.stderr(Stdio::inherit()).output().map_err(|error| unstarted(&name, &error, get))?;
    if !output.status.success() {
        bail!("{name} failed ({})", output.status);
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Whether `program` can be started with `--version`.
pub(crate) fn exists(program: impl AsRef<std::ffi::OsStr>) -> bool {
    Command::new(program)
        .arg("--version")
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

fn name_of(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let mut words = vec![program.file_stem().unwrap_or(program.as_os_str()).to_string_lossy().into_owned()];
    words.extend(command.get_args().take(2).map(|word| word.to_string_lossy().into_owned()));
    format!("`{} …`", words.join(" "))
}

fn unstarted(name: &str, error: &std::io::Error, get: &str) -> anyhow::Error {
    match error.kind() {
        ErrorKind::NotFound => anyhow!("{name} is not on this machine; get it: {get}"),
        _ => anyhow!("{name} could not be started: {error}"),
    }
}
