//! What was measured of one shape, and how it grows.

use super::fit;
use super::run::{Cost, Outcome};

/// Input sizes in bytes; each is ten times the one before.
pub(super) const SIZES: [usize; 4] = [10_000, 100_000, 1_000_000, 10_000_000];

/// The largest exponent of time and memory that passes: linear, and a tenth for caches that larger inputs fall out of.
pub(super) const MOST_EXPONENT: f64 = 1.1;

/// The most memory a byte of input that passes, from [`LARGE`] on.
pub(super) const MOST_MEMORY: f64 = 150.0;

/// Input from which on memory is counted a byte, in bytes: below, the fixed cost of word lists and tables shows.
pub(super) const LARGE: usize = 1_000_000;

/// Memory that a run may be expected to take, in bytes. Larger ones are not tried.
pub(super) const MOST_EXPECTED: u64 = 6_000_000_000;

/// What the command needs for one shape, by size.
pub(super) struct Growth {
    pub(super) name: &'static str,
    pub(super) outcomes: Vec<Outcome>,
}

impl Growth {
    /// Whether the next size, ten times the last one, would take too long or too much.
    pub(super) fn expects_too_much(&self) -> bool {
        match self.outcomes.last() {
            None => false,
            Some(Outcome::Done(Cost { memory, .. })) => memory * 10 > MOST_EXPECTED,
            Some(_) => true,
        }
    }

    /// The exponent of a cost from `from` bytes on, of the runs that take more than `base` does, beyond it; `None` where a run was cut off or
    /// not two are left.
    pub(super) fn exponent(
        &self,
        sizes: &[usize],
        from: usize,
        base: Cost,
        cost: impl Fn(&Cost) -> f64,
    ) -> Option<f64> {
        let points = sizes.iter().zip(&self.outcomes).filter(|(size, _)| **size >= from);
        let points = points.map(|(&size, outcome)| match outcome {
            Outcome::Done(done) => Some((size as f64, cost(done))),
            _ => None,
        });
        fit::exponent(&points.collect::<Option<Vec<_>>>()?, cost(&base))
    }

    /// The most memory a byte of input, of the large ones.
    pub(super) fn memory_a_byte(&self, sizes: &[usize]) -> Option<f64> {
        let large = sizes.iter().zip(&self.outcomes).filter(|(size, _)| **size >= LARGE);
        let memory = large.filter_map(|(&size, outcome)| match outcome {
            Outcome::Done(done) => Some(done.memory as f64 / size as f64),
            _ => None,
        });
        memory.max_by(f64::total_cmp)
    }

    pub(super) fn is_cut_off(&self) -> bool {
        self.outcomes.iter().any(|o| !matches!(o, Outcome::Done(_)))
    }
}
