//! Quotes to speakers over an article: each in its sentence, and those without one from the speaker before.

use super::frame::{Frame, Item};
use super::layout::{Paragraph, Place};
use super::pairing::Stretch;
use super::phrase::Phrase;
use super::speaker::{Candidate, Site, best, closing, first_subject, main_subject};
use super::words::Class;
use crate::text::Span;

/// What was found out about one stretch.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Found {
    /// Its speaker.
    pub(super) phrase: Option<Phrase>,
    /// Its reporting word.
    pub(super) cue: Option<Span>,
    /// 0 to 1.
    pub(super) confidence: f32,
    /// Index of the paragraph that the speaker's phrase stands in.
    pub(super) paragraph: usize,
    /// Whether its sentence is nothing but quotes.
    pub(super) alone: bool,
}

/// Whoever spoke last in one place.
#[derive(Clone, Copy, Debug)]
struct Last {
    phrase: Phrase,
    /// The paragraph that they spoke in last.
    paragraph: usize,
    /// The paragraph that the phrase stands in.
    origin: usize,
    place: Place,
    /// Whether they were quoted, rather than only written about.
    spoke: bool,
}

/// Finds who speaks in each of `stretches`.
pub(super) fn attribute(text: &str, paragraphs: &[Paragraph], stretches: &[Stretch], frames: &[Frame]) -> Vec<Found> {
    let mut found = vec![Found::default(); stretches.len()];
    let mut last: Option<Last> = None;
    for frame in frames {
        let Some(place) = paragraphs.get(frame.paragraph).map(|p| p.place) else {
            continue;
        };
        let quotes: Vec<(usize, usize)> = frame
            .items
            .iter()
            .enumerate()
            .filter_map(|(at, item)| match item.class {
                Class::Quote(index) => Some((at, index)),
                _ => None,
            })
            .collect();
        let mut known: Option<Candidate> = None;
        let named = frame.items.iter().any(|i| i.class == Class::Name);
        let alone = frame.items.iter().all(|i| matches!(i.class, Class::Quote(_) | Class::Stop(_)));
        let carried = last.filter(|l| frame.owner.is_none() && l.place == place && frame.paragraph - l.paragraph <= 1);
        for (number, &(at, index)) in quotes.iter().enumerate() {
            let Some(stretch) = stretches.get(index) else {
                continue;
            };
            let low = number.checked_sub(1).and_then(|n| quotes.get(n)).map_or(0, |q| q.0 + 1);
            let high = quotes.get(number + 1).map_or(frame.items.len(), |q| q.0);
            let mut candidate = best(&around(text, &frame.items, (low, at, high), stretch.inner));
            let mut paragraph = frame.paragraph;
            if let Some(earlier) = known.filter(|k| candidate.is_none_or(|c| c.confidence < k.confidence - 0.1)) {
                candidate = Some(Candidate { confidence: earlier.confidence - 0.1, ..earlier });
            }
            // a sentence with names of its own is not about whoever spoke last
            if alone || candidate.is_none() && !named {
                paragraph = carried.map_or(paragraph, |l| l.origin);
                candidate = carried.map(|l| {
                    let confidence = match (l.spoke, frame.paragraph == l.paragraph) {
                        (true, true) => 0.8,
                        (true, false) => 0.75,
                        (false, true) => 0.65,
                        (false, false) => 0.55,
                    };
                    Candidate { phrase: l.phrase, cue: None, confidence }
                });
            }
            if let Some(slot) = found.get_mut(index) {
                // a quote over several paragraphs keeps what its first one told, unless a later one names the speaker
                let told = stretch.first < frame.paragraph && slot.phrase.is_some();
                if told && (slot.cue.is_some() || candidate.is_none_or(|c| c.cue.is_none())) {
                    continue;
                }
                slot.alone = alone;
                if let Some(c) = candidate {
                    *slot = Found { phrase: Some(c.phrase), cue: c.cue, confidence: c.confidence, paragraph, alone };
                    known = candidate;
                }
            }
        }
        if frame.owner.is_none() {
            let phrase = known.map(|k| (k.phrase, true)).or_else(|| subject_of(text, &frame.items).map(|p| (p, false)));
            if let Some((phrase, spoke)) = phrase {
                let origin = last.filter(|l| l.phrase == phrase).map_or(frame.paragraph, |l| l.origin);
                last = Some(Last { phrase, paragraph: frame.paragraph, origin, place, spoke });
            } else if let Some(last) = last.as_mut().filter(|_| alone) {
                last.paragraph = frame.paragraph;
            }
        }
    }
    found
}

/// Items before and behind a quote that tell its speaker, at most: with them, a sentence of a thousand quotes costs no more
/// than a thousand sentences.
const REACH: usize = 120;

/// The quote at `place.1`, after `place.0` and before `place.2`, in the part of its sentence that is within reach.
fn around<'i>(text: &'i str, items: &'i [Item], place: (usize, usize, usize), inner: Span) -> Site<'i> {
    let (low, at, high) = place;
    let from = at.saturating_sub(REACH);
    let high = high.min(at + REACH);
    let items = items.get(from..high).unwrap_or_default();
    Site { text, items, at: at - from, low: low.saturating_sub(from), high: high - from, inner }
}

/// Whom a sentence without quotes is about: who reports at its end (“…, Roe said.”), or its first subject.
fn subject_of(text: &str, items: &[Item]) -> Option<Phrase> {
    let site = Site { text, items, at: items.len(), low: 0, high: items.len(), inner: Span::default() };
    closing(&site).or_else(|| first_subject(items, items.len())).or_else(|| main_subject(items, 0, items.len()))
}
