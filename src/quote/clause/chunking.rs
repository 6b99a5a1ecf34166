//! The noun phrases of one sentence and what stands beside each: the candidates for its quotes' speakers.

use super::chunk::{Chunk, LINKS, Link, Tie};
use super::class::Class;
use super::frame::{Item, class_at, is_abbreviation_stop};
use super::noun_phrase::{one_item_phrase, phrase_over};
use super::phrase::{Head, Phrase};
use super::subject::subject_before;
use super::window::{ClauseWindow, stands_alone};
use crate::language::VerbForm;
use crate::model::List;

/// Items between a verb and its subject, at most: an insertion is rarely longer.
const REACH: usize = 60;

/// Items between “who” and the end of its clause, at most: “Parents who spoke to the paper said”.
const CLAUSE: usize = 10;

/// Phrases of a sentence, at most; a longer one is a list or a table.
const MOST: usize = 400;

/// Items of a phrase, at most: a longer one is a list, and each quote near it would cost a walk over it.
const LONGEST: usize = 100;

/// The sentence's noun phrases, in order, with the verbs that they hang on. Linear in the sentence.
pub(crate) fn chunks(window: &ClauseWindow) -> Vec<Chunk> {
    let items = window.items;
    let mut out: Vec<Chunk> = Vec::new();
    let mut at = 0;
    while at < items.len() && out.len() < MOST {
        match phrase_from(window, at) {
            Some(phrase) => {
                at = phrase.end.max(at + 1);
                out.push(Chunk { phrase, links: [None; LINKS], acts: false });
            }
            None => at += 1,
        }
    }
    add_links(window, &mut out);
    out
}

/// The phrase that begins at `at`, if one does.
fn phrase_from(window: &ClauseWindow, at: usize) -> Option<Phrase> {
    let items = window.items;
    let class = items.get(at)?.class;
    match class {
        Class::Subject | Class::Object => return Some(one_item_phrase(items, at, Head::Pronoun)),
        Class::Relative => {
            let personal = window.is_word(at, window.language.clauses.personal_relative);
            return personal.then(|| one_item_phrase(items, at, Head::Pronoun));
        }
        Class::Determiner | Class::Name | Class::Word | Class::Number => {}
        _ => return None,
    }
    let mut end = at + 1;
    let mut noun = class != Class::Determiner;
    while let Some(item) = items.get(end).filter(|_| end - at < LONGEST) {
        let owned = |e: usize| {
            matches!(class_at(items, e - 1), Some(Class::Determiner | Class::Possessive))
                && !stands_alone(window.word(e - 1))
        };
        let joined = match item.class {
            Class::Determiner => !noun || owned(end) && matches!(class_at(items, end - 1), Some(Class::Possessive)),
            Class::Name | Class::Word | Class::Number => true,
            Class::Possessive => true,
            // “the report”, “his stunning remarks”, “the retired officer”
            Class::Cue(_) => owned(end) || window.verb_form(end).is_none(),
            Class::Verb => owned(end),
            Class::Stop('.') => {
                is_abbreviation_stop(items, end) && matches!(class_at(items, end + 1), Some(Class::Name))
            }
            Class::Stop('-' | '‐' | '/' | '&') => {
                touches_both(items, end) && items.get(end + 1).is_some_and(|n| n.class.is_nominal())
            }
            Class::And => noun && joins_names(items, end),
            _ => false,
        };
        if !joined {
            break;
        }
        noun |= matches!(item.class, Class::Name | Class::Word | Class::Number | Class::Cue(_) | Class::Verb);
        end += 1;
    }
    phrase_over(items, at..end, end)
}

/// Whether the mark at `at` touches the words on both sides: “Al-Rahi”, but not “a speech - Roe”.
fn touches_both(items: &[Item], at: usize) -> bool {
    let near = |one: usize, other: usize| {
        items.get(one).zip(items.get(other)).is_some_and(|(one, other)| one.span.end == other.span.start)
    };
    at > 0 && near(at - 1, at) && near(at, at + 1)
}

/// Whether “and” at `at` joins two names.
fn joins_names(items: &[Item], at: usize) -> bool {
    class_at(items, at - 1) == Some(Class::Name) && class_at(items, at + 1) == Some(Class::Name)
}

/// Sets for each phrase which reporting words it hangs on.
fn add_links(window: &ClauseWindow, chunks: &mut [Chunk]) {
    let items = window.items;
    for at in 0..items.len() {
        if window.is_according(at) {
            link_at(chunks, at + 2, Link { at: at + 1, tie: Tie::According });
            continue;
        }
        if !matches!(class_at(items, at), Some(Class::Cue(_) | Class::Verb | Class::Auxiliary)) {
            continue;
        }
        let Some(form) = window.verb_form(at) else {
            if matches!(class_at(items, at), Some(Class::Cue(_))) && window.is_agent(at + 1) {
                link_at(chunks, at + 2, Link { at, tie: Tie::By });
            } else if let Some(chunk) = subject_of(items, chunks, at).and_then(|s| chunks.get_mut(s)) {
                chunk.acts = true;
            }
            continue;
        };
        // “…,” said Roe; but “Roe, a fisherman, told the meeting”
        let opens = match at.checked_sub(1).and_then(|b| window.class(b)) {
            None | Some(Class::Quote(_)) => true,
            Some(Class::Stop(',' | '—' | '–')) => is_intransitive(window, at),
            _ => false,
        };
        if opens
            && form != VerbForm::Gerund
            && chunk_starting_at(chunks, at + 1).is_some_and(|c| window.closes(&c.phrase))
        {
            link_at(chunks, at + 1, Link { at, tie: Tie::Inverted });
            continue;
        }
        let active = form != VerbForm::Gerund || at > 0 && window.class(at - 1).is_some_and(Class::is_nominal);
        let subject = if active { subject_of(items, chunks, at) } else { None };
        if let Some(chunk) = subject.and_then(|s| chunks.get_mut(s)) {
            add_link(chunk, Link { at, tie: Tie::Subject });
            if let Some(next) = chunk_starting_at(chunks, at + 1) {
                add_link(next, Link { at, tie: Tie::Object });
            }
        } else if let Some(next) = chunk_starting_at(chunks, at + 1) {
            add_link(next, Link { at, tie: if form == VerbForm::Gerund { Tie::Object } else { Tie::Inverted } });
        }
    }
}

/// Whether what stands after the verb at `at` is its subject rather than whom it was said to.
fn is_intransitive(window: &ClauseWindow, at: usize) -> bool {
    window.is_plain(at) && !List::SpokenTo.has_folded(window.word(at))
}

fn link_at(chunks: &mut [Chunk], at: usize, link: Link) {
    if let Some(chunk) = chunk_starting_at(chunks, at) {
        add_link(chunk, link);
    }
}

fn add_link(chunk: &mut Chunk, link: Link) {
    if let Some(free) = chunk.links.iter_mut().find(|l| l.is_none()) {
        *free = Some(link);
    }
}

/// The phrase that begins at item `at`.
fn chunk_starting_at(chunks: &mut [Chunk], at: usize) -> Option<&mut Chunk> {
    let index = chunks.partition_point(|c| c.phrase.first < at);
    chunks.get_mut(index).filter(|c| c.phrase.first == at)
}

/// The phrase that is the subject of the verb at `at`: the one before it, or the one that an insertion before it belongs to;
/// of “a woman in Port Ansel”, the woman.
fn subject_of(items: &[Item], chunks: &[Chunk], at: usize) -> Option<usize> {
    let (low, mut end) = (at.saturating_sub(REACH), at);
    while end > low && items.get(end - 1).is_some_and(|i| i.class.is_filler()) {
        end -= 1;
    }
    let mut found =
        chunk_ending_at(chunks, end).filter(|&c| chunks.get(c).is_some_and(|c| !is_relative(items, &c.phrase)));
    if found.is_none() {
        let subject = subject_before(items, low, at)?;
        let index = chunks.partition_point(|c| c.phrase.span.end <= subject.head.start);
        found = Some(index).filter(|&i| chunks.get(i).is_some_and(|c| c.phrase.span.overlaps(subject.head)));
    }
    let found = outermost(items, chunks, found?);
    // “Parents who spoke to the paper said”
    let first = chunks.get(found)?.phrase.first;
    let who = (first.saturating_sub(CLAUSE)..first)
        .rev()
        .take_while(|&i| !matches!(class_at(items, i), Some(Class::Stop(_) | Class::Quote(_) | Class::Clause)))
        .find(|&i| items.get(i).is_some_and(|i| i.class == Class::Relative))
        .filter(|&i| matches!(class_at(items, i + 1), Some(Class::Cue(_) | Class::Verb | Class::Auxiliary)));
    match who.and_then(|who| chunk_ending_at(chunks, who)) {
        Some(antecedent) => Some(outermost(items, chunks, antecedent)),
        None => Some(found),
    }
}

/// The phrase that those before `found` lead to: of “a woman in Port Ansel”, the woman.
fn outermost(items: &[Item], chunks: &[Chunk], mut found: usize) -> usize {
    while let Some(left) = chunks.get(found).and_then(|c| c.phrase.first.checked_sub(1))
        && let Some(outer) = chunk_ending_at(chunks, left)
        && (class_at(items, left) == Some(Class::Tie) || is_placed(items, chunks, outer, left))
    {
        found = outer;
    }
    found
}

/// Whether the preposition at `at` says where the phrase `outer` is, which begins its clause: “The sign above the door”.
fn is_placed(items: &[Item], chunks: &[Chunk], outer: usize, at: usize) -> bool {
    let Some(first) = chunks.get(outer).map(|c| c.phrase.first) else { return false };
    let begins = first.checked_sub(1).is_none_or(|b| matches!(class_at(items, b), Some(Class::Stop(_) | Class::And)));
    begins && class_at(items, at) == Some(Class::Preposition) && class_at(items, first) == Some(Class::Determiner)
}

/// The index of the phrase that ends before item `end`.
fn chunk_ending_at(chunks: &[Chunk], end: usize) -> Option<usize> {
    let index = chunks.partition_point(|c| c.phrase.end < end);
    chunks.get(index).filter(|c| c.phrase.end == end).map(|_| index)
}

/// The phrase that a “who” at item `at` means: “Roe, who”.
pub(crate) fn antecedent(items: &[Item], chunks: &[Chunk], at: usize) -> Option<Phrase> {
    let before = at.checked_sub(1)?;
    let end = if items.get(before)?.class == Class::Stop(',') { before } else { at };
    let found = outermost(items, chunks, chunk_ending_at(chunks, end)?);
    chunks.get(found).map(|c| c.phrase)
}

fn is_relative(items: &[Item], phrase: &Phrase) -> bool {
    items.get(phrase.first).is_some_and(|i| i.class == Class::Relative)
}

#[cfg(test)]
mod tests {
    use super::super::class::word_class;
    use super::*;
    use crate::language::{Language, language_of};
    use crate::text::Span;

    fn english() -> &'static Language {
        language_of(Some("en"), "").unwrap()
    }

    /// The words of `text`, each with its class.
    fn items(text: &str) -> Vec<Item> {
        let mut at = 0;
        let item = |word: &str| {
            let span = Span::new(at, at + word.len());
            at += word.len() + 1;
            let capital = word.starts_with(char::is_uppercase);
            Item { span, class: word_class(&word.to_lowercase(), capital, english().clauses), sentences: (0, 0) }
        };
        text.split(' ').map(item).collect()
    }

    fn chunks_in(text: &str) -> Vec<Chunk> {
        chunks(&ClauseWindow::whole(text, english(), &items(text)))
    }

    #[test]
    fn a_phrase_ends_at_its_longest() {
        let lengths = |words: usize| {
            let text = vec!["house"; words].join(" ");
            chunks_in(&text).iter().map(|c| c.phrase.end - c.phrase.first).collect::<Vec<_>>()
        };
        assert_eq!(lengths(LONGEST), [LONGEST]);
        assert_eq!(lengths(2 * LONGEST + 1), [LONGEST, LONGEST, 1]);
    }

    #[test]
    fn a_verb_has_its_subject_within_reach() {
        let has_subject = |fillers: usize| {
            let text = format!("Roe {}said", "also ".repeat(fillers));
            chunks_in(&text).iter().any(|c| c.links.iter().flatten().any(|l| l.tie == Tie::Subject))
        };
        assert!(has_subject(0) && has_subject(REACH - 1));
        assert!(!has_subject(REACH + 1));
    }
}
