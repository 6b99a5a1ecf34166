//! The best path of labels through a sentence.

use super::scores::{COLUMNS, EmissionScores};

/// All labels: the neutral label 0, then one for each column.
pub(crate) const LABELS: usize = COLUMNS + 1;

/// Kinds of runs; the labels of kind `k` are `1 + 4 * k` and the next three: the first, inner, last and only word of a run.
const KINDS: usize = COLUMNS / 4;

/// EmissionScores for one label of each kind.
type Each = [i32; KINDS];

/// EmissionScores that no path survives.
const NEVER: i32 = -1_000_000;

/// EmissionScores for steps between labels. No other steps are possible.
#[derive(Default)]
pub(super) struct TransitionScores {
    /// To each label at the beginning of a sentence.
    begin: Reached,
    /// From the neutral label to each that goes on with no run.
    outside: Onward,
    /// The same from the last word of each kind, and from the only one.
    ends: [[Onward; KINDS]; 2],
    /// How much more those are at most than those from the neutral label.
    more: [Each; 2],
    /// From the first and from an inner word, to an inner and to the last one.
    inside: [[Each; 2]; 2],
}

/// EmissionScores to the labels that go on with no run: the neutral one, and the first and the only word of each kind.
#[derive(Clone, Copy, Debug, Default)]
struct Onward {
    neutral: i32,
    first: Each,
    only: Each,
}

/// EmissionScores of the best way to each label of a word.
#[derive(Clone, Copy, Debug, Default)]
struct Reached {
    neutral: i32,
    /// Of the first and an inner word of each kind.
    open: [Each; 2],
    /// Of the last and the only word of each kind.
    ends: [Each; 2],
    /// Whether every way to a label that goes on with no run comes from the neutral label.
    apart: bool,
}

/// DecoderScratch for finding paths, kept from one sentence to the next.
#[derive(Default)]
pub(crate) struct DecoderScratch {
    /// For each word.
    reached: Vec<Reached>,
    path: Vec<u8>,
}

impl TransitionScores {
    /// From a matrix: `steps[from][to]`, and `steps[LABELS]` at the beginning; `None` is never taken.
    pub(super) fn new(steps: &[[Option<i16>; LABELS]; LABELS + 1]) -> Self {
        use std::array::from_fn;
        let points = |from: usize, to: usize| steps[from][to].map_or(NEVER, i32::from);
        let label = |kind: usize, part: usize| 1 + 4 * kind + part;
        let onward = |from: usize| Onward {
            neutral: points(from, 0),
            first: from_fn(|kind| points(from, label(kind, 0))),
            only: from_fn(|kind| points(from, label(kind, 3))),
        };
        let outside = onward(0);
        let ends = [2, 3].map(|part| from_fn(|kind| onward(label(kind, part))));
        Self {
            begin: Reached {
                neutral: points(LABELS, 0),
                open: [0, 1].map(|part| from_fn(|kind| points(LABELS, label(kind, part)))),
                ends: [2, 3].map(|part| from_fn(|kind| points(LABELS, label(kind, part)))),
                apart: false,
            },
            outside,
            ends,
            more: ends.map(|ends: [Onward; KINDS]| ends.map(|end| end.most_above(&outside))),
            inside: [0, 1].map(|from| [1, 2].map(|to| from_fn(|kind| points(label(kind, from), label(kind, to))))),
        }
    }

    /// The labels of the best path through `emissions`, one for each word of a sentence.
    ///
    /// Viterbi's algorithm (1967); time and memory grow with the words, times the steps that are possible between labels. Which label
    /// each comes from is asked only on the way back, of the labels of the path alone.
    pub(super) fn best<'r>(&self, emissions: &[EmissionScores], room: &'r mut DecoderScratch) -> &'r [u8] {
        let DecoderScratch { reached, path } = room;
        reached.clear();
        reached.reserve(emissions.len());
        path.clear();
        path.resize(emissions.len(), 0);
        for emission in emissions {
            let word = match reached.last() {
                Some(last) => self.step(last),
                None => self.begin,
            };
            reached.push(word.with(emission));
        }
        let Some(mut here) = reached.last() else { return path };
        let mut label = first_best(LABELS, |label| here.points(label));
        for (at, slot) in path.iter_mut().enumerate().rev() {
            *slot = label as u8;
            let Some(before) = at.checked_sub(1).and_then(|at| reached.get(at)) else { break };
            label = self.back(before, here, label);
            here = before;
        }
        path
    }

    /// The points of the best ways behind a word whose labels are `last`, before anything is known of the next word.
    #[inline]
    fn step(&self, last: &Reached) -> Reached {
        let mut best = self.outside.from(last.neutral);
        // most words are far from any run's end: from there, no way is the best
        let near = |part: usize, kind: usize| self.is_near(last, part, kind);
        let apart = (0..KINDS).fold(true, |apart, kind| apart & !near(0, kind) & !near(1, kind));
        if !apart {
            for (part, kind) in (0..2).flat_map(|part| (0..KINDS).map(move |kind| (part, kind))) {
                if near(part, kind) {
                    best.raise(&self.ends[part][kind].from(last.ends[part][kind]));
                }
            }
        }
        let goes_on = |to: usize| {
            let way = |from: usize, kind: usize| last.open[from][kind] + self.inside[from][to][kind];
            std::array::from_fn(|kind| way(0, kind).max(way(1, kind)))
        };
        Reached { neutral: best.neutral, open: [best.first, goes_on(0)], ends: [goes_on(1), best.only], apart }
    }

    /// Whether a way from the last or the only word of a run may be better than the one from the neutral label.
    #[inline]
    fn is_near(&self, last: &Reached, part: usize, kind: usize) -> bool {
        last.ends[part][kind] + self.more[part][kind] > last.neutral
    }

    /// The label that the best way to `label` of the word `here` comes from, the labels of the word before being `last`.
    fn back(&self, last: &Reached, here: &Reached, label: usize) -> usize {
        let (kind, part) = (label.saturating_sub(1) / 4, (label + 3) % 4);
        if label > 0 && (part == 1 || part == 2) {
            let from = first_best(2, |from| last.open[from][kind] + self.inside[from][part - 1][kind]);
            return 1 + 4 * kind + from;
        }
        if here.apart {
            return 0;
        }
        // in the order of the labels, as ties are broken
        let outside = (0, last.neutral + self.outside.to(label));
        let ends = (0..2 * KINDS).filter(|end| self.is_near(last, end % 2, end / 2));
        let ways = ends.map(|end| (end + 1, last.ends[end % 2][end / 2] + self.ends[end % 2][end / 2].to(label)));
        let (end, _) = ways.fold(outside, |best, way| if way.1 > best.1 { way } else { best });
        if end == 0 { 0 } else { (end - 1) / 2 * 4 + 3 + (end - 1) % 2 }
    }
}

impl Onward {
    /// The points of these steps behind a label with `points`.
    #[inline]
    fn from(&self, points: i32) -> Self {
        let Self { neutral, first, only } = *self;
        Self { neutral: neutral + points, first: first.map(|p| p + points), only: only.map(|p| p + points) }
    }

    /// Puts more points in place of fewer.
    #[inline]
    fn raise(&mut self, other: &Self) {
        self.neutral = self.neutral.max(other.neutral);
        for kind in 0..KINDS {
            self.first[kind] = self.first[kind].max(other.first[kind]);
            self.only[kind] = self.only[kind].max(other.only[kind]);
        }
    }

    /// The points to a label that goes on with no run.
    fn to(&self, label: usize) -> i32 {
        match label {
            0 => self.neutral,
            _ if label % 4 == 1 => self.first[(label - 1) / 4],
            _ => self.only[(label - 1) / 4],
        }
    }

    /// How many points more than in `other` there are to any label, at most.
    fn most_above(&self, other: &Self) -> i32 {
        let above = |kind: usize| (self.first[kind] - other.first[kind]).max(self.only[kind] - other.only[kind]);
        (0..KINDS).fold(self.neutral - other.neutral, |most, kind| most.max(above(kind)))
    }
}

impl EmissionScores {
    /// The most points of a label that begins a run, ends one, or is one.
    #[inline]
    pub(crate) fn likeliest(&self) -> i32 {
        let [first, _, last, only] = self.parts();
        (0..KINDS).fold(i32::MIN, |most, kind| most.max(first[kind]).max(last[kind]).max(only[kind]))
    }
}

impl Reached {
    /// The same with the points that a word itself gives to its labels.
    #[inline]
    fn with(mut self, word: &EmissionScores) -> Self {
        let [first, inner, last, only] = word.parts();
        for kind in 0..KINDS {
            self.open[0][kind] += first[kind];
            self.open[1][kind] += inner[kind];
            self.ends[0][kind] += last[kind];
            self.ends[1][kind] += only[kind];
        }
        self
    }

    fn points(&self, label: usize) -> i32 {
        let (kind, part) = (label.saturating_sub(1) / 4, (label + 3) % 4);
        match part {
            _ if label == 0 => self.neutral,
            0 | 1 => self.open[part][kind],
            _ => self.ends[part - 2][kind],
        }
    }
}

/// The first of the numbers below `count` with the most points.
fn first_best(count: usize, points: impl Fn(usize) -> i32) -> usize {
    (1..count).fold(0, |best, at| if points(at) > points(best) { at } else { best })
}

#[cfg(test)]
mod tests {
    use super::super::scores::Row;
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
            let emissions: Vec<EmissionScores> = points.iter().map(|weights| {
                let mut row = Row::ZERO;
                weights.iter().enumerate().for_each(|(column, &w)| row.set(column, w));
                let mut points = EmissionScores::default();
                points.add(row);
                points
            }).collect();
            let mut room = DecoderScratch::default();
            let path = TransitionScores::new(&matrix).best(&emissions, &mut room);
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
        assert!(TransitionScores::default().best(&[], &mut DecoderScratch::default()).is_empty());
    }
}
