//! The noun phrases that begin or end at an item of a sentence.

use super::class::Class;
use super::frame::{Item, class_at, is_abbreviation_stop};
use super::phrase::{Head, Phrase};
use crate::language::VerbForm;
use crate::text::Span;
use std::ops::Range;

/// The words of an occupation before a name, at most: “French junior defense minister Ines Calder”.
const TITLES: usize = 6;

/// Items in the bracket after a name, at most: “(independent, Port Ansel)”.
const BRACKET: usize = 10;

/// The phrase of the one item at `at`.
pub(crate) fn one_item_phrase(items: &[Item], at: usize, kind: Head) -> Phrase {
    let span = items.get(at).map_or(Span::default(), |i| i.span);
    Phrase { span, head: span, kind, first: at, end: at + 1, joint: false }
}

/// The noun phrase whose last item is before `end`.
pub(crate) fn ending_at(items: &[Item], low: usize, end: usize) -> Option<Phrase> {
    // “Ines Calder (Ansel)”
    let end = if end > low && class_at(items, end - 1) == Some(Class::Stop(')')) {
        (low..end - 1).rev().take(BRACKET).find(|&i| class_at(items, i) == Some(Class::Stop('(')))?
    } else {
        end
    };
    let mut segment = segment_before(items, low, end)?;
    // “the mayor of Port Ansel”: the phrase goes on to the left of a tie
    while let Some(tie) = segment.start.checked_sub(1).filter(|&t| t > low && class_at(items, t) == Some(Class::Tie)) {
        let Some(left) = segment_before(items, low, tie) else {
            break;
        };
        // “In a statement to the paper Calder said”: the phrase on the left is no subject
        if left.start > low
            && class_at(items, left.start - 1).is_some_and(|c| matches!(c, Class::Tie | Class::Preposition))
            && left.start - 1 == low
        {
            break;
        }
        segment = left;
    }
    phrase_over(items, segment, end)
}

/// One noun with what stands before it, no prepositions: “a French defense minister”.
fn segment_before(items: &[Item], low: usize, end: usize) -> Option<Range<usize>> {
    let mut start = end;
    while start > low {
        let Some(class) = class_at(items, start - 1) else {
            break;
        };
        let joined = match class {
            Class::Stop('.') => is_abbreviation_stop(items, start - 1), // “Mr. Roe”, “Lt. Col. Roe”
            Class::Stop('-' | '‐') => start < end && !spaced(items, start - 1),
            Class::Stop('/' | '\'' | '’' | '&') => start < end,
            Class::And => start < end && joins_names(items, start - 1, low),
            // “the retired officer”
            Class::Verb => determined(items, low, start - 1),
            // “state Senator”, “charge nurses”: a verb's form inside a phrase
            Class::Cue(cue) => start < end && cue.form != VerbForm::Past && determined(items, low, start - 1),
            Class::Determiner => {
                start -= 1;
                // “all the”, “one of the” begin further left
                while start > low && class_at(items, start - 1) == Some(Class::Determiner) {
                    start -= 1;
                }
                if start > low && class_at(items, start - 1) == Some(Class::Possessive) { true } else { break }
            }
            other => other.is_nominal(),
        };
        if !joined {
            break;
        }
        if class != Class::Determiner {
            start -= 1;
        }
    }
    let nominal = (start..end)
        .any(|i| matches!(class_at(items, i), Some(Class::Name | Class::Word | Class::Determiner | Class::Number)));
    (start < end && nominal).then_some(start..end)
}

/// Whether a determiner or adjective stands before `at`, so that a noun comes.
fn determined(items: &[Item], low: usize, at: usize) -> bool {
    at > low && matches!(class_at(items, at - 1), Some(Class::Determiner | Class::Possessive))
}

/// Whether the “and” at `at` joins two names or two nouns of one subject: “Roe and Calder said”.
fn joins_names(items: &[Item], at: usize, low: usize) -> bool {
    at > low && class_at(items, at - 1) == Some(Class::Name) && class_at(items, at + 1) == Some(Class::Name)
}

/// Whether white space or another mark stands before the hyphen at `at`: it is a dash then.
fn spaced(items: &[Item], at: usize) -> bool {
    let Some((before, hyphen)) = at.checked_sub(1).and_then(|b| items.get(b)).zip(items.get(at)) else {
        return true;
    };
    before.span.end != hyphen.span.start || matches!(before.class, Class::Stop(_))
}

/// The noun phrase that begins at or right after `at`, up to `high`; `is_person` tells nouns for persons.
pub(crate) fn starting_at(items: &[Item], at: usize, high: usize, is_person: &impl Fn(Span) -> bool) -> Option<Phrase> {
    let first = at;
    match class_at(items, first)? {
        Class::Subject => return (first < high).then(|| one_item_phrase(items, first, Head::Pronoun)),
        Class::Determiner | Class::Name | Class::Word | Class::Number => {}
        _ => return None,
    }
    let mut end = first;
    let mut named = false;
    while end < high {
        let Some(class) = class_at(items, end) else {
            break;
        };
        let joined = match class {
            Class::Determiner => end == first || matches!(class_at(items, end - 1), Some(Class::Determiner)),
            Class::Name => {
                named = true;
                true
            }
            // “Roe yesterday”, but “Ferry spokeswoman Ines Calder”, “the Ferry spokeswoman”
            Class::Word | Class::Number if named => {
                let office = class_at(items, first) == Some(Class::Determiner)
                    && (end..high.min(end + TITLES))
                        .take_while(|&i| class_at(items, i) == Some(Class::Word))
                        .filter_map(|i| items.get(i))
                        .any(|item| is_person(item.span));
                office || name_follows(items, end, high)
            }
            Class::Word | Class::Number => true,
            Class::Possessive => {
                named = false;
                true
            }
            Class::Stop('.') => is_abbreviation_stop(items, end) && class_at(items, end + 1) == Some(Class::Name),
            Class::Stop('-' | '‐' | '/' | '&') => end > first,
            Class::And => joins_names(items, end, first),
            Class::Verb => end > first && class_at(items, end - 1) == Some(Class::Determiner),
            _ => false,
        };
        if !joined {
            break;
        }
        end += 1;
    }
    let head = phrase_over(items, first..end, end)?;
    if head.kind == Head::Name {
        return Some(head);
    }
    // “the mayor of Port Ansel, Ines Calder”: the ties, then the name set beside it
    let mut far = end;
    while far < high && class_at(items, far) == Some(Class::Tie) {
        let Some(next) = segment_after(items, far + 1, high) else {
            break;
        };
        // “one trader on the opening day”: its noun is not seen
        if class_at(items, next - 1) == Some(Class::Determiner) {
            break;
        }
        far = next;
    }
    if class_at(items, far) == Some(Class::Stop(',')) && class_at(items, far + 1) == Some(Class::Name) && far + 1 < high
    {
        let close = segment_after(items, far + 1, high).unwrap_or(far + 2);
        if let Some(name) = phrase_over(items, far + 1..close, close).filter(|p| p.kind == Head::Name)
            && close - far > 2
        {
            return Some(name);
        }
    }
    let span = Span::new(head.span.start, items.get(far.saturating_sub(1)).map_or(head.span.end, |i| i.span.end));
    Some(Phrase { span, end: far, ..head })
}

/// The end of the noun and what stands before it from `at` on.
fn segment_after(items: &[Item], at: usize, high: usize) -> Option<usize> {
    let mut end = at;
    while end < high {
        let joined = match class_at(items, end)? {
            Class::Determiner => end == at,
            Class::Stop('.') => is_abbreviation_stop(items, end) && class_at(items, end + 1) == Some(Class::Name),
            Class::Stop('-' | '&') => end > at,
            other => other.is_nominal(),
        };
        if !joined {
            break;
        }
        end += 1;
    }
    (end > at).then_some(end)
}

/// Whether the small words from `at` on lead to a name: “Ferry spokeswoman Ines Calder”.
fn name_follows(items: &[Item], at: usize, high: usize) -> bool {
    (at..high.min(at + TITLES))
        .map(|i| class_at(items, i))
        .find(|c| !matches!(c, Some(Class::Word)))
        .is_some_and(|c| c == Some(Class::Name))
}

/// The phrase over the items of `segment`, going on to `end`: its head is its last run of capitals, or its last noun.
pub(crate) fn phrase_over(items: &[Item], segment: Range<usize>, end: usize) -> Option<Phrase> {
    let span = Span::new(items.get(segment.start)?.span.start, items.get(end.checked_sub(1)?)?.span.end);
    let mut last = segment.end;
    while last > segment.start
        && !matches!(class_at(items, last - 1), Some(Class::Name | Class::Word | Class::Number | Class::Determiner))
    {
        last -= 1;
    }
    // “the warning”: after a determiner a verb's form is a noun
    let determiner = last.checked_sub(1).is_some_and(|l| class_at(items, l) == Some(Class::Determiner));
    if determiner && matches!(class_at(items, last), Some(Class::Cue(_) | Class::Verb)) && last < segment.end {
        last += 1;
    }
    let noun = last.checked_sub(1)?;
    let kind = if class_at(items, noun) == Some(Class::Name) { Head::Name } else { Head::Noun };
    let mut first = noun;
    if kind == Head::Name {
        while first > segment.start
            && match class_at(items, first - 1) {
                Some(Class::Name) => true,
                Some(Class::Stop('-')) => true,
                Some(Class::Stop('.')) => is_abbreviation_stop(items, first - 1),
                _ => false,
            }
        {
            first -= 1;
        }
    }
    let head = Span::new(items.get(first)?.span.start, items.get(noun)?.span.end);
    let joint = first > segment.start && class_at(items, first - 1) == Some(Class::And);
    Some(Phrase { span, head, kind, first: segment.start, end, joint })
}
