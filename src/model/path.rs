//! The best path of labels through a sentence.

use super::points::{COLUMNS, Points};

/// All labels: the neutral label 0, then one for each column.
pub(crate) const LABELS: usize = COLUMNS + 1;

/// Kinds of runs; the labels of kind `k` are `1 + 4 * k` and the next three: the first, inner, last and only word of a run.
const KINDS: usize = COLUMNS / 4;

/// Labels behind which no run goes on: 0, then the last and the only word of each kind. As many go on with no run: 0, then the first and
/// the only word of each kind.
const APART: usize = 1 + 2 * KINDS;

/// Points that no path survives.
const NEVER: i32 = -1_000_000;

/// Points for steps between labels. No other steps are possible.
#[derive(Default)]
pub(super) struct Steps {
    /// To each label at the beginning of a sentence.
    begin: Reached,
    /// From each label behind which no run goes on to each that goes on with none.
    apart: [[i32; APART]; APART],
    /// How much more those of a label are at most than those of the neutral one.
    more: [i32; APART],
    /// For each kind, from the first and from an inner word, to an inner and to the last one.
    inside: [[[i32; 2]; 2]; KINDS],
}

/// Points of the best way to each label of a word.
#[derive(Clone, Copy, Debug, Default)]
struct Reached {
    /// Of the labels behind which no run goes on.
    ends: [i32; APART],
    /// Of the first and an inner word of each kind.
    open: [[i32; 2]; KINDS],
    /// Whether every way to a label that goes on with no run comes from the neutral label.
    apart: bool,
}

impl Steps {
    /// From a matrix: `steps[from][to]`, and `steps[LABELS]` at the beginning; `None` is never taken.
    pub(super) fn new(steps: &[[Option<i16>; LABELS]; LABELS + 1]) -> Self {
        let points = |from: usize, to: usize| steps[from][to].map_or(NEVER, i32::from);
        let end = |at: usize| if at == 0 { 0 } else { (at - 1) / 2 * 4 + 3 + (at - 1) % 2 };
        let beginning = |at: usize| if at == 0 { 0 } else { (at - 1) / 2 * 4 + 1 + (at - 1) % 2 * 3 };
        use std::array::from_fn;
        let apart: [[i32; APART]; APART] = from_fn(|from| from_fn(|to| points(end(from), beginning(to))));
        let more = |from: usize| (0..APART).map(|to| apart[from][to] - apart[0][to]).max().unwrap_or_default();
        Self {
            more: from_fn(more),
            begin: Reached {
                ends: from_fn(|at| points(LABELS, end(at))),
                open: from_fn(|kind| from_fn(|part| points(LABELS, 1 + 4 * kind + part))),
                apart: false,
            },
            apart,
            inside: from_fn(|kind| from_fn(|from| from_fn(|to| points(1 + 4 * kind + from, 2 + 4 * kind + to)))),
        }
    }

    /// The labels of the best path through `emissions`, one for each word of a sentence, put into `path`.
    ///
    /// Viterbi's algorithm (1967); time and memory grow with the words, times the steps that are possible between labels. Which label
    /// each comes from is asked only on the way back, of the labels of the path alone.
    pub(super) fn best(&self, emissions: &[Points], path: &mut Vec<u8>) {
        let mut reached: Vec<Reached> = Vec::with_capacity(emissions.len());
        for emission in emissions {
            let word = match reached.last() {
                Some(last) => self.step(last),
                None => self.begin,
            };
            reached.push(word.with(emission));
        }
        path.clear();
        path.resize(emissions.len(), 0);
        let Some(last) = reached.last() else { return };
        let mut label = first_best(LABELS, |label| last.points(label));
        let mut here = last;
        for (at, slot) in path.iter_mut().enumerate().rev() {
            *slot = label as u8;
            let Some(before) = at.checked_sub(1).and_then(|at| reached.get(at)) else { break };
            label = self.back(before, here, label);
            here = before;
        }
    }

    /// The points of the best ways behind a word whose labels are `reached`, before anything is known of the next word.
    fn step(&self, last: &Reached) -> Reached {
        let outside = last.ends[0];
        let mut best = self.apart[0].map(|step| outside + step);
        // most words are far from any run's end: from there, no way is the best
        let near: [bool; APART] = std::array::from_fn(|end| last.ends[end] + self.more[end] > outside);
        let apart = near.iter().skip(1).fold(true, |apart, near| apart & !near);
        if !apart {
            for end in (1..APART).filter(|&end| near[end]) {
                let (from, steps) = (last.ends[end], &self.apart[end]);
                for to in 0..APART {
                    best[to] = best[to].max(from + steps[to]);
                }
            }
        }
        let mut next = Reached { ends: best, open: [[0; 2]; KINDS], apart };
        for kind in 0..KINDS {
            let ([first, inner], [from_first, from_inner]) = (last.open[kind], self.inside[kind]);
            next.open[kind] = [best[1 + 2 * kind], (first + from_first[0]).max(inner + from_inner[0])];
            next.ends[1 + 2 * kind] = (first + from_first[1]).max(inner + from_inner[1]);
        }
        next
    }

    /// The label that the best way to `label` of the word `here` comes from, the labels of the word before being `last`.
    fn back(&self, last: &Reached, here: &Reached, label: usize) -> usize {
        let (kind, part) = (label.saturating_sub(1) / 4, (label + 3) % 4);
        if label > 0 && (part == 1 || part == 2) {
            let from = first_best(2, |from| last.open[kind][from] + self.inside[kind][from][part - 1]);
            return 1 + 4 * kind + from;
        }
        if here.apart {
            return 0;
        }
        let to = if label == 0 { 0 } else { 1 + 2 * kind + part / 3 };
        let end = first_best(APART, |end| last.ends[end] + self.apart[end][to]);
        if end == 0 { 0 } else { (end - 1) / 2 * 4 + 3 + (end - 1) % 2 }
    }
}

impl Points {
    /// The most points of a label that begins a run, ends one, or is one.
    pub(crate) fn likeliest(&self) -> i32 {
        let of = |[first, _, last, only]: [i32; 4]| first.max(last).max(only);
        (1..KINDS).fold(of(self.four(0)), |most, kind| most.max(of(self.four(kind))))
    }
}

impl Reached {
    /// The same with the points that a word itself gives to its labels.
    fn with(mut self, word: &Points) -> Self {
        for kind in 0..KINDS {
            let [first, inner, last, only] = word.four(kind);
            self.open[kind][0] += first;
            self.open[kind][1] += inner;
            self.ends[1 + 2 * kind] += last;
            self.ends[2 + 2 * kind] += only;
        }
        self
    }

    fn points(&self, label: usize) -> i32 {
        let (kind, part) = (label.saturating_sub(1) / 4, (label + 3) % 4);
        match part {
            _ if label == 0 => self.ends[0],
            0 | 1 => self.open[kind][part],
            _ => self.ends[1 + 2 * kind + part - 2],
        }
    }
}

/// The first of the numbers below `count` with the most points.
fn first_best(count: usize, points: impl Fn(usize) -> i32) -> usize {
    (1..count).fold(0, |best, at| if points(at) > points(best) { at } else { best })
}

#[cfg(test)]
mod tests {
    use super::super::points::Row;
    use super::*;
    use proptest::prelude::*;

    /// Whether `to` may stand behind `from`.
    fn allowed(from: usize, to: usize) -> bool {
        let open = from > 0 && (from - 1) % 4 < 2;
        let inner = to > 0 && matches!((to - 1) % 4, 1 | 2);
        if open { inner && (from - 1) / 4 == (to - 1) / 4 } else { !inner }
    }

    proptest! {
        /// Every path is tried: none has more points than the one that is found.
        #[test]
        fn no_path_is_better(
            points in proptest::collection::vec(proptest::array::uniform16(-20i8..20), 1..4),
            step in proptest::array::uniform32(-20i16..20),
        ) {
            let step_points = |from: usize, to: usize| step[(from * 7 + to * 3) % 32];
            let matrix = std::array::from_fn(|from| {
                std::array::from_fn(|to| {
                    let inner = to > 0 && matches!((to - 1) % 4, 1 | 2);
                    let possible = if from == LABELS { !inner } else { allowed(from, to) };
                    possible.then(|| step_points(from, to))
                })
            });
            let emissions: Vec<Points> = points.iter().map(|weights| {
                let mut row = Row::ZERO;
                weights.iter().enumerate().for_each(|(column, &w)| row.set(column, w));
                let mut points = Points::default();
                points.add(row);
                points
            }).collect();
            let mut path = Vec::new();
            Steps::new(&matrix).best(&emissions, &mut path);
            let total = |path: &[usize]| {
                let mut from = LABELS;
                path.iter().zip(&points).try_fold(0i32, |sum, (&to, word)| {
                    let step = i32::from(matrix[from][to]?);
                    from = to;
                    Some(sum + step + if to == 0 { 0 } else { i32::from(word[to - 1]) })
                })
            };
            let found: Vec<usize> = path.iter().map(|&l| usize::from(l)).collect();
            let best = total(&found);
            prop_assert!(best.is_some(), "{found:?}");
            for number in 0..LABELS.pow(points.len() as u32) {
                let mut rest = number;
                let other: Vec<usize> = points.iter().map(|_| { let label = rest % LABELS; rest /= LABELS; label }).collect();
                prop_assert!(total(&other) <= best, "{other:?} is better than {found:?}");
            }
        }
    }

    #[test]
    fn no_words_no_labels() {
        let mut path = vec![1];
        Steps::default().best(&[], &mut path);
        assert!(path.is_empty());
    }
}
