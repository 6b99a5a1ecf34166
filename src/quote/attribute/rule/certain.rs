//! What the grammar of a sentence says for certain of a quote's speaker: whoever is spoken to does not speak, and whoever is quoted does.

use super::ruled_speaker::RuledSpeaker;
use crate::language::VerbForm;
use crate::quote::clause::{Class, ClauseWindow, Phrase, ending_at};
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
    if let Some(verb) = last_verb(window) {
        if is_spoken_to(window, verb) {
            return passive(window, verb, verb + 1..window.at);
        }
        if let Some(phrase) = quoted(window, verb).or_else(|| writing(window, verb)) {
            return named(window, verb, phrase);
        }
        return None;
    }
    let start =
        (window.at + 1..window.high).find(|&i| !matches!(window.class(i), Some(Class::Stop(',' | '—' | '–'))))?;
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
    if gap.len() > NEAR || gap.clone().any(open) {
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

/// The body before which the quote was said, and its verb: “‘…’, a court heard”.
fn hearing(window: &ClauseWindow, start: usize) -> Option<(usize, Phrase)> {
    let speech = window.language.speech;
    let verb = (start..window.high.min(start + NEAR)).find(|&i| speech.hears.contains(&window.word(i)))?;
    let noun = verb.checked_sub(1)?;
    let known = speech.hearings.contains(&window.word(noun).to_lowercase().as_str());
    Some((verb, ending_at(window.items, start, verb).filter(|p| known && p.first == start)?))
}
