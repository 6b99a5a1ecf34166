//! A tagger, trained twice over: the second pass knows what a first one makes of text that it was not trained on.

use crate::crf::{self, COLUMNS, Role, Sentence, Settings, Weights};
use crate::index::{EVIDENCE, Index};
use crate::text::Text;
use postil::train::{Label, write_tagger};
use std::thread;
use std::time::Instant;

/// How to train.
#[derive(Clone, Debug)]
pub(crate) struct Plan {
    pub(crate) settings: Settings,
    /// Kinds of features to leave out, a bit each.
    pub(crate) without: u32,
    /// Features to keep in the end.
    pub(crate) keep: usize,
    /// What a weight of 1 is in the file.
    pub(crate) unit: f32,
    /// Weights in the file that are let go are below this.
    pub(crate) floor: i8,
    /// Models to average.
    pub(crate) models: u64,
}

/// Parts that the first pass is trained without, one at a time.
const FOLDS: usize = 4;

/// Epochs after features were left out.
const REPAIR: usize = 3;

/// A trained tagger.
pub(crate) struct Trained {
    index: Index,
    weights: Weights,
    unit: f32,
    floor: i8,
}

/// Texts to learn from.
pub(crate) struct Texts<'t> {
    /// With labels that people gave, and how much each counts.
    pub(crate) annotated: Vec<(&'t dyn Text, f32)>,
    /// Others with labels, likewise.
    pub(crate) further: Vec<(&'t dyn Text, f32)>,
    /// Without labels, and how much each counts with those that it gets from what was learned first.
    pub(crate) bare: Vec<&'t dyn Text>,
    pub(crate) bare_weight: f32,
}

fn roles(index: &Index) -> Vec<Role> {
    let role = |kind: &u8| match *kind {
        kind if EVIDENCE.contains(&kind) => Role::Evidence,
        // the word, its letters, its neighbours
        1 | 2 | 4 | 8 => Role::Identity,
        _ => Role::Plain,
    };
    index.kinds.iter().map(role).collect()
}

fn labels(sentences: &[Sentence], weights: &Weights) -> Vec<Label> {
    sentences.iter().flat_map(|sentence| weights.decode(sentence)).collect()
}

/// Trains on `texts`, whose features `index` has.
pub(crate) fn train(texts: &Texts, mut index: Index, plan: &Plan) -> Trained {
    let clock = Instant::now();
    let say = |what: &str| eprintln!("{:6.1} s  {what}", clock.elapsed().as_secs_f32());
    say(&format!("{} features", index.keys.len()));
    let plain: Vec<Vec<Sentence>> = texts
        .annotated
        .iter()
        .map(|(text, weight)| weighted(index.sentences(text.examples(None), false), *weight))
        .collect();
    let first = first_pass(&plain, &index, plan);
    say("first pass");
    drop(plain);
    let mut sentences: Vec<Sentence> = Vec::new();
    for ((text, weight), labels) in texts.annotated.iter().zip(&first.labels) {
        sentences.extend(weighted(index.sentences(text.examples(Some(labels)), true), *weight));
    }
    for (text, weight) in &texts.further {
        let before = labels(&index.sentences(text.examples(None), false), &first.weights);
        let own = index.sentences(text.examples(Some(&before)), false);
        sentences.extend(weighted(own, *weight));
    }
    if !texts.bare.is_empty() {
        let teacher = together(&sentences.iter().collect::<Vec<_>>(), &index, plan, 100);
        say("teacher");
        for text in &texts.bare {
            let before = labels(&index.sentences(text.examples(None), false), &first.weights);
            let mut own = index.sentences(text.examples(Some(&before)), false);
            for sentence in &mut own {
                sentence.labels = teacher.decode(sentence);
                sentence.weight = texts.bare_weight;
            }
            sentences.extend(own);
        }
        say("taught");
    }
    let weights = together(&sentences.iter().collect::<Vec<_>>(), &index, plan, 200);
    say("second pass");
    let (index, weights) = prune(index, weights, sentences, plan);
    say("pruned");
    Trained { index, weights, unit: plan.unit, floor: plan.floor }
}

fn weighted(sentences: Vec<Sentence>, weight: f32) -> Vec<Sentence> {
    sentences.into_iter().map(|sentence| Sentence { weight, ..sentence }).collect()
}

struct FirstPass {
    /// The labels of each document's words, by a model that did not see the document.
    labels: Vec<Vec<Label>>,
    /// The mean of those models.
    weights: Weights,
}

fn first_pass(documents: &[Vec<Sentence>], index: &Index, plan: &Plan) -> FirstPass {
    let roles = roles(index);
    let fold = |fold: usize| {
        let rest = documents.iter().enumerate().filter(|(n, _)| n % FOLDS != fold);
        let sentences: Vec<&Sentence> = rest.flat_map(|(_, d)| d).collect();
        crf::train(&sentences, &roles, None, &Settings { seed: fold as u64, ..plan.settings })
    };
    let mut models: Vec<Weights> = Vec::new();
    for pair in 0..FOLDS / 2 {
        let (one, other) = thread::scope(|scope| {
            let other = scope.spawn(|| fold(2 * pair + 1));
            (fold(2 * pair), other.join())
        });
        models.push(one);
        models.extend(other);
    }
    let labels = documents.iter().enumerate().map(|(n, d)| labels(d, &models[n % FOLDS])).collect();
    FirstPass { labels, weights: crf::mean(models) }
}

/// The mean of models that differ in the order and the parts of sentences that they saw.
fn together(sentences: &[&Sentence], index: &Index, plan: &Plan, seed: u64) -> Weights {
    let roles = roles(index);
    let one = |n: u64| crf::train(sentences, &roles, None, &Settings { seed: seed + n, ..plan.settings });
    let mut models: Vec<Weights> = Vec::new();
    let mut n = 0;
    while n < plan.models {
        let (a, b) = thread::scope(|scope| {
            let b = (n + 1 < plan.models).then(|| scope.spawn(|| one(n + 1)));
            (one(n), b.and_then(|b| b.join().ok()))
        });
        models.push(a);
        models.extend(b);
        n += 2;
    }
    crf::mean(models)
}

/// Keeps the features with the largest weights, and lets these make up for the others.
fn prune(index: Index, weights: Weights, mut sentences: Vec<Sentence>, plan: &Plan) -> (Index, Weights) {
    let size = |row: &[f32; COLUMNS]| row.iter().fold(0.0f32, |most, w| most.max(w.abs()));
    let mut order: Vec<usize> = (0..weights.rows.len()).collect();
    order.sort_by(|&a, &b| size(&weights.rows[b]).total_cmp(&size(&weights.rows[a])).then(a.cmp(&b)));
    order.truncate(plan.keep);
    order.sort_unstable();
    let mut place = vec![u32::MAX; weights.rows.len()];
    let mut kept = Weights { rows: Vec::with_capacity(order.len()), transitions: weights.transitions };
    let mut pruned = Index::default();
    for (to, &from) in order.iter().enumerate() {
        place[from] = to as u32;
        kept.rows.push(weights.rows[from]);
        pruned.add(index.keys[from], index.kinds[from]);
    }
    for sentence in &mut sentences {
        let mut features = Vec::with_capacity(sentence.features.len());
        let mut from = 0;
        for end in &mut sentence.ends {
            let old = &sentence.features[from..*end as usize];
            from = *end as usize;
            features.extend(old.iter().map(|&f| place[f as usize]).filter(|&f| f != u32::MAX));
            *end = features.len() as u32;
        }
        sentence.features = features;
    }
    let sentences: Vec<&Sentence> = sentences.iter().collect();
    let settings = Settings { epochs: REPAIR, rate: plan.settings.rate / 2.0, seed: 300, ..plan.settings };
    let weights = crf::train(&sentences, &roles(&pruned), Some(kept), &settings);
    (pruned, weights)
}

impl Trained {
    /// Gives the labels of `kind` so much more at each word: for spans that are worth finding even when they are less than likely.
    pub(crate) fn favour(&mut self, kind: u8, score: f32) {
        for row in &mut self.weights.transitions {
            let to_kind = Label::all().zip(row).filter(|(to, _)| to.kind() == Some(kind));
            to_kind.for_each(|(_, transition)| *transition += score);
        }
    }

    /// The tagger as a model file holds it: weights to the nearest of 255 steps.
    pub(crate) fn write(&self) -> Vec<u8> {
        let rounded = |w: f32| {
            let weight = (w * self.unit).round().clamp(-127.0, 127.0) as i8;
            if weight.abs() < self.floor { 0 } else { weight }
        };
        let rows = self.index.keys.iter().zip(&self.weights.rows);
        let rows: Vec<(u32, [i8; COLUMNS])> = rows.map(|(&key, row)| (key, row.map(rounded))).collect();
        let transitions = self.weights.transitions.map(|row| {
            row.map(|score| {
                (score > crf::NEVER / 2.0).then(|| (score * self.unit).round().clamp(-32_000.0, 32_000.0) as i16)
            })
        });
        write_tagger(&rows, &transitions)
    }

    /// The labels of `text` by one pass and by two, and the right ones.
    pub(crate) fn label(&mut self, text: &dyn Text) -> [Vec<Label>; 3] {
        let sentences = self.index.sentences(text.examples(None), false);
        let gold: Vec<Label> = sentences.iter().flat_map(|l| l.labels.clone()).collect();
        let first = labels(&sentences, &self.weights);
        let second = labels(&self.index.sentences(text.examples(Some(&first)), false), &self.weights);
        [first, second, gold]
    }
}
