//! A speaker named after a quote, in its sentence.

use super::ruled_speaker::RuledSpeaker;
use crate::language::VerbForm;
use crate::quote::clause::{Class, ClauseWindow, Head, Phrase, is_governed, subject_before};

/// The speaker named after the quote: “…,” said Roe; “…,” she said; “…,” according to Roe.
pub(super) fn speaker_after(window: &ClauseWindow) -> Option<RuledSpeaker> {
    let mut start = window.at + 1;
    while start < window.high
        && matches!(window.class(start), Some(Class::Stop(',' | '—' | '–' | '―' | '-') | Class::Adverb | Class::Day))
    {
        start += 1;
    }
    let ended = window.inner.str(window.text).ends_with([',', '?', '!', '—', '–', '-', '…'])
        || matches!(window.class(window.at + 1), Some(Class::Stop(',' | '—' | '–')));
    let leads = if window.at == 0 || ended { 0.0 } else { 0.25 };
    if window.is_according(start) {
        let phrase = window.phrase_at(start + 2, window.high)?;
        return Some(RuledSpeaker { phrase, cue: window.span_over(start, start + 1), confidence: 0.95 });
    }
    // “…” — Ines Calder
    if start > window.at + 1 && matches!(window.class(start - 1), Some(Class::Stop('—' | '–' | '―' | '-'))) {
        let signed = window.phrase_at(start, window.high).filter(|p| p.kind == Head::Name);
        let closes = |p: &Phrase| {
            p.end >= window.high || matches!(window.class(p.end), Some(Class::Stop('.' | ',' | '(' | '—' | '–' | '―')))
        };
        if let Some(phrase) = signed.filter(closes) {
            return Some(RuledSpeaker { phrase, cue: None, confidence: 0.9 });
        }
    }
    if matches!(window.class(start), Some(Class::And | Class::Clause)) && window.at > 0 {
        return None;
    }
    if let (Some(Class::Cue(cue)), Some(_)) = (window.class(start), window.verb_form(start)) {
        // “…,” said Roe
        if cue.form != VerbForm::Gerund
            && let Some(phrase) = window.phrase_at(start + 1, window.high)
        {
            let confidence: f32 = if cue.plain { 0.95 } else { 0.6 };
            return Some(RuledSpeaker { phrase, cue: window.span(start), confidence: confidence - leads });
        }
    }
    let verb = (start..window.high)
        .take_while(|&i| !matches!(window.class(i), Some(Class::Stop(';' | ':'))))
        .find(|&i| window.verb_form(i).is_some_and(|f| f != VerbForm::Gerund))?;
    // “…,” Roe, who runs the ferry, said
    let mut subject = subject_before(window.items, start, verb);
    let mut verb = verb;
    let direct = window.phrase_at(start, verb);
    if let (Some(first), Some(Class::Relative)) =
        (direct, direct.and_then(|d| window.class(d.end + 1).or(window.class(d.end))))
    {
        // the verb of the main clause follows the relative one
        if let Some(main) = (verb + 1..window.high).find(|&i| {
            window.verb_form(i).is_some_and(|f| f != VerbForm::Gerund) && window.class(i - 1) == Some(Class::Stop(','))
        }) {
            verb = main;
            subject = Some(first);
        }
    }
    let subject = subject.filter(|s| !is_governed(window.items, s))?;
    let adjacent = subject.first == start;
    let confidence = match (adjacent, window.class(verb)) {
        (true, Some(Class::Cue(cue))) if cue.plain => 0.95,
        (true, _) => 0.75,
        _ => 0.6,
    };
    Some(RuledSpeaker { phrase: subject, cue: window.span(verb), confidence: confidence - leads })
}
