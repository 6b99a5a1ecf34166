//! How likely labels are, by the sum over all paths of a sentence that have them (the forward algorithm, Rabiner 1989).

use super::decoder::TransitionScores;
use super::label::{LABELS, Label};
use super::scores::EmissionScores;

/// The transitions of a tagger as factors.
pub(crate) struct Posterior {
    /// What a score of the model file is divided by to be a logarithm of odds.
    unit: f32,
    /// Of the labels at the beginning.
    start: [f32; LABELS],
    /// By the label, and the one before.
    factors: [[f32; LABELS]; LABELS],
}

impl Posterior {
    pub(super) fn new(transitions: &TransitionScores, unit: f32) -> Self {
        let factor = |from: usize, to: usize| {
            let score = transitions.score(Label::from_index(from), Label::from_index(to)?)?;
            Some((score as f32 / unit).exp())
        };
        let start = std::array::from_fn(|to| factor(LABELS, to).unwrap_or_default());
        let factors = std::array::from_fn(|to| std::array::from_fn(|from| factor(from, to).unwrap_or_default()));
        Self { unit, start, factors }
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
                    let into = match &before {
                        None => self.start.get(to).copied().unwrap_or_default(),
                        Some(before) => {
                            self.factors.get(to).map_or(0.0, |row| row.iter().zip(before).map(|(f, w)| f * w).sum())
                        }
                    };
                    if into == 0.0 {
                        return 0.0;
                    }
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
