//! The weights by which speakers are found: a log-linear choice between candidates, learned from attributed quotes.

use anyhow::{Context, Result};
use postil::train::{Choice, Prepared, SIZE, prepared};
use postil::{Offsets, Span};
use serde::Deserialize;
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;

/// Passes over the articles.
const EPOCHS: usize = 12;

/// Passes whose weights are averaged, at the end.
const AVERAGED: usize = 6;

/// AdaGrad's step (Duchi et al. 2011).
const STEP: f32 = 0.03;

/// How strongly weights are drawn to nothing, each time that they are used.
const DECAY: f32 = 1e-3;

/// The part of a quote that has to lie in an attribution's content for its source to be the speaker.
const COVERED: f32 = 0.8;

/// An article as the corpus gives it; offsets count code points.
#[derive(Deserialize)]
struct Row {
    text: String,
    attributions: Vec<Attribution>,
    #[serde(default)]
    ignore: Vec<[usize; 2]>,
}

#[derive(Deserialize)]
struct Attribution {
    source: Vec<[usize; 2]>,
    cue: Vec<[usize; 2]>,
    content: Vec<[usize; 2]>,
}

/// An article with its gold, in bytes.
struct Article {
    prepared: Prepared,
    attributions: Vec<Gold>,
    ignore: Vec<Span>,
}

struct Gold {
    source: Vec<Span>,
    cue: Vec<Span>,
    content: Vec<Span>,
}

/// What the gold says of a quote.
enum Truth<'g> {
    /// Nothing that could be learned.
    Unclear,
    /// It is no speech.
    Marked,
    /// It is said by whoever the spans name, or by nobody.
    Said(&'g [Span]),
}

/// Learns weights from the articles in `quotes`; prints how well they do on those in `held`.
pub(crate) fn train(quotes: &Path, held: &Path) -> Result<Vec<u8>> {
    let articles = read(quotes)?;
    let mut learner = Learner::new();
    let mut sum = vec![0.0_f32; SIZE];
    for epoch in 0..EPOCHS {
        let mut loss = Loss::default();
        for place in shuffled(articles.len(), epoch) {
            if let Some(article) = articles.get(place) {
                article.prepared.decide(&mut |choice| learner.learn(article, choice, &mut loss));
            }
        }
        if epoch + AVERAGED >= EPOCHS {
            sum.iter_mut().zip(&learner.weights).for_each(|(s, w)| *s += w / AVERAGED as f32);
        }
        eprintln!("epoch {epoch}: loss {:.4} over {} choices", loss.sum / loss.count.max(1) as f32, loss.count);
    }
    let table = quantised(&sum);
    print_accuracy(&read(held)?, &table);
    Ok(table)
}

/// Reads and analyses the articles of a JSON Lines file.
fn read(path: &Path) -> Result<Vec<Article>> {
    let file = File::open(path).with_context(|| format!("{} cannot be read", path.display()))?;
    let mut articles = Vec::new();
    for line in BufReader::new(file).lines() {
        let row: Row = serde_json::from_str(&line?).context("a line is no article with attributions")?;
        let Some(prepared) = prepared(&row.text) else { continue };
        let offsets = Offsets::new(&row.text);
        let spans = |pieces: &[[usize; 2]]| -> Vec<Span> {
            let byte = |point| offsets.byte_of_point(&row.text, point);
            pieces.iter().map(|&[start, end]| Span::new(byte(start), byte(end))).collect()
        };
        let gold = row.attributions.iter().map(|a| Gold {
            source: spans(&a.source),
            cue: spans(&a.cue),
            content: spans(&a.content),
        });
        articles.push(Article { attributions: gold.collect(), ignore: spans(&row.ignore), prepared });
    }
    Ok(articles)
}

/// Bytes of `span` that lie in `pieces`.
fn cover(span: Span, pieces: &[Span]) -> usize {
    pieces.iter().map(|p| span.end.min(p.end).saturating_sub(span.start.max(p.start))).sum()
}

impl Article {
    fn truth(&self, quote: Span) -> Truth<'_> {
        if cover(quote, &self.ignore) > 0 {
            return Truth::Unclear;
        }
        let best = self.attributions.iter().max_by_key(|a| cover(quote, &a.content));
        let covered = best.map_or(0, |a| cover(quote, &a.content));
        match best {
            Some(best) if covered as f32 >= COVERED * quote.len() as f32 => Truth::Said(&best.source),
            _ if covered > 0 => Truth::Unclear,
            _ if self.attributions.iter().any(|a| cover(quote, &a.cue) + cover(quote, &a.source) > 0) => Truth::Unclear,
            _ => Truth::Marked,
        }
    }

    /// The right option of `choice`, and those that are right as well; none when the gold does not say.
    fn right(&self, choice: &Choice<'_>) -> Option<(usize, Vec<usize>)> {
        match (self.truth(choice.quote), choice.speaker) {
            (Truth::Said(_), false) => Some((0, Vec::new())),
            (Truth::Marked, false) => Some((1, Vec::new())),
            (Truth::Said([]), true) => Some((0, Vec::new())),
            (Truth::Said(source), true) => {
                let named = |span: &Option<Span>| span.is_some_and(|s| cover(s, source) > 0);
                let fits: Vec<usize> =
                    (0..choice.spans.len()).filter(|&i| choice.spans.get(i).is_some_and(named)).collect();
                // of “a spokesman for the campaign”, the spokesman
                let start = |i: &usize| choice.spans.get(*i).copied().flatten().map_or(usize::MAX, |s| s.start);
                let head = fits.iter().copied().min_by_key(start)?;
                Some((head, fits))
            }
            _ => None,
        }
    }
}

/// The order of `count` articles in one pass: the same every time (a linear congruential generator by Knuth).
fn shuffled(count: usize, epoch: usize) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    let mut state = 0x9e37_79b9_7f4a_7c15_u64.wrapping_add(epoch as u64);
    for last in (1..count).rev() {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        order.swap(last, (state >> 33) as usize % (last + 1));
    }
    order
}

#[derive(Default)]
struct Loss {
    sum: f32,
    count: usize,
}

struct Learner {
    weights: Vec<f32>,
    /// Sums of the squared gradients.
    squares: Vec<f32>,
}

impl Learner {
    fn new() -> Self {
        Self { weights: vec![0.0; SIZE], squares: vec![1e-3; SIZE] }
    }

    fn likelihoods(&self, choice: &Choice<'_>) -> Vec<f32> {
        softmax(choice, |f| self.weights.get(f).copied().unwrap_or_default())
    }

    /// Takes one step, and answers with what is known so far, so that it learns from its own earlier decisions.
    fn learn(&mut self, article: &Article, choice: &Choice<'_>, loss: &mut Loss) -> Vec<f32> {
        let likely = self.likelihoods(choice);
        let Some((right, fits)) = article.right(choice) else {
            return likely;
        };
        let counts = |i: usize| i == right || !fits.contains(&i);
        let all: f32 = likely.iter().enumerate().filter(|(i, _)| counts(*i)).map(|(_, p)| p).sum();
        for (place, option) in choice.options.iter().enumerate().filter(|(i, _)| counts(*i)) {
            let share = likely.get(place).copied().unwrap_or_default() / all;
            let slope = share - f32::from(u8::from(place == right));
            if place == right {
                loss.sum -= share.max(1e-9).ln();
                loss.count += 1;
            }
            for &feature in *option {
                let at = usize::from(feature);
                if let (Some(weight), Some(square)) = (self.weights.get_mut(at), self.squares.get_mut(at)) {
                    let slope = slope + DECAY * *weight;
                    *square += slope * slope;
                    *weight -= STEP * slope / square.sqrt();
                }
            }
        }
        likely
    }
}

/// How likely each option is by the weights of its features.
fn softmax(choice: &Choice<'_>, weight: impl Fn(usize) -> f32) -> Vec<f32> {
    let score = |option: &&[u16]| -> f32 { option.iter().map(|&f| weight(usize::from(f))).sum() };
    let scores: Vec<f32> = choice.options.iter().map(score).collect();
    let most = scores.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let powers: Vec<f32> = scores.iter().map(|s| (s - most).exp()).collect();
    let all: f32 = powers.iter().sum();
    powers.iter().map(|p| p / all).collect()
}

/// The table as it is shipped: the scale, then a signed byte a weight.
fn quantised(weights: &[f32]) -> Vec<u8> {
    let most = weights.iter().fold(0.0_f32, |m, w| m.max(w.abs()));
    let scale = most.max(1e-6) / 127.0;
    // rounded and within a byte by the choice of the scale
    let bytes = weights.iter().map(|w| ((w / scale).round() as i8).cast_unsigned());
    scale.to_le_bytes().into_iter().chain(bytes).collect()
}

/// Prints how often the decisions by `table` are right.
fn print_accuracy(articles: &[Article], table: &[u8]) {
    let (scale, bytes) = table.split_at(4);
    let scale = scale.try_into().map_or(0.0, f32::from_le_bytes);
    let weight = |f: usize| bytes.get(f).map_or(0.0, |b| f32::from(b.cast_signed()) * scale);
    let mut tally = Tally::default();
    for article in articles {
        article.prepared.decide(&mut |choice| {
            let likely = softmax(choice, weight);
            tally.count(article, choice, &likely);
            likely
        });
    }
    tally.print();
}

/// Right and wrong decisions.
#[derive(Default)]
struct Tally {
    /// Quotes with a source, those with a candidate that fits, and those decided rightly.
    sourced: [usize; 3],
    /// Quotes without a source, and those decided rightly.
    nobody: [usize; 2],
    /// Speech, and what was taken for it.
    speech: [usize; 2],
    /// Words merely marked, and what was taken for them.
    marked: [usize; 2],
    /// By tenths of the likelihood: decisions, and the right ones.
    sure: [[usize; 2]; 11],
}

impl Tally {
    fn count(&mut self, article: &Article, choice: &Choice<'_>, likely: &[f32]) {
        let best = (0..likely.len())
            .max_by(|&a, &b| likely.get(a).partial_cmp(&likely.get(b)).unwrap_or(std::cmp::Ordering::Equal));
        let best = best.unwrap_or_default();
        match article.truth(choice.quote) {
            Truth::Unclear => {}
            Truth::Marked => {
                if !choice.speaker {
                    self.marked[0] += 1;
                    self.marked[1] += usize::from(best == 1);
                }
            }
            Truth::Said(_) if !choice.speaker => {
                self.speech[0] += 1;
                self.speech[1] += usize::from(best == 0);
            }
            Truth::Said(source) => {
                let hit = match article.right(choice) {
                    Some((right, fits)) => best == right || fits.contains(&best),
                    None => false,
                };
                if source.is_empty() {
                    self.nobody[0] += 1;
                    self.nobody[1] += usize::from(hit);
                } else {
                    self.sourced[0] += 1;
                    self.sourced[1] += usize::from(article.right(choice).is_some());
                    self.sourced[2] += usize::from(hit);
                }
                let tenth = (likely.get(best).copied().unwrap_or_default() * 10.0) as usize;
                if let Some(slot) = self.sure.get_mut(tenth) {
                    slot[0] += 1;
                    slot[1] += usize::from(hit);
                }
            }
        }
    }

    fn print(&self) {
        let part = |of: usize, all: usize| 100.0 * of as f64 / all.max(1) as f64;
        let [all, possible, right] = self.sourced;
        println!("speakers: {right} of {all} right ({:.1} %), {:.1} % possible", part(right, all), part(possible, all));
        println!("no speaker: {} of {} seen", self.nobody[1], self.nobody[0]);
        println!(
            "speech: {} of {} seen; merely marked: {} of {}",
            self.speech[1], self.speech[0], self.marked[1], self.marked[0]
        );
        for (tenth, [count, hits]) in self.sure.iter().enumerate().filter(|(_, s)| s[0] > 0) {
            println!("  likely {:.1}: {count}, {:.1} % right", tenth as f64 / 10.0, part(*hits, *count));
        }
    }
}
