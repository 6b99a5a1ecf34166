//! What the text says of a name right beside it: titles, roles, appositions.

use crate::entity::lexicon::LexicalClass;
use crate::entity::tokenized::{Case, Shape, TokenizedSentence, TokenizedText};
use crate::entity::value::is_past_form;
use crate::model::List;
use std::ops::Range;

/// Longest description, in words.
const LONGEST: usize = 14;

/// A description beside a name: its words, and the common noun at its head, if it has one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Description {
    pub(crate) words: Range<usize>,
    pub(crate) head: Option<usize>,
    pub(crate) informativeness: Informativeness,
}

/// How much a description says; the first of the most informative kind is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Informativeness {
    /// A relative clause, “who runs the port”.
    Clause,
    /// A bare title, “President”.
    Title,
    /// A phrase, “mayor of Port Ansel”.
    Phrase,
}

/// Whether the word at `at` is a common noun for a person by what they are.
pub(crate) fn is_role(tokens: &TokenizedText, at: usize) -> bool {
    tokens.is(at, LexicalClass::ROLE.with(LexicalClass::TITLE)) || List::Roles.has(tokens.lower(at))
}

/// Whether it is one for a person, an organisation or a place.
fn is_noun(tokens: &TokenizedText, at: usize) -> bool {
    is_role(tokens, at) || tokens.is(at, LexicalClass::GROUP_NOUN.with(LexicalClass::PLACE_NOUN))
}

/// The descriptions that stand beside the name at `name` in `sentence`, the nearest first.
pub(crate) fn descriptions_beside(
    tokens: &TokenizedText,
    sentence: &TokenizedSentence,
    name: &Range<usize>,
) -> Vec<Description> {
    let title = title_before(tokens, sentence, name.start);
    let front = title.as_ref().map_or(name.start, |t| t.words.start);
    let found = [
        title,
        apposition_after(tokens, sentence, name.end),
        predicate_after(tokens, sentence, name.end),
        apposition_before(tokens, sentence, name.start, name.end)
            .or_else(|| apposition_before(tokens, sentence, front, name.end)),
    ];
    found.into_iter().flatten().collect()
}

/// The party and state of a politician after the name: the words inside “(D-Maine)”.
pub(crate) fn party_and_state(tokens: &TokenizedText, end: usize) -> Option<Range<usize>> {
    let glued = tokens.lower(end + 1).split_once('-').map(|(party, _)| (party, 1));
    let apart = (tokens.lower(end + 2) == "-").then(|| (tokens.lower(end + 1), 3));
    let (party, length) = glued.or(apart)?;
    let known = tokens.language.person.parties.contains(&party);
    let close = (end + 1 + length..end + 5 + length).find(|&i| tokens.lower(i) == ")")?;
    (tokens.lower(end) == "(" && known).then_some(end + 1..close)
}

/// “French defense minister” right before the name; a lone form of address is none.
fn title_before(tokens: &TokenizedText, sentence: &TokenizedSentence, start: usize) -> Option<Description> {
    let stop =
        |at: usize| tokens.lower(at) == "." && at > sentence.words.start && tokens.is(at - 1, LexicalClass::TITLE);
    let retired = |at: usize| tokens.language.person.retired.contains(&tokens.lower(at));
    let mut at = start;
    // “Lt. Col. (ret.)”
    if at >= sentence.words.start + 4 && tokens.lower(at - 1) == ")" && retired(at - 3) {
        at -= 4;
    } else if at >= sentence.words.start + 3 && tokens.lower(at - 1) == ")" && retired(at - 2) {
        at -= 3;
    }
    let mut head = None;
    let mut common = false;
    while at > sentence.words.start && start - at < LONGEST {
        let word = tokens.word(at - 1)?;
        let acronym = word.shape == Shape::Upper && word.text.len() < 7 && sentence.case == Case::Prose;
        let part = head.is_some()
            && (acronym || List::RoleParts.has(tokens.lower(at - 1)) || word.is(LexicalClass::TITLE_PART));
        let own = is_role(tokens, at - 1) || (head.is_some() && word.is(LexicalClass::PEOPLE));
        let possessive = head.is_some() && word.shape == Shape::Clitic && at >= 2 && tokens.is_capital(at - 2);
        if part || own && !word.is(LexicalClass::FUNCTION.with(LexicalClass::CALENDAR)) {
            common |= head.is_some() || !word.is(LexicalClass::TITLE);
            head.get_or_insert(at - 1);
            at -= 1;
        } else if possessive {
            at -= 2;
            while at > sentence.words.start && tokens.is_capital(at - 1) && !tokens.is(at - 1, LexicalClass::FUNCTION) {
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
    let titles = (at..start).all(|i| {
        tokens.is(i, LexicalClass::TITLE) && tokens.is_capital(i) || !tokens.is_capital(i) && tokens.lower(i).len() < 4
    });
    let informativeness = if common && !titles { Informativeness::Phrase } else { Informativeness::Title };
    head.map(|head| Description { words: at..start, head: Some(head), informativeness })
}

/// Whether `words` are no more than a form of address: “Mr.”, “Sir”.
pub(crate) fn is_address(tokens: &TokenizedText, words: Range<usize>) -> bool {
    words.into_iter().all(|at| List::Address.has(tokens.lower(at)))
}

/// “…, mayor of Port Ansel,” and “…, who runs the port,” after the name; an age may stand between.
fn apposition_after(tokens: &TokenizedText, sentence: &TokenizedSentence, end: usize) -> Option<Description> {
    let grammar = tokens.language.grammar;
    if tokens.lower(end) != "," || end + 1 >= sentence.words.end {
        return None;
    }
    let age = tokens.word(end + 1).is_some_and(|w| w.shape == Shape::Number && w.text.len() <= 3)
        && tokens.lower(end + 2) == ",";
    let end = if age { end + 2 } else { end };
    let end = end + usize::from(grammar.role_adverbs.contains(&tokens.lower(end + 1)));
    let clause = grammar.relative_pronouns.contains(&tokens.lower(end + 1));
    let is = clause && grammar.copulas.contains(&tokens.lower(end + 2));
    let article = end + 1 + usize::from(clause) + usize::from(is);
    let skip = usize::from(grammar.is_article(tokens.lower(article)));
    let start = article + skip;
    let close = close(tokens, sentence, start)?;
    if clause && !(is && skip > 0) {
        let verb = tokens.word(start)?;
        let plain = verb.shape == Shape::Lower && !grammar.auxiliaries.contains(&verb.text);
        let whole = matches!(tokens.lower(close), "," | ".");
        let words = start..close;
        return (plain && whole && close - start >= 2).then_some(Description {
            words,
            head: None,
            informativeness: Informativeness::Clause,
        });
    }
    let head = head(tokens, start, close)?;
    Some(Description { words: start..close, head: Some(head), informativeness: informativeness(tokens, start) })
}

/// “Her nephew” says less than any title: whose, the description alone does not say.
fn informativeness(tokens: &TokenizedText, at: usize) -> Informativeness {
    let possessive = tokens.language.grammar.personal_possessives.contains(&tokens.lower(at));
    if possessive { Informativeness::Clause } else { Informativeness::Phrase }
}

/// “… is director of the trust”, “… was a lawyer” after the name.
fn predicate_after(tokens: &TokenizedText, sentence: &TokenizedSentence, end: usize) -> Option<Description> {
    let grammar = tokens.language.grammar;
    if !grammar.copulas.contains(&tokens.lower(end)) || end + 1 >= sentence.words.end {
        return None;
    }
    let start = end + 1 + usize::from(grammar.is_article(tokens.lower(end + 1)));
    let close = close(tokens, sentence, start)?;
    let head = head(tokens, start, close)?;
    // “was elected president”, “is Holt's lawyer”
    let small = tokens.word(head).is_some_and(|w| w.shape == Shape::Lower)
        && !is_past_form(tokens.lower(start), tokens.language);
    small.then_some(Description { words: start..close, head: Some(head), informativeness: Informativeness::Phrase })
}

/// “The mayor of Port Ansel, …” before the name that begins at `start` (with its title) and ends at `end`.
fn apposition_before(
    tokens: &TokenizedText,
    sentence: &TokenizedSentence,
    start: usize,
    end: usize,
) -> Option<Description> {
    let comma = start.checked_sub(1).filter(|&i| i > sentence.words.start && tokens.lower(i) == ",")?;
    let grammar = tokens.language.grammar;
    let first = sentence.words.start.max(comma.saturating_sub(LONGEST));
    let mut at = comma;
    while at > first {
        at -= 1;
        let word = tokens.word(at)?;
        let possessor = word.shape == Shape::Clitic;
        let lower = tokens.lower(at);
        if grammar.is_article(lower) || grammar.possessive_determiners.contains(&lower) || possessor {
            let head = head(tokens, at + 1, comma)?;
            let mut from = if possessor { at.saturating_sub(1).max(sentence.words.start) } else { at + 1 };
            while possessor
                && from > first
                && tokens.is_capital(from - 1)
                && !tokens.is(from - 1, LexicalClass::FUNCTION)
            {
                from -= 1;
            }
            // in the middle of a sentence the name has to be set off on both sides: others may be in a list
            let begins = tokens.begins(at) || (possessor && tokens.begins(from));
            let after = tokens.word(end).filter(|_| end < sentence.words.end);
            let closed =
                after.is_none_or(|w| w.is(LexicalClass::SPEECH) || matches!(w.text, "," | "." | ")" | ";" | "?" | "!"));
            let in_list =
                tokens.lower(end) == "," && (tokens.is_capital(end + 1) || tokens.lower(end + 1) == grammar.and);
            let one = !grammar.indefinite_articles.contains(&lower) && is_role(tokens, head) && closed && !in_list;
            let words = from..comma;
            let informativeness = informativeness(tokens, at);
            return (begins || one).then_some(Description { words, head: Some(head), informativeness });
        }
        if word.shape == Shape::Mark || word.is(LexicalClass::SPEECH) {
            return None;
        }
    }
    None
}

/// The end of the apposition that begins at `start`: a comma, dash, bracket, full stop or relative clause.
fn close(tokens: &TokenizedText, sentence: &TokenizedSentence, start: usize) -> Option<usize> {
    let limit = sentence.words.end.min(start + LONGEST);
    let ends = |i: &usize| {
        let word = tokens.word(*i);
        // “Mr.” ends nothing
        if tokens.lower(*i) == "." && *i > start && tokens.is(*i - 1, LexicalClass::TITLE) && tokens.is_capital(*i - 1)
        {
            return false;
        }
        let mark = word.is_some_and(|w| w.shape == Shape::Mark && !matches!(w.text, "-" | "'" | "’"));
        let verb = word.is_some_and(|w| w.shape == Shape::Lower && w.is(LexicalClass::SPEECH));
        mark || verb || List::Closers.has(tokens.lower(*i))
    };
    (start..limit).find(ends).filter(|&i| i > start)
}

/// The noun at the head of the phrase `start..end`: the last of its nouns before a preposition.
fn head(tokens: &TokenizedText, start: usize, end: usize) -> Option<usize> {
    let stops = |i: &usize| List::PhraseEnds.has(tokens.lower(*i));
    let stop = (start..end).find(stops).unwrap_or(end);
    let head = stop.checked_sub(1).filter(|&i| i >= start)?;
    is_noun(tokens, head).then_some(head)
}
