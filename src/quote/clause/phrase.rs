//! Noun phrases beside a reporting verb: the spokesman for the campaign, Ines Calder, she, officials.

use crate::entity::{EntityKind, Mention};
use crate::model::List;
use crate::quote::clause::class::{Class, is_name};
use crate::quote::clause::frame::Item;
use crate::text::Span;
use std::ops::Range;

/// What a phrase's head is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Head {
    /// A name.
    Name,
    /// `he`, `she`, `they`.
    Pronoun,
    /// A common noun.
    Noun,
}

/// A noun phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Phrase {
    /// The whole phrase, in bytes.
    pub(crate) span: Span,
    /// The name, pronoun or noun in it that speaks.
    pub(crate) head: Span,
    /// What the head is.
    pub(crate) kind: Head,
    /// Its first item.
    pub(crate) first: usize,
    /// One past its last item.
    pub(crate) end: usize,
    /// Whether the head is the last of several: “Roe and Calder”.
    pub(crate) joint: bool,
}

impl Phrase {
    /// The phrase that `span` is, whose names are among `mentions`: told apart by its words alone.
    pub(crate) fn of(text: &str, span: Span, mentions: &[Mention]) -> Self {
        let words = span.str(text);
        let lower = words.to_lowercase();
        let made = |head, kind| Self { span, head, kind, first: 0, end: 0, joint: lower.contains(" and ") };
        if List::SpeakerPronouns.has(&lower) {
            return made(span, Head::Pronoun);
        }
        let from = mentions.partition_point(|m| m.span.end <= span.start);
        let named = mentions.get(from..).unwrap_or_default().iter().take_while(|m| m.span.start < span.end);
        let mut named = named.filter(|m| is_name(m.kind));
        // “Roe”, “the Harbour Board”, “Mayor Ines Calder”, but not “a spokesman for Roe”
        let leads = |m: &&Mention| {
            let before = Span::new(span.start, m.span.start.max(span.start)).str(text);
            !before.split(' ').any(|w| matches!(w, "for" | "of" | "at" | "in" | "from" | "to" | "who" | "'s"))
                && (m.kind == EntityKind::Person || before.split_whitespace().all(|w| w.eq_ignore_ascii_case("the")))
        };
        if let Some(mention) = named.find(leads) {
            let end = Span::new(mention.span.end.min(span.end), span.end).str(text);
            if mention.kind == EntityKind::Person || end.trim().is_empty() || end.starts_with([',', ' ', '(']) {
                return made(mention.span, Head::Name);
            }
        }
        // the noun before “of”, “who”, a comma
        let stop = words.find([',', '(']).unwrap_or(words.len());
        let cut = [" of ", " for ", " at ", " in ", " from ", " who ", " that ", " with ", " on "];
        let end = cut.iter().filter_map(|c| words.find(c)).fold(stop, usize::min);
        let head = words.get(..end).unwrap_or(words);
        let start = head.trim_end().rfind(' ').map_or(0, |at| at + 1);
        made(Span::new(span.start + start, span.start + end).trim(text), Head::Noun)
    }
}

/// Commas that are crossed backwards between a verb and its subject: “Roe, a lawyer, writer and pilot, said”.
const COMMAS: usize = 4;

/// The words of an occupation before a name, at most: “French junior defense minister Ines Calder”.
const TITLES: usize = 6;

/// Items in the bracket behind a name, at most: “(independent, Port Ansel)”.
const BRACKET: usize = 10;

fn class(items: &[Item], at: usize) -> Option<Class> {
    items.get(at).map(|i| i.class)
}

/// The subject of the verb at `at`, looked for backwards, no further than `low`.
pub(crate) fn subject_before(items: &[Item], low: usize, at: usize) -> Option<Phrase> {
    let mut end = at;
    while end > low && class(items, end - 1).is_some_and(is_filler_before) {
        end -= 1;
        // “on Friday”
        if class(items, end) == Some(Class::Day) && end > low && class(items, end - 1) == Some(Class::Tie) {
            end -= 1;
        }
    }
    let last = end.checked_sub(1).filter(|&l| l >= low)?;
    match class(items, last)? {
        Class::Subject => Some(single(items, last, Head::Pronoun)),
        Class::Relative => {
            let before = last.checked_sub(1).filter(|&b| b >= low)?;
            let end = if class(items, before) == Some(Class::Stop(',')) { before } else { last };
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
    let opener = match class(items, close)? {
        Class::Stop(')') => Class::Stop('('),
        other => other,
    };
    let openers = (low..close).rev().filter(|&i| class(items, i) == Some(opener)).take(COMMAS);
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
        let relative = class(items, open + 1) == Some(Class::Relative);
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

/// The phrase of the one item at `at`.
pub(crate) fn single(items: &[Item], at: usize, kind: Head) -> Phrase {
    let span = items.get(at).map_or(Span::default(), |i| i.span);
    Phrase { span, head: span, kind, first: at, end: at + 1, joint: false }
}

/// The noun phrase whose last item is before `end`.
pub(crate) fn ending_at(items: &[Item], low: usize, end: usize) -> Option<Phrase> {
    // “Ines Calder (Ansel)”
    let end = if end > low && class(items, end - 1) == Some(Class::Stop(')')) {
        (low..end - 1).rev().take(BRACKET).find(|&i| class(items, i) == Some(Class::Stop('(')))?
    } else {
        end
    };
    let mut segment = segment_before(items, low, end)?;
    // “the mayor of Port Ansel”: the phrase goes on to the left of a tie
    while let Some(tie) = segment.start.checked_sub(1).filter(|&t| t > low && class(items, t) == Some(Class::Tie)) {
        let Some(left) = segment_before(items, low, tie) else {
            break;
        };
        // “In a statement to the paper Calder said”: the phrase on the left is no subject
        if left.start > low
            && class(items, left.start - 1).is_some_and(|c| matches!(c, Class::Tie | Class::Preposition))
            && left.start - 1 == low
        {
            break;
        }
        segment = left;
    }
    phrase(items, segment, end)
}

/// One noun with what stands before it, no prepositions: “a French defense minister”.
fn segment_before(items: &[Item], low: usize, end: usize) -> Option<Range<usize>> {
    let mut start = end;
    while start > low {
        let Some(class) = class(items, start - 1) else {
            break;
        };
        let joined = match class {
            Class::Stop('.') => glued(items, start - 1), // “Mr. Roe”, “Lt. Col. Roe”
            Class::Stop('-' | '‐') => start < end && !spaced(items, start - 1),
            Class::Stop('/' | '\'' | '’' | '&') => start < end,
            Class::And => start < end && pair(items, start - 1, low),
            // “the retired officer”
            Class::Verb => determined(items, low, start - 1),
            // “state Senator”, “charge nurses”: a verb's form inside a phrase
            Class::Cue(cue) => {
                start < end && cue.form != crate::quote::clause::cue::Form::Past && determined(items, low, start - 1)
            }
            Class::Determiner => {
                start -= 1;
                // “all the”, “one of the” begin further left
                while start > low && self::class(items, start - 1) == Some(Class::Determiner) {
                    start -= 1;
                }
                if start > low && self::class(items, start - 1) == Some(Class::Possessive) { true } else { break }
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
        .any(|i| matches!(self::class(items, i), Some(Class::Name | Class::Word | Class::Determiner | Class::Number)));
    (start < end && nominal).then_some(start..end)
}

/// Whether a determiner or adjective stands before `at`, so that a noun comes.
fn determined(items: &[Item], low: usize, at: usize) -> bool {
    at > low && matches!(class(items, at - 1), Some(Class::Determiner | Class::Possessive))
}

/// Whether the “and” at `at` joins two names or two nouns of one subject: “Roe and Calder said”.
fn pair(items: &[Item], at: usize, low: usize) -> bool {
    at > low && class(items, at - 1) == Some(Class::Name) && class(items, at + 1) == Some(Class::Name)
}

/// Whether the full stop at `at` belongs to an abbreviation inside a name.
fn glued(items: &[Item], at: usize) -> bool {
    let Some((before, stop)) = at.checked_sub(1).and_then(|b| items.get(b)).zip(items.get(at)) else {
        return false;
    };
    before.class == Class::Name && before.span.end == stop.span.start && before.span.len() <= 5
}

/// Whether white space or another mark stands before the hyphen at `at`: it is a dash then.
fn spaced(items: &[Item], at: usize) -> bool {
    let Some((before, hyphen)) = at.checked_sub(1).and_then(|b| items.get(b)).zip(items.get(at)) else {
        return true;
    };
    before.span.end != hyphen.span.start || matches!(before.class, Class::Stop(_))
}

/// The noun phrase that begins at or right behind `at`, up to `high`.
pub(crate) fn starting_at(items: &[Item], at: usize, high: usize) -> Option<Phrase> {
    let first = at;
    match class(items, first)? {
        Class::Subject => return (first < high).then(|| single(items, first, Head::Pronoun)),
        Class::Determiner | Class::Name | Class::Word | Class::Number => {}
        _ => return None,
    }
    let mut end = first;
    let mut named = false;
    while end < high {
        let Some(class) = class(items, end) else {
            break;
        };
        let joined = match class {
            Class::Determiner => end == first || matches!(self::class(items, end - 1), Some(Class::Determiner)),
            Class::Name => {
                named = true;
                true
            }
            // “Roe yesterday”, but “Ferry spokeswoman Ines Calder”
            Class::Word | Class::Number if named => name_follows(items, end, high),
            Class::Word | Class::Number => true,
            Class::Possessive => {
                named = false;
                true
            }
            Class::Stop('.') => glued(items, end) && self::class(items, end + 1) == Some(Class::Name),
            Class::Stop('-' | '‐' | '/' | '&') => end > first,
            Class::And => pair(items, end, first),
            Class::Verb => end > first && self::class(items, end - 1) == Some(Class::Determiner),
            _ => false,
        };
        if !joined {
            break;
        }
        end += 1;
    }
    let head = phrase(items, first..end, end)?;
    if head.kind == Head::Name {
        return Some(head);
    }
    // “the mayor of Port Ansel, Ines Calder”: the ties, then the name set beside it
    let mut far = end;
    while far < high && class(items, far) == Some(Class::Tie) {
        let Some(next) = segment_after(items, far + 1, high) else {
            break;
        };
        // “one trader on the opening day”: its noun is not seen
        if class(items, next - 1) == Some(Class::Determiner) {
            break;
        }
        far = next;
    }
    if class(items, far) == Some(Class::Stop(',')) && class(items, far + 1) == Some(Class::Name) && far + 1 < high {
        let close = segment_after(items, far + 1, high).unwrap_or(far + 2);
        if let Some(name) = phrase(items, far + 1..close, close).filter(|p| p.kind == Head::Name)
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
        let joined = match class(items, end)? {
            Class::Determiner => end == at,
            Class::Stop('.') => glued(items, end) && class(items, end + 1) == Some(Class::Name),
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
        .map(|i| class(items, i))
        .find(|c| !matches!(c, Some(Class::Word)))
        .is_some_and(|c| c == Some(Class::Name))
}

/// The phrase over the items of `segment`, going on to `end`: its head is its last run of capitals, or its last noun.
pub(crate) fn phrase(items: &[Item], segment: Range<usize>, end: usize) -> Option<Phrase> {
    let span = Span::new(items.get(segment.start)?.span.start, items.get(end.checked_sub(1)?)?.span.end);
    let mut last = segment.end;
    while last > segment.start
        && !matches!(class(items, last - 1), Some(Class::Name | Class::Word | Class::Number | Class::Determiner))
    {
        last -= 1;
    }
    let noun = last.checked_sub(1)?;
    let kind = if class(items, noun) == Some(Class::Name) { Head::Name } else { Head::Noun };
    let mut first = noun;
    if kind == Head::Name {
        while first > segment.start
            && match class(items, first - 1) {
                Some(Class::Name) => true,
                Some(Class::Stop('-')) => true,
                Some(Class::Stop('.')) => glued(items, first - 1),
                _ => false,
            }
        {
            first -= 1;
        }
    }
    let head = Span::new(items.get(first)?.span.start, items.get(noun)?.span.end);
    let joint = first > segment.start && class(items, first - 1) == Some(Class::And);
    Some(Phrase { span, head, kind, first: segment.start, end, joint })
}
