//! What the words of a tagged report say against it or of its extent: questions put to somebody, phrases that say nothing, two reports as one.

use super::clauses::Role;
use super::features::ReportFeatures;
use super::reported_passage::SHORTEST;
use crate::quote::input::QuoteInput;
use std::ops::Range;

/// Words of a subject between a conjunction and its verb, at most: “but the mayor of Port Ansel said”.
const SUBJECT: usize = 6;

/// Whether `cue` says that its content was asked of somebody who is not its source: “Asked whether it rained, Roe said”.
pub(super) fn is_question_put(input: &QuoteInput, features: &ReportFeatures, cue: &Range<usize>) -> bool {
    let text = &input.extractor.tokens;
    let put = input.language.speech.put_to.contains(&text.lower(cue.start));
    let before = cue.start.checked_sub(1).map(|b| features.role(b));
    let first = text.word(cue.start).is_some_and(|word| word.begins);
    let open = matches!(before, None | Some(Role::Comma | Role::Dash | Role::Mark | Role::Clause | Role::And));
    put && (first || open)
}

/// Whether `cue` reports a quote after it, and `content` is no clause but whoever says it: “The Ferry president, Roe, said: ‘…’”.
pub(super) fn is_of_quote(features: &ReportFeatures, cue: &Range<usize>, content: &Range<usize>) -> bool {
    let next = (cue.end..cue.end + 2).find(|&at| !matches!(features.role(at), Role::Comma | Role::Mark));
    let marked = features.is_marked(cue.end) || next.is_some_and(|at| features.is_marked(at));
    let noun = |at: usize| features.role(at) == Role::Cue && features.role(at.wrapping_sub(1)) == Role::Determiner;
    let verb = content.clone().any(|at| !noun(at) && has_verb(features, &(at..at + 1)));
    marked && content.end <= cue.start && !verb
}

/// Whether there is a verb in `words`.
pub(super) fn has_verb(features: &ReportFeatures, words: &Range<usize>) -> bool {
    let verb = |role| matches!(role, Role::Auxiliary | Role::Verb | Role::Cue | Role::Gerund | Role::Infinitive);
    words.clone().any(|at| verb(features.role(at)))
}

/// A second report in the words of a first: where the first ends, and the parts of the second.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct SecondReport {
    pub(super) end: usize,
    pub(super) source: Range<usize>,
    pub(super) cue: Range<usize>,
    pub(super) content: Range<usize>,
}

/// The report that is joined to that in `words`: “the ferry was late, but Roe said it was safe”. `reports` says how often a word reports (0 never,
/// to 3 mostly).
pub(super) fn second_report(features: &ReportFeatures, words: &Range<usize>) -> Option<SecondReport> {
    let role = |at: usize| if words.contains(&at) { features.role(at) } else { Role::Beyond };
    let joins = |at: usize| role(at) == Role::Comma && matches!(role(at + 1), Role::And | Role::Clause);
    for comma in words.clone().filter(|&at| joins(at)) {
        let from = comma + 2;
        let verb = (from..from + SUBJECT).find(|&at| !is_nominal(role(at)))?;
        let source = from..verb;
        let says = role(verb) == Role::Cue && features.reports(verb) > 1;
        if source.is_empty() || !says || role(from) == Role::Word {
            continue;
        }
        let content = verb + 1..words.end;
        if content.len() >= SHORTEST && has_verb(features, &content) {
            return Some(SecondReport { end: comma, source, cue: verb..verb + 1, content });
        }
    }
    None
}

/// Whether a word may be part of a subject.
fn is_nominal(role: Role) -> bool {
    matches!(
        role,
        Role::Subject
            | Role::Determiner
            | Role::Name
            | Role::Word
            | Role::Preposition
            | Role::Possessive
            | Role::Number
    )
}
