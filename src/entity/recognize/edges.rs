//! The edges of names as a recogniser gives them, brought to one convention: no titles, no articles, nicknames inside.

use super::join::start_of_joined;
use crate::entity::kind::EntityKind;
use crate::entity::lexicon::{LexicalClass, Lexicon};
use crate::entity::mention::Mention;
use crate::entity::name::{abbreviates, is_acronym};
use crate::language::Language;
use crate::model::List;
use crate::text::Span;

/// Trims, splits, joins and drops names among `mentions`, which stay in order and apart. Linear in the mentions.
pub(crate) fn with_edges_repaired(text: &str, mentions: Vec<Mention>, language: &Language) -> Vec<Mention> {
    let mut out: Vec<Mention> = Vec::with_capacity(mentions.len());
    for mut mention in mentions {
        if mention.value.is_some() || !mention.kind.is_name() {
            out.push(mention);
            continue;
        }
        if is_seat(text, mention.span, language) || is_degree(text, mention.span, language) {
            continue;
        }
        if mention.kind == EntityKind::Person {
            mention.span = {
                let span = with_mark(text, headed(text, mention.span, language));
                with_stop(text, untitled(text, span, language), language)
            };
            if is_title(text, mention.span, language) || is_common(text, mention.span, language) {
                continue;
            }
            if let Some(at) = verb_inside(text, mention.span, language) {
                let first = Span::new(mention.span.start, at.start).trim(text);
                out.push(Mention { span: first, ..mention.clone() });
                mention.span = Span::new(at.end, mention.span.end).trim(text);
            }
        } else if mention.kind == EntityKind::Event {
            let named = with_storm(text, without_article(text, mention.span, language));
            if out.last().is_none_or(|last| last.span.end <= named.start) {
                mention.span = named;
            }
        } else if mention.kind != EntityKind::Location {
            mention.span = without_article(text, mention.span, language);
        }
        if let Some(start) = start_of_joined(text, &out, &mention, language) {
            while out.pop_if(|m| m.span.start >= start).is_some() {}
            mention.span.start = start;
        }
        if let Some(start) = written_out(text, &out, mention.span, language) {
            let mut long = out.last().cloned().unwrap_or_else(|| mention.clone());
            long.span.start = start;
            while out.last().is_some_and(|m| m.span.end > start) {
                out.pop();
            }
            out.push(long);
        }
        let second = defined(text, mention.span, language);
        if let Some(short) = second {
            let long = Span::new(mention.span.start, short.start.saturating_sub(1)).trim(text);
            out.push(Mention { span: long, ..mention.clone() });
            mention.span = short;
        }
        out.push(mention);
    }
    out
}

/// Without small words at its head that open no name: “when van Eyken” is van Eyken.
fn headed(text: &str, mut span: Span, language: &Language) -> Span {
    while let Some((first, rest)) = span.str(text).split_once(' ') {
        let class = Lexicon::get().class_of(first, language);
        let small = first.chars().all(char::is_lowercase)
            && class.any(LexicalClass::FUNCTION)
            && !class.any(LexicalClass::PARTICLE);
        if !small {
            break;
        }
        span = Span::new(span.end - rest.len(), span.end);
    }
    span
}

/// A verb between capitals in what was taken for one person: “Moon invited Xi” are two.
fn verb_inside(text: &str, span: Span, language: &Language) -> Option<Span> {
    let name = span.str(text);
    let mut at = 0;
    let mut words = Vec::new();
    for word in name.split(' ') {
        words.push((at, word));
        at += word.len() + 1;
    }
    let capital = |word: &str| word.starts_with(char::is_uppercase);
    words.windows(3).find_map(|three| {
        let [(_, before), (at, word), (_, next)] = three else { return None };
        let class = Lexicon::get().class_of(word, language);
        let common = word.len() > 3 && word.chars().all(char::is_lowercase) && class.any(LexicalClass::WORD);
        let joins = class.any(
            LexicalClass::PARTICLE.with(LexicalClass::FUNCTION).with(LexicalClass::TITLE).with(LexicalClass::GIVEN),
        );
        let start = span.start + at;
        (common && !joins && capital(before) && capital(next)).then(|| Span::new(start, start + word.len()))
    })
}

/// With the opening mark of a nickname whose closing mark it holds: “"Bo" Marsh”.
fn with_mark(text: &str, span: Span) -> Span {
    let odd = span.str(text).matches('"').count() % 2 == 1;
    let opened = text.get(..span.start).is_some_and(|before| before.ends_with('"'));
    if odd && opened { Span::new(span.start - 1, span.end) } else { span }
}

/// Whether it is nothing but a title: “Sen”, “Rear Admiral”.
fn is_title(text: &str, span: Span, language: &Language) -> bool {
    let words = || span.str(text).split([' ', '.']).filter(|w| !w.is_empty());
    let several = words().count() > 1;
    words().all(|w| {
        let class = Lexicon::get().class_of(&w.to_lowercase(), language);
        let title = class.any(LexicalClass::TITLE) || several && class.any(LexicalClass::TITLE_PART);
        // longer ones are family names too: King, Major
        (several || w.len() <= 3) && title && !class.any(LexicalClass::GIVEN.with(LexicalClass::SURNAME))
    })
}

/// With the stop of “Jr.” at its end.
fn with_stop(text: &str, span: Span, language: &Language) -> Span {
    let junior = span.str(text).rsplit(' ').next().is_some_and(|last| language.person.stopped_suffixes.contains(&last));
    let stopped = text.get(span.end..).is_some_and(|rest| rest.starts_with('.'));
    if junior && stopped { Span::new(span.start, span.end + 1) } else { span }
}

/// With the word before it that says what sort of storm it is: “Typhoon Hanna”.
fn with_storm(text: &str, span: Span) -> Span {
    let before = text.get(..span.start).and_then(|b| b.strip_suffix(' ')).unwrap_or_default();
    let word = before.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let storm = word.starts_with(char::is_uppercase) && List::Storms.has_folded(word);
    if storm { Span::new(before.len() - word.len(), span.end) } else { span }
}

/// Without the titles at its head: “Sen. Laura Pell” is Laura Pell.
fn untitled(text: &str, mut span: Span, language: &Language) -> Span {
    // what a title has in brackets: “Lt. Col. (ret.) Marsh”
    if let Some((_, rest)) = span.str(text).split_once(") ").filter(|(b, _)| b.starts_with('(')) {
        span = Span::new(span.end - rest.len(), span.end);
    }
    while let Some((first, rest)) = span.str(text).split_once(char::is_whitespace) {
        let class = Lexicon::get().class_of(&first.trim_end_matches('.').to_lowercase(), language);
        // “Earl of Clare” is a name
        let small = rest.trim_start().starts_with(char::is_lowercase);
        if small || !class.any(LexicalClass::TITLE) || class.any(LexicalClass::GIVEN.with(LexicalClass::SURNAME)) {
            break;
        }
        span = Span::new(span.end - rest.len(), span.end).trim(text);
    }
    span
}

/// Without “the” at its head, unless it belongs to the name: “The Hague”.
fn without_article(text: &str, span: Span, language: &Language) -> Span {
    let (name, definite) = (span.str(text), language.grammar.definite_article);
    let Some((article, rest)) = name.split_once(' ').filter(|(a, _)| a.eq_ignore_ascii_case(definite)) else {
        return span;
    };
    let lower = rest.to_lowercase();
    let own = Lexicon::get().phrase(std::iter::once(definite).chain(lower.split(' '))).is_some();
    if own { span } else { Span::new(span.start + article.len(), span.end).trim(text) }
}

/// Whether a person's name is no more than a title in small letters: “the pope”.
fn is_common(text: &str, span: Span, language: &Language) -> bool {
    let name = span.str(text);
    name.chars().all(char::is_lowercase)
        && Lexicon::get().class_of(name, language).any(LexicalClass::TITLE.with(LexicalClass::ROLE))
}

/// Whether it is no more than the party and state of a politician: “(D-Maine)”.
fn is_seat(text: &str, span: Span, language: &Language) -> bool {
    let before = text.get(..span.start).is_some_and(|b| b.ends_with('('));
    before && span.str(text).split_once('-').is_some_and(|(party, _)| language.person.party_letters.contains(&party))
}

/// Whether it is no more than an academic degree: “Ph.D.”.
fn is_degree(text: &str, span: Span, language: &Language) -> bool {
    language.name.degrees.contains(&span.str(text).trim_end_matches('.'))
}

/// Where the name begins that the acronym `short` in brackets after the last of `before` stands for, when that is further left: “Water and
/// [Marine Authority] (WMA)”. Words are taken in until their initials are its letters (Schwartz and Hearst, 2003).
fn written_out(text: &str, before: &[Mention], short: Span, language: &Language) -> Option<usize> {
    let last = before.last()?;
    let letters = short.str(text);
    let bracketed = text.get(last.span.end..short.start)? == " (" && text.get(short.end..)?.starts_with(')');
    if !bracketed || !is_acronym(letters) || abbreviates(letters, last.span.str(text), language) {
        return None;
    }
    let lead = text.get(..last.span.start)?;
    let lead = lead.rfind(['\n', '.', ',', ';', ':', '(']).map_or(lead, |at| lead.get(at + 1..).unwrap_or_default());
    let starts =
        lead.char_indices().rev().filter(|&(at, _)| at == 0 || lead.get(..at).is_some_and(|l| l.ends_with(' ')));
    let starts = starts.filter(|(_, c)| c.is_uppercase()).take(MOST_WORDS);
    starts
        .map(|(at, _)| last.span.start - lead.len() + at)
        .find(|&start| abbreviates(letters, text.get(start..last.span.end).unwrap_or_default(), language))
}

/// Words with a capital that may be missing at the front of a name that is abbreviated after it.
const MOST_WORDS: usize = 6;

/// The acronym in brackets at the end of a name: “Bank of Calder (BoC)”.
fn defined(text: &str, span: Span, language: &Language) -> Option<Span> {
    let (long, short) = span.str(text).strip_suffix(')')?.rsplit_once(" (")?;
    (is_acronym(short) && abbreviates(short, long, language))
        .then(|| Span::new(span.end - 1 - short.len(), span.end - 1))
}
