//! What the text says of a name right beside it: titles, roles, appositions.

use super::date;
use super::lexicon::Marks;
use super::tokenized::{Case, Line, Shape, TokenizedText};
use crate::model::List;
use std::ops::Range;

/// Longest description, in words.
const LONGEST: usize = 14;

/// A description beside a name: its words, and the common noun at its head, if it has one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Description {
    pub(super) words: Range<usize>,
    pub(super) head: Option<usize>,
    pub(super) telling: Telling,
}

/// How much a description tells; the first of the most telling kind is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Telling {
    /// A relative clause, “who runs the port”.
    Clause,
    /// A bare title, “President”.
    Title,
    /// A phrase, “mayor of Port Ansel”.
    Phrase,
}

/// Whether the word at `at` is a common noun for a person by what they are.
pub(super) fn is_role(page: &TokenizedText, at: usize) -> bool {
    page.is(at, Marks::ROLE.with(Marks::TITLE)) || List::Roles.has(page.lower(at))
}

/// Whether it is one for a person, an organisation or a place.
fn is_noun(page: &TokenizedText, at: usize) -> bool {
    is_role(page, at) || page.is(at, Marks::GROUP_NOUN.with(Marks::PLACE_NOUN))
}

/// The descriptions that stand beside the name at `name` in `line`, the nearest first.
pub(super) fn beside(page: &TokenizedText, line: &Line, name: &Range<usize>) -> Vec<Description> {
    let title = before(page, line, name.start);
    let front = title.as_ref().map_or(name.start, |t| t.words.start);
    let found = [
        title,
        behind(page, line, name.end),
        copula(page, line, name.end),
        ahead(page, line, name.start, name.end).or_else(|| ahead(page, line, front, name.end)),
    ];
    found.into_iter().flatten().collect()
}

/// The party and state of a politician behind the name: the words inside “(D-Maine)”.
pub(super) fn seat(page: &TokenizedText, end: usize) -> Option<Range<usize>> {
    let glued = page.lower(end + 1).split_once('-').map(|(party, _)| (party, 1));
    let apart = (page.lower(end + 2) == "-").then(|| (page.lower(end + 1), 3));
    let (party, length) = glued.or(apart)?;
    let known = matches!(party, "d" | "r" | "i" | "l" | "dem" | "rep" | "dfl");
    let close = (end + 1 + length..end + 5 + length).find(|&i| page.lower(i) == ")")?;
    (page.lower(end) == "(" && known).then_some(end + 1..close)
}

/// “French defense minister” right before the name; a lone form of address is none.
fn before(page: &TokenizedText, line: &Line, start: usize) -> Option<Description> {
    let stop = |at: usize| page.lower(at) == "." && at > line.words.start && page.is(at - 1, Marks::TITLE);
    let mut at = start;
    // “Lt. Col. (ret.)”
    if at >= line.words.start + 4 && page.lower(at - 1) == ")" && matches!(page.lower(at - 3), "ret" | "retired") {
        at -= 4;
    } else if at >= line.words.start + 3 && page.lower(at - 1) == ")" && matches!(page.lower(at - 2), "ret" | "retired")
    {
        at -= 3;
    }
    let mut head = None;
    let mut common = false;
    while at > line.words.start && start - at < LONGEST {
        let word = page.word(at - 1)?;
        let acronym = word.shape == Shape::Upper && word.text.len() < 7 && line.case == Case::Prose;
        let part = head.is_some() && (acronym || List::RoleParts.has(page.lower(at - 1)) || word.is(Marks::TITLE_PART));
        let own = is_role(page, at - 1) || (head.is_some() && word.is(Marks::PEOPLE));
        let possessive = head.is_some() && word.shape == Shape::Clitic && at >= 2 && page.is_capital(at - 2);
        if part || own && !word.is(Marks::FUNCTION.with(Marks::CALENDAR)) {
            common |= head.is_some() || !word.is(Marks::TITLE);
            head.get_or_insert(at - 1);
            at -= 1;
        } else if possessive {
            at -= 2;
            while at > line.words.start && page.is_capital(at - 1) && !page.is(at - 1, Marks::FUNCTION) {
                at -= 1;
            }
            common = true;
            break;
        } else if stop(at - 1) {
            at -= 1;
        } else {
            break;
        }
    }
    let titles = (at..start)
        .all(|i| page.is(i, Marks::TITLE) && page.is_capital(i) || !page.is_capital(i) && page.lower(i).len() < 4);
    let telling = if common && !titles { Telling::Phrase } else { Telling::Title };
    head.map(|head| Description { words: at..start, head: Some(head), telling })
}

/// Whether `words` are no more than a form of address: “Mr.”, “Sir”.
pub(super) fn is_address(page: &TokenizedText, words: Range<usize>) -> bool {
    words.into_iter().all(|at| List::Address.has(page.lower(at)))
}

/// “…, mayor of Port Ansel,” and “…, who runs the port,” behind the name; an age may stand between.
fn behind(page: &TokenizedText, line: &Line, end: usize) -> Option<Description> {
    if page.lower(end) != "," || end + 1 >= line.words.end {
        return None;
    }
    let age =
        page.word(end + 1).is_some_and(|w| w.shape == Shape::Number && w.text.len() <= 3) && page.lower(end + 2) == ",";
    let end = if age { end + 2 } else { end };
    let end = end + usize::from(matches!(page.lower(end + 1), "now" | "then" | "once" | "currently" | "formerly"));
    let clause = matches!(page.lower(end + 1), "who" | "which");
    let is = clause && matches!(page.lower(end + 2), "is" | "was");
    let article = end + 1 + usize::from(clause) + usize::from(is);
    let skip = usize::from(matches!(page.lower(article), "a" | "an" | "the"));
    let start = article + skip;
    let close = close(page, line, start)?;
    if clause && !(is && skip > 0) {
        let verb = page.word(start)?;
        let plain = verb.shape == Shape::Lower && !matches!(verb.text, "is" | "was" | "has" | "had" | "are");
        let whole = matches!(page.lower(close), "," | ".");
        let words = start..close;
        return (plain && whole && close - start >= 2).then_some(Description {
            words,
            head: None,
            telling: Telling::Clause,
        });
    }
    let head = head(page, start, close)?;
    Some(Description { words: start..close, head: Some(head), telling: telling(page, start) })
}

/// “Her nephew” tells less than any title: whose, the description alone does not say.
fn telling(page: &TokenizedText, at: usize) -> Telling {
    if matches!(page.lower(at), "his" | "her" | "their" | "my") { Telling::Clause } else { Telling::Phrase }
}

/// “… is director of the trust”, “… was a lawyer” behind the name.
fn copula(page: &TokenizedText, line: &Line, end: usize) -> Option<Description> {
    if !matches!(page.lower(end), "is" | "was") || end + 1 >= line.words.end {
        return None;
    }
    let start = end + 1 + usize::from(matches!(page.lower(end + 1), "a" | "an" | "the"));
    let close = close(page, line, start)?;
    let head = head(page, start, close)?;
    // “was elected president”, “is Holt's lawyer”
    let small = page.word(head).is_some_and(|w| w.shape == Shape::Lower) && !date::is_past(page.lower(start));
    small.then_some(Description { words: start..close, head: Some(head), telling: Telling::Phrase })
}

/// “The mayor of Port Ansel, …” before the name that begins at `start` (with its title) and ends at `end`.
fn ahead(page: &TokenizedText, line: &Line, start: usize, end: usize) -> Option<Description> {
    let comma = start.checked_sub(1).filter(|&i| i > line.words.start && page.lower(i) == ",")?;
    let first = line.words.start.max(comma.saturating_sub(LONGEST));
    let mut at = comma;
    while at > first {
        at -= 1;
        let word = page.word(at)?;
        let possessor = word.shape == Shape::Clitic;
        if matches!(page.lower(at), "the" | "a" | "an" | "its" | "their" | "his" | "her") || possessor {
            let head = head(page, at + 1, comma)?;
            let mut from = if possessor { at.saturating_sub(1).max(line.words.start) } else { at + 1 };
            while possessor && from > first && page.is_capital(from - 1) && !page.is(from - 1, Marks::FUNCTION) {
                from -= 1;
            }
            // in the middle of a sentence the name has to be set off on both sides: others may be in a list
            let begins = page.begins(at) || (possessor && page.begins(from));
            let behind = page.word(end).filter(|_| end < line.words.end);
            let closed =
                behind.is_none_or(|w| w.is(Marks::SPEECH) || matches!(w.text, "," | "." | ")" | ";" | "?" | "!"));
            let listed = page.lower(end) == "," && (page.is_capital(end + 1) || page.lower(end + 1) == "and");
            let one = !matches!(page.lower(at), "a" | "an") && is_role(page, head) && closed && !listed;
            let words = from..comma;
            let telling = telling(page, at);
            return (begins || one).then_some(Description { words, head: Some(head), telling });
        }
        if word.shape == Shape::Mark || word.is(Marks::SPEECH) {
            return None;
        }
    }
    None
}

/// The end of the apposition that begins at `start`: a comma, dash, bracket, full stop or relative clause.
fn close(page: &TokenizedText, line: &Line, start: usize) -> Option<usize> {
    let limit = line.words.end.min(start + LONGEST);
    let ends = |i: &usize| {
        let word = page.word(*i);
        // “Mr.” ends nothing
        if page.lower(*i) == "." && *i > start && page.is(*i - 1, Marks::TITLE) && page.is_capital(*i - 1) {
            return false;
        }
        let mark = word.is_some_and(|w| w.shape == Shape::Mark && !matches!(w.text, "-" | "'" | "’"));
        let verb = word.is_some_and(|w| w.shape == Shape::Lower && w.is(Marks::SPEECH));
        mark || verb || List::Closers.has(page.lower(*i))
    };
    (start..limit).find(ends).filter(|&i| i > start)
}

/// The noun at the head of the phrase `start..end`: the last of its nouns before a preposition.
fn head(page: &TokenizedText, start: usize, end: usize) -> Option<usize> {
    let stops = |i: &usize| List::PhraseEnds.has(page.lower(*i));
    let stop = (start..end).find(stops).unwrap_or(end);
    let head = stop.checked_sub(1).filter(|&i| i >= start)?;
    is_noun(page, head).then_some(head)
}
