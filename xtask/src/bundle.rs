//! npm packages that scripts of the modules import: brought into them, so that `pkg/` stands alone.

use crate::{npm, project};
use anyhow::Result;
use std::path::Path;

/// Bundles, in place, every script in `folder` that imports an npm package.
///
/// # Errors
/// When Node or its packages cannot be had, or a package is not there.
pub(crate) fn packages(folder: &Path) -> Result<()> {
    npm::run(npm::node()?.arg(project::root().join("xtask/src/bundle.mjs")).arg(folder))
}
