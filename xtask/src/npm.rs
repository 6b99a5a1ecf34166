//! Packages from npm: installed when missing, or when the lock file has changed.

use crate::project;
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::PathBuf;
use std::process::Command;

/// How a person gets Node.
const GET_NODE: &str = "install Node 20.19 or later, npm included, from https://nodejs.org or your system's packages (Debian: apt-get install nodejs npm)";

/// The oldest Node that the tools in `package.json` run on.
const OLDEST_NODE: (u32, u32) = (20, 19);

/// Node, in the project's folder, with its packages in place.
///
/// # Errors
/// When Node or npm is missing or too old, or the packages cannot be had.
pub(crate) fn node() -> Result<Command> {
    ensure_packages()?;
    Ok(project::tool("node"))
}

/// Runs `command`, a [`node`], its output shown.
///
/// # Errors
/// When it fails.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    project::run(command, GET_NODE)
}

/// A file of an installed package.
pub(crate) fn file(path: &str) -> PathBuf {
    project::root().join("node_modules").join(path)
}

/// Runs `npm ci` unless what is installed came from the present lock file.
///
/// # Errors
/// As for [`node`].
pub(crate) fn ensure_packages() -> Result<()> {
    check_node()?;
    let root = project::root();
    let lock = fs::read(root.join("package-lock.json")).context("package-lock.json cannot be read")?;
    // npm's own record there has another form; a copy of the lock file is compared exactly.
    let stamp = root.join("node_modules/.installed-from.json");
    if fs::read(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    eprintln!("Installing the tools of package-lock.json (npm ci)");
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    project::run(
        project::tool(npm).args(["ci", "--no-audit", "--no-fund", "--loglevel=error"]).stdout(std::io::stderr()),
        GET_NODE,
    )?;
    fs::write(stamp, lock).context("node_modules cannot be written to")
}

fn check_node() -> Result<()> {
    let version = project::output(project::tool("node").arg("--version"), GET_NODE)?;
    match parse_version(&version) {
        Some(found) if found < OLDEST_NODE => bail!("Node {} is too old; {GET_NODE}", version.trim()),
        _ => Ok(()),
    }
}

fn parse_version(version: &str) -> Option<(u32, u32)> {
    let mut parts = version.trim().strip_prefix('v')?.split('.').map(str::parse);
    Some((parts.next()?.ok()?, parts.next()?.ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_node_prints() {
        assert_eq!(parse_version("v20.19.4\n"), Some((20, 19)));
        assert!(parse_version("v18.20.0").is_some_and(|found| found < OLDEST_NODE));
        assert_eq!(parse_version("weird"), None);
    }
}
