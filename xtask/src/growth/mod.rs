//! How time and memory of the command grow with its input, over texts and pages of many shapes.

mod fit;
mod measured;
mod run;
#[path = "../../../benches/shapes/mod.rs"]
mod shapes;
mod table;

use crate::{build, project};
use anyhow::{Context, Result, bail};
use measured::{Growth, MOST_EXPONENT, MOST_MEMORY, SIZES};
use run::{Command, Outcome};
use std::fs;

/// Runs of which the fastest counts. What takes milliseconds is disturbed by whatever else the machine does.
const RUNS: [usize; 4] = [3, 3, 2, 1];

/// Runs that tell what the command takes to start; the fastest counts.
const STARTS: usize = 7;

/// Measures all shapes, or those whose names contain `only`, up to inputs of `most` bytes, and prints the table.
///
/// # Errors
/// When the command cannot be built or fails, or when a shape grows faster or takes more memory than it may.
pub(crate) fn run(only: Option<&str>, most: Option<usize>) -> Result<()> {
    project::run(
        project::cargo().args(["build", "--release", "--quiet", "--package=postil", "--bin=postil"]),
        build::GET_RUST,
    )?;
    let target = project::target()?;
    let command = Command::new(target.join("release").join(format!("postil{}", std::env::consts::EXE_SUFFIX)));
    let folder = target.join("growth");
    fs::create_dir_all(&folder).context("the folder for inputs cannot be made")?;

    let shapes: Vec<_> = shapes::all().into_iter().filter(|s| only.is_none_or(|o| s.name.contains(o))).collect();
    if shapes.is_empty() {
        bail!("no shape's name contains “{}”", only.unwrap_or_default());
    }
    let sizes: Vec<usize> = SIZES.into_iter().filter(|&s| most.is_none_or(|most| s <= most)).collect();
    let start = fs::write(folder.join("start.txt"), "a").map(|()| folder.join("start.txt"))?;
    table::head(&sizes);
    let mut failed = 0;
    for shape in shapes {
        // anew for each: on a busy machine what a run takes changes from minute to minute
        let Outcome::Done(base) = command.fastest(&start, STARTS)? else { bail!("the command does not end") };
        let mut growth = Growth { name: shape.name, outcomes: Vec::new() };
        for (&size, runs) in sizes.iter().zip(RUNS) {
            let outcome = if growth.expects_too_much() {
                Outcome::Untried
            } else {
                let input = folder.join(if shape.html { "input.html" } else { "input.txt" });
                fs::write(&input, shape.input(size))?;
                command.fastest(&input, runs)?.less(base)
            };
            growth.outcomes.push(outcome);
        }
        failed += usize::from(!table::row(&growth, &sizes, base));
    }
    if failed > 0 {
        bail!("{failed} shapes grow faster than {MOST_EXPONENT} or take more than {MOST_MEMORY} bytes a byte");
    }
    Ok(())
}
