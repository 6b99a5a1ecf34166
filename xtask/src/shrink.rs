//! What of the module is names and spaces that only people read, made short.

use crate::npm;
use anyhow::{Context, Result};
use serde_json::{Map, Value};
use std::fs;
use std::path::Path;
use wasm_bindgen_cli_support::Output;

/// The names under which the bindings hand their functions to the module, long and unlike one another: of little use to
/// anybody, and hardly compressible.
const OURS: &str = "__wb";

/// Gives the functions that the module imports from its bindings short names, and says which: `{"long": "short"}`.
/// The same must be done to the bindings, see [`scripts`]. Names that the module exports stay: its types list them.
pub(crate) fn imports(output: &mut Output) -> Map<String, Value> {
    let mut names = Map::new();
    for import in output.wasm_mut().imports.iter_mut().filter(|i| i.name.starts_with(OURS)) {
        let short = names.len();
        let short = names.entry(&import.name).or_insert_with(|| name(short).into());
        import.name = short.as_str().unwrap_or_default().to_owned();
    }
    names
}

/// Name number `number`: a letter, then letters and digits. The bindings use no names as short as these for anything else.
fn name(mut number: usize) -> String {
    const LETTERS: &[u8; 52] = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    let mut name = String::new();
    loop {
        name.extend(LETTERS.get(number % LETTERS.len()).map(|&b| char::from(b)));
        number /= LETTERS.len();
        if number == 0 {
            return name;
        }
        number -= 1;
    }
}

/// Takes comments, spaces and long local names out of all JavaScript and CSS in `folder`, and renames properties by `names`.
///
/// # Errors
/// When Node or its packages cannot be had, or a file cannot be read or written.
pub(crate) fn scripts(folder: &Path, names: Map<String, Value>) -> Result<()> {
    let list = folder.join("names.json");
    fs::write(&list, Value::Object(names).to_string()).context("the list of names cannot be written")?;
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/minify.mjs");
    npm::run(npm::node()?.arg(script).arg(folder).arg(&list))?;
    fs::remove_file(list).context("the list of names cannot be removed")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn names_are_short_and_no_two_alike() {
        assert_eq!([0, 51, 52, 53, 104].map(name), ["a", "Z", "aa", "ba", "ab"]);
        let all: HashSet<String> = (0..2_000).map(name).collect();
        assert_eq!(all.len(), 2_000);
    }
}
