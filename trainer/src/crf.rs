//! Training of a linear-chain conditional random field: stochastic gradient with AdaGrad's steps.

use crate::random::Random;
use postil::train::{LABELS, Label};

/// Labels besides [`Label::Outside`].
pub(crate) const COLUMNS: usize = LABELS - 1;

/// A sentence as numbers of features.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sentence {
    /// The features of all words, word after word.
    pub(crate) features: Vec<u32>,
    /// Where the features of each word end.
    pub(crate) ends: Vec<u32>,
    pub(crate) labels: Vec<Label>,
    /// How much it counts.
    pub(crate) weight: f32,
}

impl Sentence {
    pub(crate) fn word(&self, at: usize) -> &[u32] {
        let from = if at == 0 { 0 } else { self.ends[at - 1] as usize };
        &self.features[from..self.ends[at] as usize]
    }
}

/// How to train.
#[derive(Clone, Debug)]
pub(crate) struct Settings {
    pub(crate) epochs: usize,
    /// AdaGrad's step.
    pub(crate) rate: f32,
    /// Strength of the pull to nought, for each word seen.
    pub(crate) decay: f32,
    /// Share of features left out of a word at random.
    pub(crate) dropout: f32,
    /// Share of words of which the features that give away the word itself are left out.
    pub(crate) blind: f32,
    /// Share of sentences of which the features of a first pass are left out.
    pub(crate) alone: f32,
    pub(crate) seed: u64,
}

/// Weights by feature, and scores of transitions between labels; those from `LABELS` are at the beginning.
#[derive(Clone)]
pub(crate) struct Weights {
    pub(crate) rows: Vec<[f32; COLUMNS]>,
    pub(crate) transitions: [[f32; LABELS]; LABELS + 1],
}

pub(crate) const NEVER: f32 = -1e4;

impl Weights {
    pub(crate) fn new(features: usize) -> Self {
        let mut transitions = [[0.0; LABELS]; LABELS + 1];
        for (from, row) in transitions.iter_mut().enumerate() {
            for (to, score) in Label::all().zip(row) {
                if !to.may_follow(Label::from_index(from)) {
                    *score = NEVER;
                }
            }
        }
        Self { rows: vec![[0.0; COLUMNS]; features], transitions }
    }

    pub(crate) fn emission(&self, features: &[u32]) -> [f32; LABELS] {
        let mut sum = [0.0; COLUMNS];
        for &f in features {
            for (s, w) in sum.iter_mut().zip(&self.rows[f as usize]) {
                *s += w;
            }
        }
        let mut out = [0.0; LABELS];
        out[1..].copy_from_slice(&sum);
        out
    }

    /// The labels of the best path.
    pub(crate) fn decode(&self, sentence: &Sentence) -> Vec<Label> {
        let n = sentence.ends.len();
        if n == 0 {
            return Vec::new();
        }
        let mut back = vec![[0u8; LABELS]; n];
        let mut best = self.transitions[LABELS];
        for (at, back) in back.iter_mut().enumerate() {
            let emission = self.emission(sentence.word(at));
            if at > 0 {
                let mut next = [f32::NEG_INFINITY; LABELS];
                for (from, (score, transitions)) in best.iter().zip(&self.transitions).enumerate() {
                    for (to, transition) in transitions.iter().enumerate() {
                        let through = score + transition;
                        if through > next[to] {
                            next[to] = through;
                            back[to] = from as u8;
                        }
                    }
                }
                best = next;
            }
            for (b, e) in best.iter_mut().zip(&emission) {
                *b += e;
            }
        }
        let mut label = (0..LABELS).fold(0, |m, l| if best[l] > best[m] { l } else { m });
        let mut path = vec![Label::Outside; n];
        for at in (0..n).rev() {
            path[at] = Label::from_index(label).unwrap_or_default();
            label = usize::from(back[at][label]);
        }
        path
    }
}

/// What may be left out of a sentence: see [`Settings`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    Plain,
    /// Gives away the word itself.
    Identity,
    /// Depends on a first pass.
    Evidence,
}

/// Trains on `sentences`, whose features have `roles`. Returns the average of the weights after each epoch of the second half.
pub(crate) fn train(sentences: &[&Sentence], roles: &[Role], start: Option<Weights>, settings: &Settings) -> Weights {
    let features = roles.len();
    let mut w = start.unwrap_or_else(|| Weights::new(features));
    let mut g2 = vec![[1e-2f32; COLUMNS]; features];
    let mut s2 = [[1e-2f32; LABELS]; LABELS + 1];
    let mut sum: Option<Weights> = None;
    let mut averaged = 0;
    let mut random = Random::new(settings.seed);
    let mut order: Vec<usize> = (0..sentences.len()).collect();
    let mut kept: Vec<u32> = Vec::new();
    let mut ends: Vec<usize> = Vec::new();
    for epoch in 0..settings.epochs {
        random.shuffle(&mut order);
        for &index in &order {
            let sentence = sentences[index];
            let n = sentence.ends.len();
            if n == 0 {
                continue;
            }
            kept.clear();
            ends.clear();
            let alone = random.unit() < settings.alone;
            for at in 0..n {
                let blind = settings.blind > 0.0 && random.unit() < settings.blind;
                for &f in sentence.word(at) {
                    let left_out = match roles[f as usize] {
                        Role::Plain => false,
                        Role::Identity => blind,
                        Role::Evidence => alone,
                    };
                    if left_out || random.unit() < settings.dropout {
                        continue;
                    }
                    kept.push(f);
                }
                ends.push(kept.len());
            }
            step(&mut w, &mut g2, &mut s2, &kept, &ends, sentence, settings);
        }
        if epoch * 2 >= settings.epochs {
            averaged += 1;
            match &mut sum {
                None => sum = Some(w.clone()),
                Some(sum) => add(sum, &w),
            }
        }
    }
    let mut sum = sum.unwrap_or(w);
    let scale = 1.0 / averaged.max(1) as f32;
    sum.rows.iter_mut().flatten().for_each(|x| *x *= scale);
    sum.transitions.iter_mut().flatten().for_each(|x| *x *= scale);
    sum
}

pub(crate) fn add(sum: &mut Weights, other: &Weights) {
    for (a, b) in sum.rows.iter_mut().flatten().zip(other.rows.iter().flatten()) {
        *a += b;
    }
    for (a, b) in sum.transitions.iter_mut().flatten().zip(other.transitions.iter().flatten()) {
        *a += b;
    }
}

/// One step along the gradient of a sentence's log-likelihood: forward and backward sums in scaled probabilities.
fn step(
    w: &mut Weights,
    g2: &mut [[f32; COLUMNS]],
    s2: &mut [[f32; LABELS]; LABELS + 1],
    kept: &[u32],
    ends: &[usize],
    sentence: &Sentence,
    settings: &Settings,
) {
    let n = ends.len();
    let word = |at: usize| &kept[if at == 0 { 0 } else { ends[at - 1] }..ends[at]];
    let mut exp_transitions = [[0.0f32; LABELS]; LABELS + 1];
    for (e, s) in exp_transitions.iter_mut().flatten().zip(w.transitions.iter().flatten()) {
        *e = if *s <= NEVER / 2.0 { 0.0 } else { s.exp() };
    }
    let mut psi = vec![[0.0f32; LABELS]; n];
    for (at, psi) in psi.iter_mut().enumerate() {
        let e = w.emission(word(at));
        let max = e.iter().copied().fold(f32::MIN, f32::max);
        for (p, e) in psi.iter_mut().zip(&e) {
            *p = (e - max).exp();
        }
    }
    let normal = |v: &mut [f32; LABELS]| {
        let sum: f32 = v.iter().sum();
        let scale = 1.0 / sum.max(1e-30);
        v.iter_mut().for_each(|x| *x *= scale);
    };
    let mut forward = vec![[0.0f32; LABELS]; n];
    for at in 0..n {
        let mut row = [0.0f32; LABELS];
        if at == 0 {
            row = exp_transitions[LABELS];
        } else {
            for (from, &p) in forward[at - 1].iter().enumerate() {
                for (r, e) in row.iter_mut().zip(&exp_transitions[from]) {
                    *r += p * e;
                }
            }
        }
        for (r, p) in row.iter_mut().zip(&psi[at]) {
            *r *= p;
        }
        normal(&mut row);
        forward[at] = row;
    }
    let mut backward = vec![[1.0f32 / LABELS as f32; LABELS]; n];
    for at in (0..n - 1).rev() {
        let mut weighted = [0.0f32; LABELS];
        for (x, (p, b)) in weighted.iter_mut().zip(psi[at + 1].iter().zip(&backward[at + 1])) {
            *x = p * b;
        }
        let mut row = [0.0f32; LABELS];
        for (from, r) in row.iter_mut().enumerate() {
            *r = exp_transitions[from].iter().zip(&weighted).map(|(e, x)| e * x).sum();
        }
        normal(&mut row);
        backward[at] = row;
    }
    let mut gs = [[0.0f32; LABELS]; LABELS + 1];
    for at in 0..n {
        // transitions
        if at > 0 {
            let mut total = 0.0;
            let mut pair = [[0.0f32; LABELS]; LABELS];
            for from in 0..LABELS {
                for to in 0..LABELS {
                    let p = forward[at - 1][from] * exp_transitions[from][to] * psi[at][to] * backward[at][to];
                    pair[from][to] = p;
                    total += p;
                }
            }
            let scale = 1.0 / total.max(1e-30);
            for (g, p) in gs.iter_mut().flatten().zip(pair.iter().flatten()) {
                *g -= p * scale;
            }
            gs[sentence.labels[at - 1].index()][sentence.labels[at].index()] += 1.0;
        }
        let mut p = [0.0f32; LABELS];
        for (p, (f, b)) in p.iter_mut().zip(forward[at].iter().zip(&backward[at])) {
            *p = f * b;
        }
        normal(&mut p);
        if at == 0 {
            for (g, p) in gs[LABELS].iter_mut().zip(&p) {
                *g -= p;
            }
            gs[LABELS][sentence.labels[0].index()] += 1.0;
        }
        let mut g = [0.0f32; COLUMNS];
        for (label, g) in g.iter_mut().enumerate() {
            *g = (f32::from(u8::from(sentence.labels[at].index() == label + 1)) - p[label + 1]) * sentence.weight;
        }
        if g.iter().all(|g| g.abs() < 1e-4) {
            continue;
        }
        for &f in word(at) {
            let row = &mut w.rows[f as usize];
            let acc = &mut g2[f as usize];
            for ((x, a), g) in row.iter_mut().zip(acc).zip(&g) {
                let g = g - settings.decay * *x;
                *a += g * g;
                *x += settings.rate * g / a.sqrt();
            }
        }
    }
    for ((x, a), g) in w.transitions.iter_mut().flatten().zip(s2.iter_mut().flatten()).zip(gs.iter().flatten()) {
        if *x <= NEVER / 2.0 || *g == 0.0 {
            continue;
        }
        let g = g * sentence.weight - settings.decay * *x;
        *a += g * g;
        *x += settings.rate * g / a.sqrt();
    }
}

/// The mean of `models`, which have the same features.
pub(crate) fn mean(models: Vec<Weights>) -> Weights {
    let scale = 1.0 / models.len() as f32;
    let mut models = models.into_iter();
    let mut sum =
        models.next().unwrap_or_else(|| Weights { rows: Vec::new(), transitions: [[0.0; LABELS]; LABELS + 1] });
    models.for_each(|m| add(&mut sum, &m));
    sum.rows.iter_mut().flatten().for_each(|x| *x *= scale);
    sum.transitions.iter_mut().flatten().for_each(|x| *x *= scale);
    sum
}
