//! The best path of labels through a sentence.

use super::label::{KINDS, LABELS, Label};
use super::scores::EmissionScores;
use std::array::from_fn;

/// Transition scores as a model file holds them: `[from][to]`, and `[LABELS][to]` at the beginning of a sentence; `None` is never taken.
pub(super) type TransitionMatrix = [[Option<i16>; LABELS]; LABELS + 1];

/// A score for each kind.
type ByKind = [i32; KINDS];

/// A score that no path survives.
const NEVER: i32 = -1_000_000;

/// Scores of transitions between labels. No other transitions are possible.
#[derive(Default)]
pub(super) struct TransitionScores {
    /// To each label at the beginning of a sentence.
    start: PathScores,
    /// From [`Label::Outside`] to each label that continues no span.
    outside: EntryScores,
    /// The same from the last word of each kind, and from the only one.
    closed: [[EntryScores; KINDS]; 2],
    /// How much higher those are at most than those from [`Label::Outside`].
    surplus: [ByKind; 2],
    /// From begin and from inside, to inside and to last.
    open: [[ByKind; 2]; 2],
}

/// Scores to the labels that continue no span: outside, begin and unit.
#[derive(Clone, Copy, Debug, Default)]
struct EntryScores {
    outside: i32,
    begin: ByKind,
    unit: ByKind,
}

/// Scores of the best paths to each label of a word.
#[derive(Clone, Copy, Debug, Default)]
struct PathScores {
    outside: i32,
    /// To begin and to inside.
    open: [ByKind; 2],
    /// To last and to unit.
    closed: [ByKind; 2],
    /// Whether every path to a label that continues no span comes from [`Label::Outside`].
    from_outside: bool,
}

/// Memory of the decoder, kept from one sentence to the next.
#[derive(Default)]
pub(crate) struct DecoderScratch {
    /// For each word.
    scores: Vec<PathScores>,
    path: Vec<Label>,
}

impl TransitionScores {
    pub(super) fn new(matrix: &TransitionMatrix) -> Self {
        let score = |from: usize, to: Label| matrix[from][to.index()].map_or(NEVER, i32::from);
        let by_kind = |from: usize, label: fn(u8) -> Label| from_fn(|kind| score(from, label(kind as u8)));
        let entry = |from: usize| EntryScores {
            outside: score(from, Label::Outside),
            begin: by_kind(from, Label::Begin),
            unit: by_kind(from, Label::Unit),
        };
        let outside = entry(Label::Outside.index());
        let closed = [Label::Last, Label::Unit].map(|label| from_fn(|kind| entry(label(kind as u8).index())));
        let open = |from: fn(u8) -> Label, to: fn(u8) -> Label| {
            from_fn(|kind| score(from(kind as u8).index(), to(kind as u8)))
        };
        Self {
            start: PathScores {
                outside: score(LABELS, Label::Outside),
                open: [by_kind(LABELS, Label::Begin), by_kind(LABELS, Label::Inside)],
                closed: [by_kind(LABELS, Label::Last), by_kind(LABELS, Label::Unit)],
                from_outside: false,
            },
            outside,
            closed,
            surplus: closed.map(|closed: [EntryScores; KINDS]| closed.map(|entry| entry.most_above(&outside))),
            open: [
                [open(Label::Begin, Label::Inside), open(Label::Begin, Label::Last)],
                [open(Label::Inside, Label::Inside), open(Label::Inside, Label::Last)],
            ],
        }
    }

    /// The score of `to` after `from`, or at the beginning; `None` where it cannot stand there.
    pub(super) fn score(&self, from: Option<Label>, to: Label) -> Option<i32> {
        let entry = |from: &EntryScores| (!to.continues()).then(|| from.to(to));
        let open = |row: &[ByKind; 2], kind: u8| match to {
            Label::Inside(other) if other == kind => row[0].get(usize::from(kind)).copied(),
            Label::Last(other) if other == kind => row[1].get(usize::from(kind)).copied(),
            _ => None,
        };
        let score = match from {
            None => Some(self.start.score(to)),
            Some(Label::Outside) => entry(&self.outside),
            Some(Label::Last(kind)) => entry(self.closed[0].get(usize::from(kind))?),
            Some(Label::Unit(kind)) => entry(self.closed[1].get(usize::from(kind))?),
            Some(Label::Begin(kind)) => open(&self.open[0], kind),
            Some(Label::Inside(kind)) => open(&self.open[1], kind),
        };
        score.filter(|&score| score > NEVER / 2)
    }

    /// The labels of the best path through `emissions`, one for each word of a sentence.
    ///
    /// Viterbi's algorithm (1967); time and memory grow with the words, times the transitions that are possible between labels. Which label
    /// each comes from is asked only on the way back, of the labels of the path alone.
    pub(super) fn best_path<'r>(&self, emissions: &[EmissionScores], scratch: &'r mut DecoderScratch) -> &'r [Label] {
        let DecoderScratch { scores, path } = scratch;
        scores.clear();
        scores.reserve(emissions.len());
        path.clear();
        path.resize(emissions.len(), Label::Outside);
        for emission in emissions {
            let word = match scores.last() {
                Some(before) => self.after(before),
                None => self.start,
            };
            scores.push(word.with(emission));
        }
        let Some(mut here) = scores.last() else { return path };
        let mut label = Label::Outside;
        for other in Label::all() {
            if here.score(other) > here.score(label) {
                label = other;
            }
        }
        for (at, slot) in path.iter_mut().enumerate().rev() {
            *slot = label;
            let Some(before) = at.checked_sub(1).and_then(|at| scores.get(at)) else { break };
            label = self.label_before(before, here, label);
            here = before;
        }
        path
    }

    /// The scores of the best paths past a word with those of `before`, before anything is known of the next word.
    #[inline]
    fn after(&self, before: &PathScores) -> PathScores {
        let mut best = self.outside.from(before.outside);
        // most words are far from any span's end: from there, no path is the best
        let near = |part: usize, kind: usize| self.is_near(before, part, kind);
        let from_outside = (0..KINDS).fold(true, |outside, kind| outside & !near(0, kind) & !near(1, kind));
        if !from_outside {
            for (part, kind) in (0..2).flat_map(|part| (0..KINDS).map(move |kind| (part, kind))) {
                if near(part, kind) {
                    best.raise(&self.closed[part][kind].from(before.closed[part][kind]));
                }
            }
        }
        let continued = |to: usize| {
            let score = |from: usize, kind: usize| before.open[from][kind] + self.open[from][to][kind];
            from_fn(|kind| score(0, kind).max(score(1, kind)))
        };
        PathScores {
            outside: best.outside,
            open: [best.begin, continued(0)],
            closed: [continued(1), best.unit],
            from_outside,
        }
    }

    /// Whether a path from the last or the only word of a span may be better than the one from [`Label::Outside`].
    #[inline]
    fn is_near(&self, before: &PathScores, part: usize, kind: usize) -> bool {
        before.closed[part][kind] + self.surplus[part][kind] > before.outside
    }

    /// The label that the best path to `label` of the word `here` comes from, `before` being the word before.
    fn label_before(&self, before: &PathScores, here: &PathScores, label: Label) -> Label {
        if let Label::Inside(kind) | Label::Last(kind) = label {
            let to = usize::from(matches!(label, Label::Last(_)));
            let [begin, inside] = [0, 1].map(|from| {
                let kind = usize::from(kind);
                before.open[from][kind] + self.open[from][to][kind]
            });
            return if inside > begin { Label::Inside(kind) } else { Label::Begin(kind) };
        }
        if here.from_outside {
            return Label::Outside;
        }
        // in the order of the labels, as ties are broken
        let mut best = (Label::Outside, before.outside + self.outside.to(label));
        for kind in 0..KINDS {
            for (part, from) in [Label::Last(kind as u8), Label::Unit(kind as u8)].into_iter().enumerate() {
                let score = before.closed[part][kind] + self.closed[part][kind].to(label);
                if self.is_near(before, part, kind) && score > best.1 {
                    best = (from, score);
                }
            }
        }
        best.0
    }
}

impl EntryScores {
    /// These after a label with `score`.
    #[inline]
    fn from(&self, score: i32) -> Self {
        let Self { outside, begin, unit } = *self;
        Self { outside: outside + score, begin: begin.map(|s| s + score), unit: unit.map(|s| s + score) }
    }

    /// Puts higher scores in place of lower ones.
    #[inline]
    fn raise(&mut self, other: &Self) {
        self.outside = self.outside.max(other.outside);
        for kind in 0..KINDS {
            self.begin[kind] = self.begin[kind].max(other.begin[kind]);
            self.unit[kind] = self.unit[kind].max(other.unit[kind]);
        }
    }

    /// The score to a label that continues no span.
    fn to(&self, label: Label) -> i32 {
        match label {
            Label::Begin(kind) => self.begin[usize::from(kind)],
            Label::Unit(kind) => self.unit[usize::from(kind)],
            _ => self.outside,
        }
    }

    /// How much higher than in `other` a score to any label is, at most.
    fn most_above(&self, other: &Self) -> i32 {
        let above = |kind: usize| (self.begin[kind] - other.begin[kind]).max(self.unit[kind] - other.unit[kind]);
        (0..KINDS).fold(self.outside - other.outside, |most, kind| most.max(above(kind)))
    }
}

impl PathScores {
    /// The same with the scores that a word itself gives to its labels.
    #[inline]
    fn with(mut self, word: &EmissionScores) -> Self {
        let [begin, inside, last, unit] = word.by_part();
        for kind in 0..KINDS {
            self.open[0][kind] += begin[kind];
            self.open[1][kind] += inside[kind];
            self.closed[0][kind] += last[kind];
            self.closed[1][kind] += unit[kind];
        }
        self
    }

    fn score(&self, label: Label) -> i32 {
        match label {
            Label::Outside => self.outside,
            Label::Begin(kind) => self.open[0][usize::from(kind)],
            Label::Inside(kind) => self.open[1][usize::from(kind)],
            Label::Last(kind) => self.closed[0][usize::from(kind)],
            Label::Unit(kind) => self.closed[1][usize::from(kind)],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::scores::WeightRow;
    use super::*;
    use proptest::prelude::*;

    proptest! {
        /// Every path is tried: none has a higher score than the one that is found.
        #[test]
        fn no_path_is_better(
            weights in proptest::collection::vec(proptest::array::uniform16(-20i8..20), 1..4),
            transition in proptest::array::uniform32(-20i16..20),
        ) {
            let score = |from: usize, to: usize| transition[(from * 7 + to * 3) % 32];
            let matrix: TransitionMatrix = from_fn(|from| {
                from_fn(|to| {
                    let possible = Label::from_index(to).is_some_and(|to| to.may_follow(Label::from_index(from)));
                    possible.then(|| score(from, to))
                })
            });
            let emissions: Vec<EmissionScores> = weights.iter().map(|weights| {
                let mut row = WeightRow::ZERO;
                weights.iter().enumerate().for_each(|(column, &w)| row.set(column, w));
                let mut scores = EmissionScores::default();
                scores.add(row);
                scores
            }).collect();
            let mut scratch = DecoderScratch::default();
            let path = TransitionScores::new(&matrix).best_path(&emissions, &mut scratch);
            let total = |path: &[usize]| {
                let mut from = LABELS;
                path.iter().zip(&weights).try_fold(0i32, |sum, (&to, word)| {
                    let transition = i32::from(matrix[from][to]?);
                    from = to;
                    Some(sum + transition + if to == 0 { 0 } else { i32::from(word[to - 1]) })
                })
            };
            let found: Vec<usize> = path.iter().map(|l| l.index()).collect();
            let best = total(&found);
            prop_assert!(best.is_some(), "{found:?}");
            for number in 0..LABELS.pow(weights.len() as u32) {
                let mut rest = number;
                let other: Vec<usize> = weights.iter().map(|_| { let label = rest % LABELS; rest /= LABELS; label }).collect();
                prop_assert!(total(&other) <= best, "{other:?} is better than {found:?}");
            }
        }
    }

    #[test]
    fn no_words_no_labels() {
        assert!(TransitionScores::default().best_path(&[], &mut DecoderScratch::default()).is_empty());
    }
}
