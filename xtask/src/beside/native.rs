//! The native side: what divan prints of `benches/analysis.rs`.

use crate::invented::Size;
use crate::{build, project};
use anyhow::{Context, Result};

/// The median time from snapshot to analysis of the invented article of a size, in milliseconds.
///
/// # Errors
/// When the benchmark fails or prints something else than divan does.
pub(super) fn median(size: Size) -> Result<f64> {
    let mut command = project::cargo();
    command.args(["bench", "--quiet", "--bench=analysis", "--", "--color=never", "analysis"]);
    let printed = project::output(&mut command, build::GET_RUST)?;
    read_median(&printed, &format!("{size:?}")).context("the benchmark printed no median")
}

/// The third column of the row `name` below the row `analysis`.
fn read_median(printed: &str, name: &str) -> Option<f64> {
    let group = printed.find("─ analysis")?;
    let row = printed.get(group..)?.lines().find_map(|line| line.split_once(&format!("─ {name} ")))?.1;
    let (number, unit) = row.split('│').nth(2)?.trim().split_once(' ')?;
    let scale = match unit {
        "ns" => 1e-6,
        "µs" => 1e-3,
        "ms" => 1.0,
        "s" => 1e3,
        _ => return None,
    };
    number.parse::<f64>().ok().map(|number| number * scale)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_divan_prints() {
        let printed = "\
analysis         fastest       │ slowest       │ median        │ mean          │ samples │ iters
├─ analysis                    │               │               │               │         │
│  ├─ Words1000  2.4 ms        │ 5.1 ms        │ 2.9 ms        │ 3 ms          │ 100     │ 100
│  │             3.4 MB/s      │ 1.6 MB/s      │ 2.9 MB/s      │ 2.8 MB/s      │         │
│  ╰─ Megabyte   1.2 s         │ 1.4 s         │ 1.3 s         │ 1.3 s         │ 100     │ 100
╰─ parse                       │               │               │               │         │
   ├─ Words1000  90.1 µs       │ 120 µs        │ 95.3 µs       │ 96 µs         │ 100     │ 100
";
        assert_eq!(read_median(printed, "Words1000"), Some(2.9));
        assert_eq!(read_median(printed, "Megabyte"), Some(1_300.0));
        assert_eq!(read_median(printed, "Other"), None);
    }
}
