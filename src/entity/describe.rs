//! What the text says of a name right beside it: titles, roles, appositions.

use super::lexicon::Marks;
use super::page::{Line, Page, Shape};
use std::ops::Range;

/// Longest description, in words.
const LONGEST: usize = 14;

/// A description beside a name: its words, and the common noun at its head, if it has one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Description {
    pub(super) words: Range<usize>,
    pub(super) head: Option<usize>,
}

/// Nouns that say what a person or organisation is.
const NOUNS: Marks = Marks::ROLE.with(Marks::TITLE).with(Marks::GROUP_NOUN);

/// The descriptions that stand beside the name at `name` in `line`, the nearest first.
pub(super) fn beside(page: &Page, line: &Line, name: &Range<usize>) -> Vec<Description> {
    let found = [before(page, line, name.start), behind(page, line, name.end), ahead(page, line, name.start)];
    found.into_iter().flatten().collect()
}

/// “French defense minister” right before the name.
fn before(page: &Page, line: &Line, start: usize) -> Option<Description> {
    let stop = |at: usize| page.lower(at) == "." && at > line.words.start && page.is(at - 1, Marks::TITLE);
    let mut at = start;
    let mut head = None;
    while at > line.words.start && start - at < LONGEST {
        let word = page.word(at - 1)?;
        let own = match head {
            None => word.is(Marks::TITLE.with(Marks::ROLE)),
            Some(_) => word.is(Marks::TITLE.with(Marks::ROLE).with(Marks::TITLE_PART).with(Marks::PEOPLE)),
        };
        let possessive = head.is_some() && word.shape == Shape::Clitic && at >= 2 && page.is_capital(at - 2);
        if own && !word.is(Marks::FUNCTION.with(Marks::CALENDAR)) || (word.is(Marks::TITLE_PART) && head.is_some()) {
            head.get_or_insert(at - 1);
            at -= 1;
        } else if possessive {
            at -= 2;
            while at > line.words.start && page.is_capital(at - 1) && !page.is(at - 1, Marks::FUNCTION) {
                at -= 1;
            }
            break;
        } else if stop(at - 1) {
            at -= 1;
        } else {
            break;
        }
    }
    head.map(|head| Description { words: at..start, head: Some(head) })
}

/// “…, mayor of Port Ansel,” and “…, who runs the port,” behind the name.
fn behind(page: &Page, line: &Line, end: usize) -> Option<Description> {
    if page.lower(end) != "," || end + 1 >= line.words.end {
        return None;
    }
    let clause = matches!(page.lower(end + 1), "who" | "which");
    let skip = usize::from(clause || matches!(page.lower(end + 1), "a" | "an" | "the"));
    let start = end + 1 + skip;
    let close = close(page, line, start)?;
    if clause {
        let verb = page.word(start)?;
        let plain = verb.shape == Shape::Lower && !matches!(verb.text, "is" | "was" | "has" | "had" | "are");
        let whole = page.lower(close) == ",";
        return (plain && whole && close - start >= 2).then_some(Description { words: start..close, head: None });
    }
    let head = head(page, start, close)?;
    Some(Description { words: start..close, head: Some(head) })
}

/// “The mayor of Port Ansel, …” before the name.
fn ahead(page: &Page, line: &Line, start: usize) -> Option<Description> {
    let comma = start.checked_sub(1).filter(|&i| i > line.words.start && page.lower(i) == ",")?;
    let first = line.words.start.max(comma.saturating_sub(LONGEST));
    let mut at = comma;
    while at > first {
        at -= 1;
        let word = page.word(at)?;
        let possessor = word.shape == Shape::Clitic;
        if matches!(page.lower(at), "the" | "a" | "an" | "its" | "their" | "his" | "her") || possessor {
            let head = head(page, at + 1, comma)?;
            let from = if possessor { at.saturating_sub(1).max(line.words.start) } else { at + 1 };
            // an object of the sentence's verb is no apposition, its beginning is
            let begins = page.begins(at) || (possessor && page.begins(from));
            return begins.then_some(Description { words: from..comma, head: Some(head) });
        }
        if word.shape == Shape::Mark || word.is(Marks::SPEECH) {
            return None;
        }
    }
    None
}

/// The end of the apposition that begins at `start`: a comma, dash, bracket, full stop or relative clause.
fn close(page: &Page, line: &Line, start: usize) -> Option<usize> {
    let limit = line.words.end.min(start + LONGEST);
    let ends = |i: &usize| {
        let word = page.word(*i);
        let mark = word.is_some_and(|w| w.shape == Shape::Mark && !matches!(w.text, "-" | "'" | "’"));
        let verb = word.is_some_and(|w| w.shape == Shape::Lower && w.is(Marks::SPEECH));
        mark || verb
            || matches!(
                page.lower(*i),
                "who" | "which" | "that" | "told" | "said" | "says" | "has" | "have" | "was" | "is"
            )
    };
    (start..limit).find(ends).filter(|&i| i > start)
}

/// The noun at the head of the phrase `start..end`: the last of its nouns before a preposition.
fn head(page: &Page, start: usize, end: usize) -> Option<usize> {
    let stops = |i: &usize| {
        matches!(
            page.lower(*i),
            "of" | "for" | "at" | "in" | "from" | "to" | "with" | "and" | "on" | "by" | "or" | "near" | "based" | "as"
        )
    };
    let stop = (start..end).find(stops).unwrap_or(end);
    let head = stop.checked_sub(1).filter(|&i| i >= start)?;
    page.is(head, NOUNS).then_some(head)
}
