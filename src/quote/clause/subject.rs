//! The subjects of verbs, looked for backwards.

use super::class::Class;
use super::frame::{Item, class_at};
use super::noun_phrase::{ending_at, one_item_phrase};
use super::phrase::{Head, Phrase};
use super::window::ClauseWindow;
use crate::language::VerbForm;

/// Commas that are crossed backwards between a verb and its subject: “Roe, a lawyer, writer and pilot, said”.
const COMMAS: usize = 4;

/// The subject of the verb at `at`, looked for backwards, no further than `low`.
pub(crate) fn subject_before(items: &[Item], low: usize, at: usize) -> Option<Phrase> {
    let mut end = at;
    while end > low && class_at(items, end - 1).is_some_and(is_filler_before) {
        end -= 1;
        // “on Friday”
        if class_at(items, end) == Some(Class::Day) && end > low && class_at(items, end - 1) == Some(Class::Tie) {
            end -= 1;
        }
    }
    let last = end.checked_sub(1).filter(|&l| l >= low)?;
    match class_at(items, last)? {
        Class::Subject => Some(one_item_phrase(items, last, Head::Pronoun)),
        Class::Relative => {
            let before = last.checked_sub(1).filter(|&b| b >= low)?;
            let end = if class_at(items, before) == Some(Class::Stop(',')) { before } else { last };
            ending_at(items, low, end)
        }
        Class::Stop(',' | '—' | '–' | ')') => across_insertion(items, low, last),
        _ => ending_at(items, low, end),
    }
}

fn is_filler_before(class: Class) -> bool {
    class.is_filler() || class == Class::Object
}

/// The phrase before an insertion whose closing comma, dash or bracket is at `close`.
fn across_insertion(items: &[Item], low: usize, close: usize) -> Option<Phrase> {
    let opener = match class_at(items, close)? {
        Class::Stop(')') => Class::Stop('('),
        other => other,
    };
    let openers = (low..close).rev().filter(|&i| class_at(items, i) == Some(opener)).take(COMMAS);
    let mut found = None;
    for open in openers {
        let Some(phrase) = ending_at(items, low, open) else {
            continue;
        };
        // “the mayor, Ines Calder, said”
        if phrase.kind == Head::Noun && found.is_none() {
            let name = ending_at(items, open + 1, close).filter(|n| n.kind == Head::Name && n.head == n.span);
            if let Some(name) = name.filter(|n| n.first == open + 1 && n.end - n.first > 1) {
                return Some(name);
            }
        }
        let relative = class_at(items, open + 1) == Some(Class::Relative);
        // the name that a list of attributes belongs to stands before the first of them
        if found.is_none() || relative {
            found = Some(phrase);
        }
        if relative || phrase.kind == Head::Name {
            return Some(phrase);
        }
    }
    found
}

/// The nearest phrase before `end` that looks like a subject: a pronoun, or a name or noun phrase that no preposition governs.
pub(crate) fn main_subject(items: &[Item], low: usize, end: usize) -> Option<Phrase> {
    let mut at = end;
    let mut noun = None;
    while at > low {
        match class_at(items, at - 1) {
            Some(Class::Subject) => return subject_before(items, low, at),
            Some(Class::Name | Class::Word | Class::Number) => {
                let phrase = ending_at(items, low, at)?;
                let governed = is_governed(items, &phrase);
                if !governed && phrase.kind == Head::Name {
                    return Some(phrase);
                }
                if !governed && noun.is_none() {
                    noun = Some(phrase);
                }
                at = phrase.first.min(at - 1);
            }
            _ => at -= 1,
        }
    }
    noun
}

/// The subject of the first verb before `end`.
pub(crate) fn first_subject(items: &[Item], end: usize) -> Option<Phrase> {
    let verb = (0..end).find(|&i| {
        matches!(class_at(items, i), Some(Class::Verb | Class::Auxiliary | Class::Cue(_)))
            && subject_before(items, 0, i).is_some_and(|p| !is_governed(items, &p))
    })?;
    subject_before(items, 0, verb)
}

/// Whether a preposition or a verb stands before the phrase.
pub(crate) fn is_governed(items: &[Item], phrase: &Phrase) -> bool {
    let before = phrase.first.checked_sub(1).and_then(|b| class_at(items, b));
    matches!(before, Some(Class::Tie | Class::Preposition | Class::Cue(_) | Class::Verb))
}

/// Who reports at the end of a sentence without marks: “…, Roe said on Friday.”
pub(crate) fn closing_subject(window: &ClauseWindow) -> Option<Phrase> {
    /// Items after the verb, at most.
    const TAIL: usize = 8;
    let first = window.items.len().saturating_sub(TAIL);
    let verb = (first..window.items.len())
        .rev()
        .find(|&i| window.is_plain(i) && window.verb_form(i) != Some(VerbForm::Gerund))?;
    if verb > 0 && window.class(verb - 1) == Some(Class::Stop(',')) {
        return window.phrase_at(verb + 1, window.items.len()).filter(|p| window.closes(p));
    }
    let subject = subject_before(window.items, 0, verb)?;
    (subject.first > 0 && window.class(subject.first - 1) == Some(Class::Stop(','))).then_some(subject)
}
