//! Scripts and styles without what only people read.

use crate::npm;
use anyhow::Result;
use std::path::Path;

/// Takes comments, spaces and long local names out of all JavaScript and CSS in `folder`.
///
/// # Errors
/// When Node or its packages cannot be had, or a file cannot be read or written.
pub(crate) fn scripts(folder: &Path) -> Result<()> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/minify.mjs");
    npm::run(npm::node()?.arg(script).arg(folder))
}
