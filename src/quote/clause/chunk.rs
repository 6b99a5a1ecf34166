//! The noun phrases of one sentence and what stands beside each: the candidates for its quotes' speakers.

use crate::model::List;
use crate::quote::attribute::rule::{Site, stands_alone};
use crate::quote::clause::class::Class;
use crate::quote::clause::cue::Form;
use crate::quote::clause::frame::{Frame, Item};
use crate::quote::clause::phrase::{Head, Phrase, phrase, single, subject_before};
use crate::text::Span;

/// A verb that a phrase is the subject of, or any other word that makes it a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Link {
    /// Its item.
    pub(crate) at: usize,
    /// How the phrase hangs on it.
    pub(crate) tie: Tie,
}

/// How a phrase hangs on the word that makes it a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tie {
    /// “Roe said”, “Roe, who runs the ferry, said”.
    Subject,
    /// “said Roe”.
    Inverted,
    /// “according to Roe”.
    According,
    /// “described by Roe”.
    By,
    /// “told Roe”, “asked Roe”.
    Object,
}

/// A simple noun phrase of a sentence.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Chunk {
    /// Its words.
    pub(crate) phrase: Phrase,
    /// The first reporting words that it hangs on, nearest first.
    pub(crate) links: [Option<Link>; LINKS],
    /// Whether it is the subject of a verb that reports nothing.
    pub(crate) acts: bool,
}

/// Reporting words that are kept for a phrase, at most: “Roe stood, said, and added”.
const LINKS: usize = 3;

/// Items between a verb and its subject, at most: an insertion is rarely longer.
const REACH: usize = 60;

/// Items between “who” and the end of its clause, at most: “Parents who spoke to the paper said”.
const CLAUSE: usize = 10;

/// Phrases of a sentence, at most; a longer one is a list or a table.
const MOST: usize = 400;

/// The sentence's noun phrases, in order, with the verbs that they hang on. Linear in the sentence.
pub(crate) fn chunks(text: &str, frame: &Frame) -> Vec<Chunk> {
    let items = frame.items.as_slice();
    let site = Site { text, items, at: items.len(), low: 0, high: items.len(), inner: Span::default() };
    let mut out: Vec<Chunk> = Vec::new();
    let mut at = 0;
    while at < items.len() && out.len() < MOST {
        match chunk_at(&site, at) {
            Some(phrase) => {
                at = phrase.end.max(at + 1);
                out.push(Chunk { phrase, links: [None; LINKS], acts: false });
            }
            None => at += 1,
        }
    }
    link(&site, &mut out);
    out
}

/// The phrase that begins at `at`, if one does.
fn chunk_at(site: &Site, at: usize) -> Option<Phrase> {
    let items = site.items;
    let class = items.get(at)?.class;
    match class {
        Class::Subject | Class::Object => return Some(single(items, at, Head::Pronoun)),
        Class::Relative => {
            let personal = site.is_word(at, "who");
            return personal.then(|| single(items, at, Head::Pronoun));
        }
        Class::Determiner | Class::Name | Class::Word | Class::Number => {}
        _ => return None,
    }
    let mut end = at + 1;
    let mut noun = class != Class::Determiner;
    while let Some(item) = items.get(end) {
        let owned = |e: usize| {
            matches!(items.get(e - 1).map(|i| i.class), Some(Class::Determiner | Class::Possessive))
                && !stands_alone(site.word(e - 1))
        };
        let joined = match item.class {
            Class::Determiner => {
                !noun || owned(end) && matches!(items.get(end - 1).map(|i| i.class), Some(Class::Possessive))
            }
            Class::Name | Class::Word | Class::Number => true,
            Class::Possessive => true,
            // “the report”, “his stunning remarks”, “the retired officer”
            Class::Cue(_) => owned(end) || site.is_verb(end).is_none(),
            Class::Verb => owned(end),
            Class::Stop('.') => initial(items, end) && matches!(items.get(end + 1).map(|i| i.class), Some(Class::Name)),
            Class::Stop('-' | '‐' | '/' | '&') => {
                glued(items, end) && items.get(end + 1).is_some_and(|n| n.class.is_nominal())
            }
            Class::And => noun && joins(items, end),
            _ => false,
        };
        if !joined {
            break;
        }
        noun |= matches!(item.class, Class::Name | Class::Word | Class::Number | Class::Cue(_) | Class::Verb);
        end += 1;
    }
    phrase(items, at..end, end)
}

/// Whether the full stop at `at` belongs to an abbreviation inside of a name: “Mr. Roe”.
fn initial(items: &[Item], at: usize) -> bool {
    let Some((before, stop)) = at.checked_sub(1).and_then(|b| items.get(b)).zip(items.get(at)) else {
        return false;
    };
    before.class == Class::Name && before.span.end == stop.span.start && before.span.len() <= 5
}

/// Whether the mark at `at` touches the words on both sides: “Al-Rahi”, but not “a speech - Roe”.
fn glued(items: &[Item], at: usize) -> bool {
    let near = |one: usize, other: usize| {
        items.get(one).zip(items.get(other)).is_some_and(|(one, other)| one.span.end == other.span.start)
    };
    at > 0 && near(at - 1, at) && near(at, at + 1)
}

/// Whether “and” at `at` joins two names.
fn joins(items: &[Item], at: usize) -> bool {
    let class = |i: usize| items.get(i).map(|i| i.class);
    class(at - 1) == Some(Class::Name) && class(at + 1) == Some(Class::Name)
}

/// Tells each phrase which reporting words it hangs on.
fn link(site: &Site, chunks: &mut [Chunk]) {
    let items = site.items;
    for at in 0..items.len() {
        if site.is_word(at, "according") && site.is_word(at + 1, "to") {
            tie(chunks, at + 2, Link { at: at + 1, tie: Tie::According });
            continue;
        }
        if !matches!(items.get(at).map(|i| i.class), Some(Class::Cue(_) | Class::Verb | Class::Auxiliary)) {
            continue;
        }
        let Some(form) = site.is_verb(at) else {
            if matches!(items.get(at).map(|i| i.class), Some(Class::Cue(_))) && site.is_word(at + 1, "by") {
                tie(chunks, at + 2, Link { at, tie: Tie::By });
            } else if let Some(chunk) = subject_of(items, chunks, at).and_then(|s| chunks.get_mut(s)) {
                chunk.acts = true;
            }
            continue;
        };
        // “…,” said Roe; but “Roe, a fisherman, told the meeting”
        let opens = match at.checked_sub(1).and_then(|b| site.class(b)) {
            None | Some(Class::Quote(_)) => true,
            Some(Class::Stop(',' | '—' | '–')) => is_intransitive(site, at),
            _ => false,
        };
        if opens && form != Form::Gerund && starting(chunks, at + 1).is_some_and(|c| site.closes(&c.phrase)) {
            tie(chunks, at + 1, Link { at, tie: Tie::Inverted });
            continue;
        }
        let active = form != Form::Gerund || at > 0 && site.class(at - 1).is_some_and(Class::is_nominal);
        let subject = if active { subject_of(items, chunks, at) } else { None };
        if let Some(chunk) = subject.and_then(|s| chunks.get_mut(s)) {
            add(chunk, Link { at, tie: Tie::Subject });
            if let Some(next) = starting(chunks, at + 1) {
                add(next, Link { at, tie: Tie::Object });
            }
        } else if let Some(next) = starting(chunks, at + 1) {
            add(next, Link { at, tie: if form == Form::Gerund { Tie::Object } else { Tie::Inverted } });
        }
    }
}

/// Whether what stands behind the verb at `at` is its subject rather than whom it was said to.
fn is_intransitive(site: &Site, at: usize) -> bool {
    let plain = matches!(site.class(at), Some(Class::Cue(cue)) if cue.plain);
    plain && !List::SpokenTo.has_folded(site.word(at))
}

fn tie(chunks: &mut [Chunk], at: usize, link: Link) {
    if let Some(chunk) = starting(chunks, at) {
        add(chunk, link);
    }
}

fn add(chunk: &mut Chunk, link: Link) {
    if let Some(free) = chunk.links.iter_mut().find(|l| l.is_none()) {
        *free = Some(link);
    }
}

/// The phrase that begins at item `at`.
fn starting(chunks: &mut [Chunk], at: usize) -> Option<&mut Chunk> {
    let index = chunks.partition_point(|c| c.phrase.first < at);
    chunks.get_mut(index).filter(|c| c.phrase.first == at)
}

/// The phrase that is the subject of the verb at `at`: the one before it, or the one that an insertion before it belongs to;
/// of “a woman in Port Ansel”, the woman.
fn subject_of(items: &[Item], chunks: &[Chunk], at: usize) -> Option<usize> {
    let mut end = at;
    while end > 0 && items.get(end - 1).is_some_and(|i| i.class.is_filler()) {
        end -= 1;
    }
    let mut found = ending(chunks, end).filter(|&c| chunks.get(c).is_some_and(|c| !is_who(items, &c.phrase)));
    if found.is_none() {
        let subject = subject_before(items, at.saturating_sub(REACH), at)?;
        let index = chunks.partition_point(|c| c.phrase.span.end <= subject.head.start);
        found = Some(index).filter(|&i| chunks.get(i).is_some_and(|c| c.phrase.span.overlaps(subject.head)));
    }
    let found = outermost(items, chunks, found?);
    // “Parents who spoke to the paper said”
    let first = chunks.get(found)?.phrase.first;
    let who = (first.saturating_sub(CLAUSE)..first)
        .rev()
        .take_while(|&i| {
            !matches!(items.get(i).map(|i| i.class), Some(Class::Stop(_) | Class::Quote(_) | Class::Clause))
        })
        .find(|&i| items.get(i).is_some_and(|i| i.class == Class::Relative))
        .filter(|&i| matches!(items.get(i + 1).map(|i| i.class), Some(Class::Cue(_) | Class::Verb | Class::Auxiliary)));
    match who.and_then(|who| ending(chunks, who)) {
        Some(antecedent) => Some(outermost(items, chunks, antecedent)),
        None => Some(found),
    }
}

/// The phrase that those before `found` lead to: of “a woman in Port Ansel”, the woman.
fn outermost(items: &[Item], chunks: &[Chunk], mut found: usize) -> usize {
    while let Some(left) = chunks.get(found).and_then(|c| c.phrase.first.checked_sub(1))
        && items.get(left).is_some_and(|i| i.class == Class::Tie)
        && let Some(outer) = ending(chunks, left)
    {
        found = outer;
    }
    found
}

/// The index of the phrase that ends before item `end`.
fn ending(chunks: &[Chunk], end: usize) -> Option<usize> {
    let index = chunks.partition_point(|c| c.phrase.end < end);
    chunks.get(index).filter(|c| c.phrase.end == end).map(|_| index)
}

/// The phrase that a “who” at item `at` means: “Roe, who”.
pub(crate) fn antecedent(items: &[Item], chunks: &[Chunk], at: usize) -> Option<Phrase> {
    let before = at.checked_sub(1)?;
    let end = if items.get(before)?.class == Class::Stop(',') { before } else { at };
    let found = outermost(items, chunks, ending(chunks, end)?);
    chunks.get(found).map(|c| c.phrase)
}

fn is_who(items: &[Item], phrase: &Phrase) -> bool {
    items.get(phrase.first).is_some_and(|i| i.class == Class::Relative)
}
