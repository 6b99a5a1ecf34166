//! How time and memory of the command grow with its input, over texts and pages of many shapes.

mod fit;
mod run;
#[path = "../../../benches/shapes/mod.rs"]
mod shapes;
mod table;

use crate::{build, project};
use anyhow::{Context, Result, bail};
use run::{Command, Cost, Outcome};
use std::fs;

/// Input sizes in bytes; each is ten times the one before.
const SIZES: [usize; 4] = [10_000, 100_000, 1_000_000, 10_000_000];

/// Runs of which the fastest counts. What takes milliseconds is disturbed by whatever else the machine does.
const RUNS: [usize; 4] = [3, 3, 2, 1];

/// Runs that tell what the command takes to start; the fastest counts.
const STARTS: usize = 7;

/// The largest exponent of time and memory that passes: linear, and a tenth for caches that larger inputs fall out of.
const MOST_EXPONENT: f64 = 1.1;

/// The most memory a byte of input that passes, from [`LARGE`] on.
const MOST_MEMORY: f64 = 150.0;

/// Input from which on memory is counted a byte, in bytes: below, the fixed cost of word lists and tables shows.
const LARGE: usize = 1_000_000;

/// Memory that a run may be expected to take, in bytes. Larger ones are not tried.
const MOST_EXPECTED: u64 = 6_000_000_000;

/// What the command needs for one shape, by size.
struct Growth {
    name: &'static str,
    outcomes: Vec<Outcome>,
}

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

impl Growth {
    /// Whether the next size, ten times the last one, would take too long or too much.
    fn expects_too_much(&self) -> bool {
        match self.outcomes.last() {
            None => false,
            Some(Outcome::Done(Cost { memory, .. })) => memory * 10 > MOST_EXPECTED,
            Some(_) => true,
        }
    }

    /// The exponent of a cost from `from` bytes on, of the runs that take more than `base` does, beyond it; `None` where a run was cut off or
    /// not two are left.
    fn exponent(&self, sizes: &[usize], from: usize, base: Cost, cost: impl Fn(&Cost) -> f64) -> Option<f64> {
        let points = sizes.iter().zip(&self.outcomes).filter(|(size, _)| **size >= from);
        let points = points.map(|(&size, outcome)| match outcome {
            Outcome::Done(done) => Some((size as f64, cost(done))),
            _ => None,
        });
        fit::exponent(&points.collect::<Option<Vec<_>>>()?, cost(&base))
    }

    /// The most memory a byte of input, of the large ones.
    fn memory_a_byte(&self, sizes: &[usize]) -> Option<f64> {
        let large = sizes.iter().zip(&self.outcomes).filter(|(size, _)| **size >= LARGE);
        let memory = large.filter_map(|(&size, outcome)| match outcome {
            Outcome::Done(done) => Some(done.memory as f64 / size as f64),
            _ => None,
        });
        memory.max_by(f64::total_cmp)
    }

    fn is_cut_off(&self) -> bool {
        self.outcomes.iter().any(|o| !matches!(o, Outcome::Done(_)))
    }
}
