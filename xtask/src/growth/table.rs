//! The benchmark's table, in Markdown.

use super::run::{Cost, Outcome};
use super::{Growth, MOST_EXPONENT, MOST_MEMORY, SIZES};

/// Prints the head of a table with a column for each of `sizes`.
pub(super) fn head(sizes: &[usize]) {
    println!("Processor seconds, exponents and bytes of memory, all beyond what a run on one letter takes.\n");
    let columns: String = sizes.iter().map(|&size| format!(" {} |", named(size))).collect();
    println!("| shape |{columns} time grows by | memory grows by | bytes a byte | |");
    println!("|---|{}---|---|---|---|", "---|".repeat(sizes.len()));
}

/// Prints one shape's row; says whether it passes.
pub(super) fn row(growth: &Growth, sizes: &[usize], base: Cost) -> bool {
    let time = growth.exponent(sizes, SIZES[1], base, |cost| cost.seconds);
    let memory = growth.exponent(sizes, SIZES[1], base, |cost| cost.memory as f64);
    let a_byte = growth.memory_a_byte(sizes);
    let good = !growth.is_cut_off()
        && [time, memory].iter().flatten().all(|&e| e <= MOST_EXPONENT)
        && a_byte.is_none_or(|b| b <= MOST_MEMORY);
    let seconds = |outcome: &Outcome| match outcome {
        Outcome::Done(cost) => format!(" {:.3} |", cost.seconds),
        Outcome::Capped => " too long |".to_owned(),
        Outcome::Untried => " – |".to_owned(),
    };
    let seconds: String = growth.outcomes.iter().map(seconds).collect();
    let shown = |value: Option<f64>, digits: usize| value.map_or("–".to_owned(), |v| format!("{v:.digits$}"));
    println!(
        "| {} |{seconds} {} | {} | {} | {} |",
        growth.name,
        shown(time, 2),
        shown(memory, 2),
        shown(a_byte, 0),
        if good { "" } else { "too much" }
    );
    good
}

/// A size in words.
fn named(bytes: usize) -> String {
    if bytes >= 1_000_000 { format!("{} MB", bytes / 1_000_000) } else { format!("{} kB", bytes / 1_000) }
}
