//! Whether every crate that the project builds on has a licence that `deny.toml` allows, and comes from where it allows.
//! A stand-in for cargo-deny, which takes longer to compile than all of the project's other checks together.

use crate::project;
use anyhow::{Context, Result, bail};
use serde_json::Value;
use std::fs;

/// Checks every crate in `Cargo.lock`, whatever platform it is for.
///
/// # Errors
/// When one may not be used; the message lists all such.
pub(crate) fn run() -> Result<()> {
    let rules = fs::read_to_string(project::root().join("deny.toml")).context("deny.toml cannot be read")?;
    let allowed = list(&rules, "allow").context("deny.toml has no list `allow`")?;
    let sources = list(&rules, "allow-registry").context("deny.toml has no list `allow-registry`")?;
    let metadata = project::output(project::cargo().args(["metadata", "--format-version=1", "--locked"]), "rustup")?;
    let metadata: Value = serde_json::from_str(&metadata).context("cargo metadata wrote something else than JSON")?;
    let packages = metadata.get("packages").and_then(Value::as_array).context("cargo metadata listed no packages")?;
    let faults: Vec<String> = packages.iter().filter_map(|package| fault(package, &allowed, &sources)).collect();
    if !faults.is_empty() {
        bail!("deny.toml forbids:\n{}", faults.join("\n"));
    }
    println!("Licences and sources of {} crates are allowed", packages.len());
    Ok(())
}

fn fault(package: &Value, allowed: &[String], sources: &[String]) -> Option<String> {
    let field = |name: &str| package.get(name).and_then(Value::as_str);
    let name = format!("{} {}", field("name").unwrap_or("?"), field("version").unwrap_or("?"));
    // A crate of this workspace has no source.
    if let Some(source) = field("source") {
        let known = source.strip_prefix("registry+").is_some_and(|registry| sources.iter().any(|s| s == registry));
        if !known {
            return Some(format!("{name} comes from {source}"));
        }
    }
    let licence = field("license").unwrap_or("no licence named");
    (!is_allowed(licence, allowed)).then(|| format!("{name} is under {licence}"))
}

/// Whether an SPDX expression can be met by the allowed licences. `/` is the old way to write `OR`.
fn is_allowed(expression: &str, allowed: &[String]) -> bool {
    let spaced = expression.replace('/', " OR ").replace('(', " ( ").replace(')', " ) ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut at = 0;
    any_of(&words, &mut at, allowed) && at == words.len()
}

/// `a OR b`, where `AND` binds closer.
fn any_of(words: &[&str], at: &mut usize, allowed: &[String]) -> bool {
    let mut met = all_of(words, at, allowed);
    while words.get(*at) == Some(&"OR") {
        *at += 1;
        met |= all_of(words, at, allowed);
    }
    met
}

fn all_of(words: &[&str], at: &mut usize, allowed: &[String]) -> bool {
    let mut met = one(words, at, allowed);
    while words.get(*at) == Some(&"AND") {
        *at += 1;
        met &= one(words, at, allowed);
    }
    met
}

fn one(words: &[&str], at: &mut usize, allowed: &[String]) -> bool {
    let Some(&word) = words.get(*at) else { return false };
    *at += 1;
    if word == "(" {
        let met = any_of(words, at, allowed);
        let closed = words.get(*at) == Some(&")");
        *at += 1;
        return met && closed;
    }
    let mut licence = word.to_owned();
    if words.get(*at) == Some(&"WITH") {
        licence = format!("{word} WITH {}", words.get(*at + 1).copied().unwrap_or_default());
        *at += 2;
    }
    allowed.contains(&licence)
}

/// The strings of `name = ["…", …]` in a TOML file.
fn list(toml: &str, name: &str) -> Option<Vec<String>> {
    let start = toml
        .lines()
        .position(|line| line.trim().strip_prefix(name).is_some_and(|rest| rest.trim().starts_with('=')))?;
    let after: String = toml.lines().skip(start).collect::<Vec<_>>().join("\n");
    let (inside, _) = after.split_once('[')?.1.split_once(']')?;
    Some(inside.split('"').skip(1).step_by(2).map(str::to_owned).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn allowed() -> Vec<String> {
        ["MIT", "ISC", "Apache-2.0 WITH LLVM-exception"].map(str::to_owned).to_vec()
    }

    #[test]
    fn reads_expressions() {
        for good in [
            "MIT",
            "MIT/Apache-2.0",
            "GPL-3.0 OR MIT",
            "(MIT OR GPL-3.0) AND ISC",
            "Apache-2.0 WITH LLVM-exception OR GPL-2.0",
        ] {
            assert!(is_allowed(good, &allowed()), "{good}");
        }
        for bad in ["GPL-3.0", "MIT AND GPL-3.0", "Apache-2.0", "MIT ISC", "(MIT", "", "no licence named"] {
            assert!(!is_allowed(bad, &allowed()), "{bad}");
        }
    }

    #[test]
    fn names_what_may_not_be_used() {
        let sources = ["https://registry.example".to_owned()];
        let package = |licence: Value, source: Value| json!({"name": "x", "version": "1.0.0", "license": licence, "source": source});
        let registry = || json!("registry+https://registry.example");
        assert_eq!(fault(&package(json!("MIT"), registry()), &allowed(), &sources), None);
        let copyleft = fault(&package(json!("GPL-3.0"), registry()), &allowed(), &sources);
        assert_eq!(copyleft.as_deref(), Some("x 1.0.0 is under GPL-3.0"));
        assert!(fault(&package(Value::Null, registry()), &allowed(), &sources).is_some());
        let git = fault(&package(json!("MIT"), json!("git+https://git.example/x")), &allowed(), &sources);
        assert_eq!(git.as_deref(), Some("x 1.0.0 comes from git+https://git.example/x"));
    }

    #[test]
    fn reads_lists_over_several_lines() {
        let toml = "allow-registry = [\"r\"]\nallow = [\n    \"MIT\", # so\n    \"ISC\",\n]\n";
        assert_eq!(list(toml, "allow").unwrap(), ["MIT", "ISC"]);
        assert_eq!(list(toml, "allow-registry").unwrap(), ["r"]);
        assert_eq!(list(toml, "deny"), None);
    }
}
