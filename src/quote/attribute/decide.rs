//! Who speaks in each quote and whether anybody does, decided from left to right with learned weights.

use crate::entity::Mention;
use crate::quote::attribute::candidate::{Last, Runner, View};
use crate::quote::attribute::candidate_features::{Words, last_word};
use crate::quote::attribute::scorer::{Features, word_code};
use crate::quote::attribute::sentence::Scene;
use crate::quote::attribute::speech_features;
use crate::quote::clause::frame::Frame;
use crate::quote::clause::phrase::Phrase;
use crate::quote::segment::layout::{Paragraph, Place};
use crate::quote::segment::pairing::Stretch;
use crate::text::Span;
use std::collections::HashMap;

/// What is asked of the learned weights.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Question {
    /// Which of the candidates speaks; the first option is nobody.
    Speaker,
    /// Whether the words are speech (the first option) or merely marked (the second).
    Speech,
}

/// A choice between options, each by its features.
#[derive(Debug)]
#[cfg_attr(not(feature = "train"), expect(dead_code, reason = "only the trainer asks what the options are"))]
pub(crate) struct Decision {
    /// What is asked.
    pub(crate) question: Question,
    /// The quote's words, in bytes.
    pub(crate) quote: Span,
    /// The words that each option stands for, in bytes.
    pub(crate) spans: Vec<Option<Span>>,
    /// What is seen of each option.
    pub(crate) options: Vec<Features>,
}

/// Answers decisions: how likely each option is. The shipped weights do, and the trainer, which learns on the way.
pub(crate) type Judge<'j> = &'j mut dyn FnMut(&Decision) -> Vec<f32>;

/// What was found out about one stretch.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Found {
    /// Its speaker.
    pub(crate) phrase: Option<Phrase>,
    /// The head of the phrase that was chosen, where more words than that are shown.
    pub(crate) chosen: Span,
    /// Its reporting word.
    pub(crate) cue: Option<Span>,
    /// How likely this speaker is, 0 to 1.
    pub(crate) confidence: f32,
    /// Index of the paragraph that the speaker's phrase stands in.
    pub(crate) paragraph: usize,
    /// Whether its sentence is nothing but quotes.
    pub(crate) alone: bool,
    /// How likely it is speech, 0 to 1; unknown of quotes inside of quotes.
    pub(crate) speech: Option<f32>,
}

/// Speakers before a quote that are remembered, at most: two take turns in an interview.
const REMEMBERED: usize = 2;

/// Below this likelihood a quote has no speaker: rather none than a wrong one. On articles held out from training more than half of what is
/// dropped is wrong, and the right speakers lost are fewer than one in a thousand quotes; at 0.5 they would be eight.
pub(crate) const UNCLEAR: f32 = 0.4;

/// From this confidence on, the rules are heard where the learned weights are unclear.
const SURE: f32 = 0.8;

/// Finds who speaks in each of `stretches`.
pub(crate) fn attribute(
    text: &str,
    paragraphs: &[Paragraph],
    stretches: &[Stretch],
    frames: &[Frame],
    mentions: &[Mention],
    judge: Judge<'_>,
) -> Vec<Found> {
    let mut found = vec![Found::default(); stretches.len()];
    let mut opened: Vec<Option<(usize, Option<usize>)>> = vec![None; stretches.len()];
    let scenes: Vec<Scene> = frames.iter().map(|f| Scene::new(text, f)).collect();
    let place = |scene: &Scene| paragraphs.get(scene.frame.paragraph).map(|p| p.place);
    let mut last: Vec<Last> = Vec::new();
    let mut said: HashMap<u32, u32> = HashMap::new();
    let mut before: Option<usize> = None;
    for (index, scene) in scenes.iter().enumerate() {
        let reported = scene.frame.owner.is_none();
        let near = |other: &Scene| place(other) == place(scene);
        if reported && before.and_then(|b| scenes.get(b)).is_some_and(|b| !near(b)) {
            (before, last) = (None, Vec::new());
        }
        let behind = (index + 1..scenes.len())
            .take(LEVELS)
            .find(|&i| scenes.get(i).is_some_and(|s| s.frame.owner.is_none()))
            .filter(|&i| reported && scene.alone && scenes.get(i).is_some_and(|s| near(s) && s.quotes.is_empty()));
        let mut earlier = None;
        for (number, &(_, quote)) in scene.quotes.iter().enumerate() {
            let Some(stretch) = stretches.get(quote) else {
                continue;
            };
            if stretch.last > scene.frame.paragraph {
                // it is decided where it ends
                if let Some(opening) = opened.get_mut(quote) {
                    *opening = opening.or(Some((index, before)));
                }
                continue;
            }
            let headline = place(scene) == Some(Place::Title);
            let opening = opened.get(quote).copied().flatten();
            let view = View {
                text,
                mentions,
                scenes: &scenes,
                scene: index,
                number,
                inner: stretch.inner,
                words: Words::of(stretch.inner.str(text)),
                opening: opening.map(|o| o.0),
                // where the quote's first sentence tells more than its words, the one before it tells nothing
                before: match opening {
                    Some((first, before)) => before.filter(|_| scenes.get(first).is_some_and(|s| s.alone)),
                    None => before,
                }
                .filter(|_| reported),
                behind,
                last: if reported { &last } else { &[] },
                said: &said,
                earlier,
                verdict: scene.verdict(text, number, stretch.inner).or_else(|| {
                    let opening = scenes.get(opening?.0)?;
                    opening.verdict(text, opening.quotes.len().checked_sub(1)?, stretch.inner)
                }),
                headline,
            };
            let decided = if reported { decide(&view, stretch, judge) } else { ruled(&view) };
            let phrase = decided.phrase.filter(|_| decided.speech.is_none_or(|s| s >= 0.5));
            let (origin, chosen) = (decided.paragraph, decided.chosen);
            if let Some(slot) = found.get_mut(quote) {
                *slot = decided;
            }
            if let Some(phrase) = phrase {
                earlier = Some(phrase);
                if reported {
                    *said.entry(word_code(last_word(text, &phrase))).or_default() += 1;
                    last.retain(|l| l.phrase.head != phrase.head);
                    last.insert(0, Last { phrase, chosen, paragraph: scene.frame.paragraph, scene: index, origin });
                    last.truncate(REMEMBERED);
                }
            }
        }
        if reported {
            before = Some(index);
        }
    }
    found
}

/// Sentences inside of quotes that are passed over on the way to the next of the reporter's own, at most.
const LEVELS: usize = 40;

/// Asks who speaks in a quote, then whether it is speech.
fn decide(view: &View, stretch: &Stretch, judge: &mut dyn FnMut(&Decision) -> Vec<f32>) -> Found {
    let mut runners = view.runners();
    let decision = Decision {
        question: Question::Speaker,
        quote: stretch.inner,
        spans: runners.iter().map(|r| r.phrase.map(|p| p.span)).collect(),
        options: runners.iter_mut().map(|r| std::mem::take(&mut r.features)).collect(),
    };
    let (runner, confidence) = best(&runners, &judge(&decision));
    let scene = view.own();
    let mut found = Found {
        phrase: runner.and_then(|r| view.whole(r)),
        chosen: runner.and_then(|r| r.phrase).map_or(Span::default(), |p| p.head),
        cue: runner.and_then(|r| r.cue),
        confidence,
        paragraph: runner.map_or(0, |r| r.paragraph),
        alone: scene.is_some_and(|s| s.alone),
        speech: None,
    };
    if confidence < UNCLEAR && view.verdict.is_some_and(|v| v.confidence >= SURE) {
        found = Found { confidence: UNCLEAR, ..ruled(view) };
    }
    let options = speech_features::options(view, stretch, runner, &found);
    let decision = Decision { question: Question::Speech, quote: stretch.inner, spans: Vec::new(), options };
    found.speech = judge(&decision).first().copied();
    found
}

/// What the rules make of a quote inside of a quote.
fn ruled(view: &View) -> Found {
    let scene = view.own();
    Found {
        phrase: view.verdict.map(|v| v.phrase),
        chosen: Span::default(),
        cue: view.verdict.and_then(|v| v.cue),
        confidence: view.verdict.map_or(0.0, |v| v.confidence),
        paragraph: scene.map_or(0, |s| s.frame.paragraph),
        alone: scene.is_some_and(|s| s.alone),
        speech: None,
    }
}

/// The likeliest runner and how likely it is.
fn best<'r>(runners: &'r [Runner], likely: &[f32]) -> (Option<&'r Runner>, f32) {
    let pairs = runners.iter().zip(likely.iter().copied());
    pairs.fold((None, 0.0), |top, (runner, p)| if p > top.1 { (Some(runner), p) } else { top })
}
