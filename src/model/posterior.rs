//! How likely labels are, by the sum over all paths of a sentence that have them (the forward algorithm, Rabiner 1989).

use super::decoder::TransitionScores;
use super::label::{LABELS, Label};
use super::scores::EmissionScores;

/// The transitions of a tagger as factors.
pub(crate) struct Posterior {
    /// What a score of the model file is divided by to be a logarithm of odds.
    unit: f32,
    /// By the label before, the beginning last, and the label.
    factors: [[f32; LABELS]; LABELS + 1],
}

impl Posterior {
    pub(super) fn new(transitions: &TransitionScores, unit: f32) -> Self {
        let factor = |from: usize, to: usize| {
            let score = transitions.score(Label::from_index(from), Label::from_index(to)?);
            score.map(|score| (score as f32 / unit).exp())
        };
        let factors = std::array::from_fn(|from| std::array::from_fn(|to| factor(from, to).unwrap_or_default()));
        Self { unit, factors }
    }

    /// How likely it is that each word of a sentence has a label that is `allowed` there, 0 to 1. Linear in the words.
    pub(crate) fn likelihood(&self, emissions: &[EmissionScores], allowed: impl Fn(usize, Label) -> bool) -> f32 {
        let all = self.log_sum(emissions, |_, _| true);
        let some = self.log_sum(emissions, allowed);
        (some - all).exp().min(1.0)
    }

    /// The logarithm of what the paths through `allowed` labels weigh together.
    fn log_sum(&self, emissions: &[EmissionScores], allowed: impl Fn(usize, Label) -> bool) -> f32 {
        let mut log = 0.0;
        let mut before: Option<[f32; LABELS]> = None;
        for (at, emission) in emissions.iter().enumerate() {
            let scores = emission.by_label();
            let most = scores.iter().copied().fold(0, i32::max);
            let mut here: [f32; LABELS] = std::array::from_fn(|to| match Label::from_index(to) {
                Some(label) if allowed(at, label) => {
                    let factor = |from: usize| self.factors.get(from).and_then(|row| row.get(to)).copied();
                    let into = match &before {
                        None => factor(LABELS).unwrap_or_default(),
                        Some(before) => {
                            before.iter().enumerate().map(|(from, w)| w * factor(from).unwrap_or_default()).sum()
                        }
                    };
                    let score = scores.get(to).copied().unwrap_or_default();
                    into * ((score - most) as f32 / self.unit).exp()
                }
                _ => 0.0,
            });
            let sum: f32 = here.iter().sum();
            if sum <= 0.0 {
                return f32::NEG_INFINITY;
            }
            here.iter_mut().for_each(|w| *w /= sum);
            log += sum.ln() + most as f32 / self.unit;
            before = Some(here);
        }
        // a span that is still open is none
        let closed = |label: usize| Label::from_index(label).is_some_and(|l| !l.is_open());
        let ended: f32 = before.map_or(1.0, |b| b.iter().enumerate().filter(|(l, _)| closed(*l)).map(|(_, w)| w).sum());
        log + ended.ln()
    }
}
