//! Who speaks in each quote and whether anybody does, decided from left to right with learned weights.

use super::attribution::Attribution;
use super::candidate::{Candidate, RecentSpeaker};
use super::candidate_features::last_word;
use super::context::{QuoteContext, QuoteLook};
use super::features::word_code;
use super::rule::{CertainSpeaker, RuledSpeaker};
use super::scorer::{Decision, Question, Scorer};
use super::sentence::{SentenceContext, Verdict};
use super::speech_features::speech_options;
use crate::entity::EntityKind;
use crate::quote::clause::{Class, Frame, Head, Phrase};
use crate::quote::input::QuoteInput;
use crate::quote::segment::{QuotedSpan, Segments, Zone};
use crate::text::Span;
use std::collections::HashMap;

/// Speakers before a quote that are remembered, at most: two take turns in an interview.
const REMEMBERED: usize = 2;

/// Below this likelihood a quote has no speaker: rather none than a wrong one. On articles held out from training more than half of what is
/// dropped is wrong, and the right speakers lost are fewer than one in a thousand quotes; at 0.5 they would be eight.
pub(crate) const UNCLEAR: f32 = 0.4;

/// From this confidence on, the rules are heard where the learned weights are unclear.
const SURE: f32 = 0.8;

/// How sure the speaker is whom a line before the quote introduces.
const INTRODUCED: f32 = 0.9;

/// Sentences inside of quotes that are passed over on the way to the next of the reporter's own, at most.
const LEVELS: usize = 40;

/// Who speaks in each quoted span of `segments`, whose sentences are `sentences`.
pub(crate) fn attributions(
    input: &QuoteInput,
    segments: &Segments,
    sentences: &[SentenceContext],
    scorer: Scorer<'_>,
) -> Vec<Attribution> {
    let mut speakers = Speakers::new(input, segments, sentences);
    for index in 0..sentences.len() {
        speakers.attribute_sentence(index, scorer);
    }
    speakers.attributions
}

/// Where a quote over several sentences began.
#[derive(Clone, Copy, Debug)]
struct Opening {
    /// The sentence.
    sentence: usize,
    /// The one before it.
    before: Option<usize>,
}

/// What is known from left to right.
struct Speakers<'a> {
    input: &'a QuoteInput<'a>,
    segments: &'a Segments,
    sentences: &'a [SentenceContext<'a>],
    /// By quoted span.
    attributions: Vec<Attribution>,
    /// By quoted span; of those over several sentences, whose end was not reached yet.
    openings: Vec<Option<Opening>>,
    /// Who spoke last, latest first.
    recent: Vec<RecentSpeaker>,
    /// How often each has spoken, by the number of their last word.
    times_spoken: HashMap<u32, u32>,
    /// The last sentence of the reporter's own.
    before: Option<usize>,
}

impl<'a> Speakers<'a> {
    fn new(input: &'a QuoteInput<'a>, segments: &'a Segments, sentences: &'a [SentenceContext<'a>]) -> Self {
        Self {
            input,
            segments,
            sentences,
            attributions: vec![Attribution::default(); segments.quoted.len()],
            openings: vec![None; segments.quoted.len()],
            recent: Vec::new(),
            times_spoken: HashMap::new(),
            before: None,
        }
    }

    fn zone(&self, sentence: &SentenceContext) -> Option<Zone> {
        self.segments.zone(sentence.frame.paragraph)
    }

    /// Decides on the quotes that end in the sentence `index`.
    fn attribute_sentence(&mut self, index: usize, scorer: Scorer<'_>) {
        let Some(sentence) = self.sentences.get(index) else { return };
        let reported = sentence.frame.owner.is_none();
        let near = |other: usize| self.sentences.get(other).is_some_and(|o| self.zone(o) == self.zone(sentence));
        if reported && self.before.is_some_and(|before| !near(before)) {
            (self.before, self.recent) = (None, Vec::new());
        }
        let mut earlier = None;
        for (number, &(_, quote)) in sentence.quotes.iter().enumerate() {
            let Some(quoted) = self.segments.quoted.get(quote) else {
                continue;
            };
            if quoted.last > sentence.frame.paragraph {
                // it is decided where it ends
                if let Some(opening) = self.openings.get_mut(quote) {
                    *opening = opening.or(Some(Opening { sentence: index, before: self.before }));
                }
                continue;
            }
            let context = self.context(index, number, quote, quoted, earlier);
            let attribution = if reported { decided(&context, quoted, scorer) } else { ruled(&context) };
            let phrase = attribution.phrase.filter(|_| attribution.speech.is_none_or(|s| s >= 0.5));
            if let Some(slot) = self.attributions.get_mut(quote) {
                *slot = attribution;
            }
            if let Some(phrase) = phrase {
                earlier = Some(phrase);
                if reported {
                    self.remember(phrase, &attribution, sentence.frame);
                }
            }
        }
        if reported {
            self.before = Some(index);
        }
    }

    /// All that the speaker of `quote`, the `number`th of the sentence `index`, is looked for in.
    fn context(
        &self,
        index: usize,
        number: usize,
        quote: usize,
        quoted: &QuotedSpan,
        earlier: Option<Phrase>,
    ) -> QuoteContext<'_, '_> {
        let own = self.sentences.get(index);
        let reported = own.is_some_and(|s| s.frame.owner.is_none());
        let opening = self.openings.get(quote).copied().flatten();
        let before = match opening {
            // where the quote's first sentence says more than its words, the one before it says nothing
            Some(opening) => opening.before.filter(|_| self.sentences.get(opening.sentence).is_some_and(|s| s.alone)),
            None => self.before,
        };
        let verdict = own.map(|s| s.verdict(number, quoted.inner)).unwrap_or_default();
        let first = || {
            let first = self.sentences.get(opening?.sentence)?;
            Some(first.verdict(first.quotes.len().checked_sub(1)?, quoted.inner))
        };
        let first = if verdict.ruled.is_none() || verdict.certain.is_none() { first() } else { None };
        let verdict = match first {
            Some(first) => Verdict {
                ruled: verdict.ruled.or(first.ruled),
                certain: verdict.certain.or(first.certain),
                denied: verdict.denied || first.denied,
            },
            None => verdict,
        };
        QuoteContext {
            text: self.input.text(),
            language: self.input.language,
            mentions: self.input.mentions,
            sentences: self.sentences,
            sentence: index,
            number,
            inner: quoted.inner,
            look: QuoteLook::new(quoted.inner.str(self.input.text())),
            opening: opening.map(|o| o.sentence),
            before: before.filter(|_| reported),
            line_before: self.line_before(index),
            after: self.sentence_after(index),
            recent: if reported { &self.recent } else { &[] },
            times_spoken: &self.times_spoken,
            earlier,
            ruled: verdict.ruled,
            certain: verdict.certain,
            denied: verdict.denied,
            headline: own.and_then(|s| self.zone(s)) == Some(Zone::Title),
        }
    }

    /// The sentence before it, in the title or the body.
    fn line_before(&self, index: usize) -> Option<usize> {
        let before = index.checked_sub(1)?;
        let [line, own] = [self.sentences.get(before)?, self.sentences.get(index)?];
        let comment = |s: &SentenceContext| matches!(self.zone(s), Some(Zone::Comment(_)));
        let next = line.frame.number + 1 == own.frame.number && line.frame.owner.is_none();
        (next && (self.zone(line) == self.zone(own) || !comment(line) && !comment(own))).then_some(before)
    }

    /// The next sentence of the reporter's own, where it says who speaks in the sentence `index`: that is nothing but quotes, it has none.
    fn sentence_after(&self, index: usize) -> Option<usize> {
        let own = self.sentences.get(index).filter(|s| s.frame.owner.is_none() && s.alone)?;
        let mut ahead = self.sentences.iter().enumerate().skip(index + 1).take(LEVELS);
        let (after, sentence) = ahead.find(|(_, s)| s.frame.owner.is_none())?;
        (self.zone(sentence) == self.zone(own) && sentence.quotes.is_empty()).then_some(after)
    }

    /// Keeps who spoke in a quote of the sentence `frame`.
    fn remember(&mut self, phrase: Phrase, attribution: &Attribution, frame: &Frame) {
        *self.times_spoken.entry(word_code(last_word(self.input.text(), &phrase))).or_default() += 1;
        self.recent.retain(|r| r.phrase.head != phrase.head);
        let (chosen, origin) = (attribution.chosen, attribution.paragraph);
        self.recent
            .insert(0, RecentSpeaker { phrase, chosen, paragraph: frame.paragraph, sentence: frame.number, origin });
        self.recent.truncate(REMEMBERED);
    }
}

/// Asks who speaks in a quote, unless the grammar says it, then whether it is speech, unless that is denied.
fn decided(context: &QuoteContext, quoted: &QuotedSpan, scorer: Scorer<'_>) -> Attribution {
    let mut candidates = context.candidates();
    let decision = Decision {
        question: Question::Speaker,
        quote: quoted.inner,
        spans: candidates.iter().map(|c| c.phrase.map(|p| p.span)).collect(),
        options: candidates.iter_mut().map(|c| std::mem::take(&mut c.features)).collect(),
    };
    let (candidate, confidence) = likeliest(&candidates, &scorer(&decision));
    let mut attribution = Attribution {
        phrase: candidate.and_then(|c| context.shown_phrase(c)),
        chosen: candidate.and_then(|c| c.phrase).map_or(Span::default(), |p| p.head),
        cue: candidate.and_then(|c| c.cue),
        confidence,
        paragraph: candidate.map_or(0, |c| c.paragraph),
        alone: context.own().is_some_and(|s| s.alone),
        speech: None,
    };
    if confidence < UNCLEAR && context.ruled.is_some_and(|r| r.confidence >= SURE) {
        attribution = Attribution { confidence: UNCLEAR, ..by_rule(context, context.ruled) };
    }
    if let Some(certain) = context.certain.or_else(|| introduced(context).map(CertainSpeaker::Named)) {
        attribution = certain_attribution(context, certain, &attribution);
    }
    let options = speech_options(context, quoted, candidate, &attribution);
    let decision = Decision { question: Question::Speech, quote: quoted.inner, spans: Vec::new(), options };
    let likely = scorer(&decision).first().copied();
    attribution.speech = match introduced(context) {
        Some(_) => Some(1.0),
        None if context.denied => Some(0.0),
        None => likely,
    };
    attribution
}

/// Whoever is named last in a line before a quote that stands alone, if that line ends in a colon and has no verb of saying: “And from
/// Ines Calder:”.
fn introduced(context: &QuoteContext) -> Option<RuledSpeaker> {
    context.own().filter(|s| s.alone)?;
    let line = context.sentences.get(context.line_before?)?;
    let items = line.frame.items.as_slice();
    let reported = line.chunks.iter().any(|c| c.links.iter().any(Option::is_some));
    let ends = items.last().is_some_and(|i| i.class == Class::Stop(':'));
    let phrase = line.chunks.last()?.phrase;
    let named = phrase.kind == Head::Name && phrase.end + 1 == items.len();
    (ends && named && !reported && is_voice(context, &phrase)).then_some(RuledSpeaker {
        phrase,
        cue: None,
        confidence: INTRODUCED,
    })
}

/// Whether the name in `phrase` is that of a person or a body of persons.
fn is_voice(context: &QuoteContext, phrase: &Phrase) -> bool {
    let before = context.mentions.partition_point(|m| m.span.start < phrase.head.end);
    let mention = before.checked_sub(1).and_then(|m| context.mentions.get(m));
    mention.is_some_and(|m| {
        m.span.overlaps(phrase.head) && matches!(m.kind, EntityKind::Person | EntityKind::Organization)
    })
}

/// What is certain of a quote in place of what is likely, which is kept where both name the same.
fn certain_attribution(context: &QuoteContext, certain: CertainSpeaker, likely: &Attribution) -> Attribution {
    match certain {
        CertainSpeaker::Named(ruled) => {
            let same = likely.phrase.is_some_and(|p| p.span.overlaps(ruled.phrase.head));
            if same { *likely } else { by_rule(context, Some(ruled)) }
        }
        CertainSpeaker::Unnamed(cue) => Attribution { cue: Some(cue), ..by_rule(context, None) },
    }
}

/// What the rules make of a quote inside of a quote.
fn ruled(context: &QuoteContext) -> Attribution {
    match context.certain {
        Some(certain) => certain_attribution(context, certain, &by_rule(context, context.ruled)),
        None => by_rule(context, context.ruled),
    }
}

/// The quote as the speaker's whom a rule names, or as nobody's.
fn by_rule(context: &QuoteContext, rule: Option<RuledSpeaker>) -> Attribution {
    let own = context.own();
    Attribution {
        phrase: rule.map(|r| r.phrase),
        chosen: Span::default(),
        cue: rule.and_then(|r| r.cue),
        confidence: rule.map_or(0.0, |r| r.confidence),
        paragraph: own.map_or(0, |s| s.frame.paragraph),
        alone: own.is_some_and(|s| s.alone),
        speech: None,
    }
}

/// The likeliest candidate and how likely it is.
fn likeliest<'c>(candidates: &'c [Candidate], likelihoods: &[f32]) -> (Option<&'c Candidate>, f32) {
    let pairs = candidates.iter().zip(likelihoods.iter().copied());
    pairs.fold((None, 0.0), |best, (candidate, p)| if p > best.1 { (Some(candidate), p) } else { best })
}
