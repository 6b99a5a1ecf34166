//! Exact spans, right and wrong.

use postil::train::{Label, labelled_spans};
use std::collections::{BTreeMap, HashSet};
use std::ops::Range;

/// Right, found and wanted spans of each kind.
#[derive(Clone, Copy, Default)]
pub(crate) struct Score([[usize; 3]; 4]);

impl Score {
    pub(crate) fn count(&mut self, gold: &[Label], guess: &[Label]) {
        let (gold, guess) = (spans(gold), spans(guess));
        for span in &guess {
            self.0[usize::from(span.1)][1] += 1;
            self.0[usize::from(span.1)][0] += usize::from(gold.contains(span));
        }
        gold.iter().for_each(|span| self.0[usize::from(span.1)][2] += 1);
    }

    /// F1 in per cent of each kind.
    pub(crate) fn kinds(&self) -> [f64; 4] {
        self.0.map(f1)
    }

    /// F1 in per cent over persons, organisations and places.
    pub(crate) fn core(&self) -> f64 {
        f1([0, 1, 2].map(|i| self.0[0][i] + self.0[1][i] + self.0[2][i]))
    }
}

fn f1([right, found, wanted]: [usize; 3]) -> f64 {
    200.0 * right as f64 / (found + wanted).max(1) as f64
}

fn spans(labels: &[Label]) -> HashSet<(Range<usize>, u8)> {
    labelled_spans(labels).into_iter().collect()
}

/// Prints a line for each source and one for all.
pub(crate) fn print(title: &str, scores: &BTreeMap<String, Score>) {
    for (source, score) in scores {
        let [per, org, loc, misc] = score.kinds();
        println!("{title} {source}: core {:.2} PER {per:.1} ORG {org:.1} LOC {loc:.1} MISC {misc:.1}", score.core());
    }
}
