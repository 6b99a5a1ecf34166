//! A speaker named before a quote, in its sentence.

use super::ruled_speaker::RuledSpeaker;
use crate::language::VerbForm;
use crate::quote::clause::{
    Class, ClauseWindow, Head, Phrase, ending_at, first_subject, is_report_noun, main_subject, subject_before,
};

/// The speaker named before the quote: Roe said: “…”; Roe called it “…”; in a statement, Roe “…”.
pub(super) fn speaker_before(window: &ClauseWindow) -> Option<RuledSpeaker> {
    // “was described by Roe as”
    let passive = (window.low..window.at)
        .rev()
        .find(|&i| matches!(window.class(i), Some(Class::Cue(_))) && window.is_agent(i + 1));
    if let Some(verb) = passive.filter(|&v| window.is_passive(v))
        && let Some(phrase) = window.phrase_at(verb + 2, window.at)
    {
        return Some(RuledSpeaker { phrase, cue: window.span(verb), confidence: 0.8 });
    }
    if let Some((verb, phrase)) = reporting_clause(window) {
        let commas = (verb..window.at).filter(|&i| matches!(window.class(i), Some(Class::Stop(',' | ';')))).count();
        let direct = (verb + 1..window.at)
            .all(|i| matches!(window.class(i), Some(Class::Stop(',' | ':') | Class::Clause | Class::Object)));
        let far = if direct { 0.0 } else { 0.05 + 0.1 * commas.min(3) as f32 };
        return Some(RuledSpeaker { phrase, cue: window.span(verb), confidence: 0.95 - far });
    }
    if let Some(at) = (window.low..window.at).find(|&i| window.is_according(i)) {
        let phrase = window.phrase_at(at + 2, window.at)?;
        return Some(RuledSpeaker { phrase, cue: window.span_over(at, at + 1), confidence: 0.85 });
    }
    let colon = window.at > window.low && window.class(window.at - 1) == Some(Class::Stop(':'));
    if let Some(noun) = (window.low..window.at).rev().find(|&i| is_report_noun(&window.word(i).to_lowercase())) {
        // “Roe's warning that”, “a statement from Roe”
        let owner = ending_at(window.items, window.low, noun).filter(|p| p.end > p.first + 1).or_else(|| {
            (matches!(window.class(noun + 1), Some(Class::Tie | Class::Preposition)))
                .then(|| window.phrase_at(noun + 2, window.at))
                .flatten()
        });
        if let Some(phrase) = owner {
            return Some(RuledSpeaker { phrase, cue: window.span(noun), confidence: 0.6 });
        }
    }
    if window.at > window.low && matches!(window.class(window.at - 1), Some(Class::Possessive)) {
        let phrase = ending_at(window.items, window.low, window.at)?;
        return Some(RuledSpeaker { phrase, cue: None, confidence: 0.55 });
    }
    let phrase = main_subject(window.items, 0, window.at)?;
    Some(RuledSpeaker { phrase, cue: None, confidence: if colon { 0.7 } else { 0.5 } })
}

/// The verb before the quote that reports it, and its subject: the nearest, or the one that the nearest depends on, as in
/// “Roe said he expected a ‘long’ wait”.
fn reporting_clause(window: &ClauseWindow) -> Option<(usize, Phrase)> {
    let mut verbs = (window.low..window.at).rev().filter(|&i| window.verb_form(i).is_some());
    let (mut verb, mut phrase) = verbs.by_ref().find_map(|v| subject_of(window, v).map(|p| (v, p)))?;
    // “what she called”: she is whom the sentence is about
    let personal = phrase.kind == Head::Pronoun && !window.is_word(phrase.first, window.language.clauses.expletive);
    if personal
        && phrase.first > 0
        && window.is_word(phrase.first - 1, window.language.clauses.free_relative)
        && let Some(main) = first_subject(window.items, phrase.first - 1)
    {
        phrase = main;
    }
    for outer in verbs {
        if !window.is_plain(outer) || phrase.first <= outer {
            break;
        }
        let complement = phrase.first > 0 && window.is_word(phrase.first - 1, window.language.clauses.complement);
        let near = phrase.first - outer <= CLAUSE;
        let dependent = complement || near && (phrase.kind == Head::Pronoun || !window.is_plain(verb));
        let between = (outer + 1..phrase.first)
            .any(|i| matches!(window.class(i), Some(Class::Stop(';') | Class::Quote(_) | Class::Subject)));
        if !dependent || between || window.verb_form(outer) == Some(VerbForm::Gerund) {
            break;
        }
        let Some(subject) = subject_of(window, outer) else {
            break;
        };
        (verb, phrase) = (outer, subject);
    }
    Some((verb, phrase))
}

/// Words between a reporting verb and the subject of the clause that depends on it, at most: “said on Friday in Ansel that he”.
const CLAUSE: usize = 8;

/// The subject of the verb at `verb`, which stands before the quote.
fn subject_of(window: &ClauseWindow, verb: usize) -> Option<Phrase> {
    let form = window.verb_form(verb)?;
    if form != VerbForm::Gerund {
        // Said Roe: “…”
        if verb == window.low
            && let Some(phrase) = window.phrase_at(verb + 1, window.at)
        {
            return Some(phrase);
        }
        if let Some(phrase) = subject_before(window.items, window.low, verb) {
            return Some(phrase);
        }
    }
    // “spectators chanting”
    if form == VerbForm::Gerund && verb > window.low && window.class(verb - 1).is_some_and(Class::is_nominal) {
        return ending_at(window.items, window.low, verb);
    }
    // “Roe left, saying”, “Roe went on to say”, “Roe stood up and said”
    first_subject(window.items, verb).or_else(|| main_subject(window.items, 0, verb))
}
