//! Training: the model file of `models/` from annotated corpora that whoever trains has to bring along.

use crate::{build, project};
use anyhow::Result;

/// Runs the trainer with what was typed behind the command; it writes `models/postil.model` unless told otherwise.
///
/// # Errors
/// When the trainer cannot be built, or a corpus cannot be read.
pub(crate) fn run(typed: &[String]) -> Result<()> {
    let mut command = project::cargo();
    command.args(["run", "--release", "--quiet", "--package=trainer", "--"]).args(typed);
    if !typed.iter().any(|word| word == "--out" || word.starts_with("--out=")) {
        command.args(["--out", "models/postil.model"]);
    }
    project::run(&mut command, build::GET_RUST)
}
