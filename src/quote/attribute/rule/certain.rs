//! What the grammar of a sentence says for certain of a quote's speaker: whoever is spoken to does not speak, and whoever is quoted does.

use super::ruled_speaker::RuledSpeaker;
use crate::language::VerbForm;
use crate::quote::clause::{Class, ClauseWindow, Head, Phrase, ending_at, subject_before};
use crate::text::Span;

/// What is certain of a quote's speaker.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum CertainSpeaker {
    /// The words around the quote name them.
    Named(RuledSpeaker),
    /// They are not named: “Roe was told: ‘…’”. The reporting word.
    Unnamed(Span),
}

/// How sure a rule is that reads the grammar alone.
const SURE: f32 = 0.9;

/// Items between a passive verb and its quote, or between the quote and its agent, at most: “accused in May of being”.
const NEAR: usize = 10;

/// What the words before and after the quote say for certain; `None` where they leave it open.
pub(crate) fn certain_speaker(window: &ClauseWindow) -> Option<CertainSpeaker> {
    if let Some(phrase) = signature(window) {
        return Some(CertainSpeaker::Named(RuledSpeaker { phrase, cue: None, confidence: SURE }));
    }
    if let Some(verb) = last_verb(window) {
        if is_spoken_to(window, verb) {
            return passive(window, verb, verb + 1..window.at);
        }
        if let Some(phrase) = quoted(window, verb).or_else(|| writing(window, verb)).or_else(|| relative(window, verb))
        {
            return named(window, verb, phrase);
        }
        return None;
    }
    let start =
        (window.at + 1..window.high).find(|&i| !matches!(window.class(i), Some(Class::Stop(',' | '—' | '–'))))?;
    if let Some(source) = source(window, start) {
        return named(window, start, source);
    }
    if let Some((verb, hearing)) = hearing(window, start) {
        return named(window, verb, hearing);
    }
    let subject = window.phrase_at(start, window.high)?;
    let verb = (subject.end..window.high).find(|&i| !window.class(i).is_some_and(Class::is_filler))?;
    let passive_verb = matches!(window.class(verb), Some(Class::Cue(_))) && is_spoken_to(window, verb);
    (passive_verb && leads(window)).then(|| passive(window, verb, window.at + 1..verb)).flatten()
}

fn named(window: &ClauseWindow, verb: usize, phrase: Phrase) -> Option<CertainSpeaker> {
    Some(CertainSpeaker::Named(RuledSpeaker { phrase, cue: window.span(verb), confidence: SURE }))
}

/// Whoever signs the quote at the end of its line: “‘…’ — Ines Calder”.
fn signature(window: &ClauseWindow) -> Option<Phrase> {
    let begins = window.at == window.low || window.at.checked_sub(1).is_some_and(|b| line_breaks(window, b));
    let dash = window.at + 1;
    if !begins || !matches!(window.class(dash), Some(Class::Stop('—' | '–' | '―' | '-'))) {
        return None;
    }
    let phrase = window.phrase_at(dash + 1, window.high).filter(|p| p.kind == Head::Name)?;
    let last = phrase.end.checked_sub(1)?;
    let ends = match window.class(phrase.end) {
        None | Some(Class::Quote(_)) => true,
        Some(Class::Stop('.' | ',' | '(')) => true,
        _ => line_breaks(window, last),
    };
    ends.then_some(phrase)
}

/// Whether a line ends after the item at `at`.
fn line_breaks(window: &ClauseWindow, at: usize) -> bool {
    let gap = window.span(at).zip(window.span(at + 1)).map(|(one, next)| Span::new(one.end, next.start));
    gap.is_some_and(|gap| gap.str(window.text).contains('\n'))
}

/// The last reporting verb before the quote.
fn last_verb(window: &ClauseWindow) -> Option<usize> {
    let is_verb = |&i: &usize| {
        matches!(window.class(i), Some(Class::Cue(_))) && (window.verb_form(i).is_some() || is_spoken_to(window, i))
    };
    (window.low..window.at).rev().find(is_verb)
}

/// Whether the quote is a whole clause of its own, at the beginning of its sentence.
fn leads(window: &ClauseWindow) -> bool {
    let begins = window.at.checked_sub(1).is_none_or(|b| matches!(window.class(b), Some(Class::Stop(_))));
    let inner = window.inner.str(window.text);
    begins && (inner.ends_with([',', '?', '!', '—', '–', '…']) || window.class(window.at + 1) == Some(Class::Stop(',')))
}

/// Whether the participle at `verb` says that its subject is spoken to or about.
fn is_spoken_to(window: &ClauseWindow, verb: usize) -> bool {
    let past = matches!(window.class(verb), Some(Class::Cue(cue)) if cue.form == VerbForm::Past);
    let before = (window.low..verb).rev().find(|&i| window.class(i) != Some(Class::Adverb));
    let auxiliary = before.is_some_and(|b| window.class(b) == Some(Class::Auxiliary));
    let word = window.word(verb).to_lowercase();
    past && auxiliary && window.is_passive(verb) && !window.language.speech.heard_out.contains(&word.as_str())
}

/// Who speaks by the passive at `verb`, with `gap` between it and the quote: its agent, or somebody who is not named.
fn passive(window: &ClauseWindow, verb: usize, gap: std::ops::Range<usize>) -> Option<CertainSpeaker> {
    if let Some(phrase) = agent(window, verb + 1..(verb + 1 + NEAR).min(window.high)) {
        return named(window, verb, phrase);
    }
    let before = gap.start > window.at;
    let open = |i: usize| match window.class(i) {
        Some(Class::Stop(_)) => !before && i + 1 != window.at,
        Some(Class::Clause | Class::Subject | Class::And) => true,
        _ => false,
    };
    // “He was branded ‘a liar’, Roe wrote”
    let reported = (window.at + 1..window.high).any(|i| i != verb && window.verb_form(i).is_some());
    if reported || gap.len() > NEAR || gap.clone().any(open) {
        return None;
    }
    Some(CertainSpeaker::Unnamed(window.span(verb)?))
}

/// The phrase after the first “by” in `items`, which no other mark than the quote stands before.
fn agent(window: &ClauseWindow, items: std::ops::Range<usize>) -> Option<Phrase> {
    let mut inside = items.take_while(|&i| !matches!(window.class(i), Some(Class::Stop(_) | Class::Clause)));
    let by = inside.find(|&i| window.is_agent(i))?;
    window.phrase_at(by + 1, window.high)
}

/// Whom the subject of `verb` quotes: “Roe quoted Calder: ‘…’”, “Roe quoted Calder as saying ‘…’”.
fn quoted(window: &ClauseWindow, verb: usize) -> Option<Phrase> {
    let is_quoting = |verb: usize| window.language.speech.quoting.contains(&window.word(verb).to_lowercase().as_str());
    // “as saying”
    let verb = if is_quoting(verb) { verb } else { (window.low..verb).rev().take(NEAR).find(|&i| is_quoting(i))? };
    if window.is_passive(verb) {
        return None;
    }
    let phrase = window.phrase_at(verb + 1, window.at)?;
    let rest = phrase.end..window.at;
    let joins = |i: usize| {
        matches!(window.class(i), Some(Class::Stop(',' | ':') | Class::Preposition | Class::Cue(_) | Class::Clause))
    };
    (!rest.is_empty() && rest.clone().all(joins)).then_some(phrase)
}

/// What is written or said to say so: “a letter from the bank that read ‘…’”.
fn writing(window: &ClauseWindow, verb: usize) -> Option<Phrase> {
    let that = verb.checked_sub(1).filter(|&t| t > window.low)?;
    let relative = window.is_word(that, window.language.clauses.complement)
        || window.language.clauses.relatives.get(1).is_some_and(|which| window.is_word(that, which));
    let near = window.at - verb <= 2;
    (relative && near).then(|| ending_at(window.items, window.low, that)).flatten()
}

/// The subject of a relative clause that ends in the quote: “Roe, whom Calder had called ‘…’”.
fn relative(window: &ClauseWindow, verb: usize) -> Option<Phrase> {
    let subject = subject_before(window.items, window.low, verb).filter(|_| verb + 1 == window.at)?;
    let whom = subject.first.checked_sub(1).filter(|&w| w >= window.low)?;
    window.is_word(whom, window.language.clauses.object_relative).then_some(subject)
}

/// The body before which the quote was said, and its verb: “‘…’, a court heard”.
fn hearing(window: &ClauseWindow, start: usize) -> Option<(usize, Phrase)> {
    let speech = window.language.speech;
    let verb = (start..window.high.min(start + NEAR)).find(|&i| speech.hears.contains(&window.word(i)))?;
    let noun = verb.checked_sub(1)?;
    let known = speech.hearings.contains(&window.word(noun).to_lowercase().as_str());
    Some((verb, ending_at(window.items, start, verb).filter(|p| known && p.first == start)?))
}

/// Who is named as the quote's source right after it: “per the rules”, “as a memo put it”.
fn source(window: &ClauseWindow, start: usize) -> Option<Phrase> {
    let speech = window.language.speech;
    let is = |at: usize, words: &[&str]| words.contains(&window.word(at).to_lowercase().as_str());
    if is(start, speech.per) {
        return window.phrase_at(start + 1, window.high);
    }
    let phrase = window.phrase_at(start + 1, window.high).filter(|_| is(start, &[speech.as_put[0]]))?;
    let [_, put, it] = speech.as_put;
    (window.is_word(phrase.end, put) && window.is_word(phrase.end + 1, it)).then_some(phrase)
}
