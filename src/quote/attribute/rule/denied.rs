//! Speech that a sentence denies or only supposes: “Roe never said ‘…’”, “if Roe says ‘…’”.

use crate::language::VerbForm;
use crate::quote::clause::{Class, ClauseWindow, Phrase, subject_before};

/// Items between a reporting verb and the quote that is denied with it, at most: “told her neighbours that”.
const NEAR: usize = 4;

/// Whether the words that report the quote say that nobody says it, or only suppose it.
pub(crate) fn is_denied(window: &ClauseWindow) -> bool {
    let is_verb = |i: &usize| window.verb_form(*i).is_some();
    if let Some(verb) = (window.low..window.at).rev().find(is_verb) {
        let between = verb + 1..window.at;
        let joins = |i: usize| {
            !matches!(window.class(i), Some(Class::Stop(';' | '.') | Class::And | Class::Verb | Class::Auxiliary))
        };
        return between.len() <= NEAR && between.clone().all(joins) && denies(window, verb, window.low);
    }
    let start = window.at + 1;
    let verb = (start..window.high).take_while(|&i| window.class(i) != Some(Class::Stop(';'))).find(is_verb);
    verb.is_some_and(|verb| denies(window, verb, start))
}

/// Whether the verb at `verb`, whose clause begins at `low`, is denied or supposed.
fn denies(window: &ClauseWindow, verb: usize, low: usize) -> bool {
    let speech = window.language.speech;
    let is = |at: usize, words: &[&str]| words.contains(&window.word(at).to_lowercase().as_str());
    let mut first = verb;
    while first > low && window.class(first - 1).is_some_and(Class::is_filler) {
        first -= 1;
        if is(first, speech.negations) {
            return !(first + 1..verb).any(|i| is(i, speech.softeners));
        }
    }
    let before = first.checked_sub(1).filter(|&b| b >= low);
    if window.verb_form(verb) == Some(VerbForm::Gerund) {
        let [short, of] = speech.denial_tie;
        return before.is_some_and(|b| {
            is(b, speech.denials) || b > low && window.is_word(b - 1, short) && window.is_word(b, of)
        });
    }
    if before.is_some_and(|b| window.is_word(b, window.language.clauses.infinitive)) {
        return before.and_then(|b| b.checked_sub(1)).is_some_and(|r| r >= low && is(r, speech.refusals));
    }
    let Some(subject) = subject_before(window.items, low, verb) else { return false };
    is(subject.first, speech.nobody) || is_supposed(window, &subject, low, &is)
}

/// Whether the clause of `subject` only supposes what it says.
fn is_supposed(window: &ClauseWindow, subject: &Phrase, low: usize, is: &impl Fn(usize, &[&str]) -> bool) -> bool {
    let speech = window.language.speech;
    let Some(before) = subject.first.checked_sub(1).filter(|&b| b >= low) else { return false };
    is(before, speech.suppositions) || before == 0 && is(before, speech.inverted)
}
