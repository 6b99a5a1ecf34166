//! The edges of names as a recogniser gives them, brought to one convention: no titles, no articles, nicknames inside.

use super::lexicon::{Lexicon, Marks};
use super::shorten::{abbreviates, is_acronym};
use super::{EntityKind, Mention, join};
use crate::model::List;
use crate::text::Span;

/// Trims, splits, joins and drops names among `mentions`, which stay in order and apart. Linear in the mentions.
pub(super) fn repair(text: &str, mentions: Vec<Mention>) -> Vec<Mention> {
    let mut out: Vec<Mention> = Vec::with_capacity(mentions.len());
    for mut mention in mentions {
        if mention.value.is_some() || mention.kind > EntityKind::Misc {
            out.push(mention);
            continue;
        }
        if is_seat(text, mention.span) {
            continue;
        }
        if mention.kind == EntityKind::Person {
            mention.span = with_stop(text, untitled(text, with_mark(text, headed(text, mention.span))));
            if is_title(text, mention.span) || is_common(text, mention.span) {
                continue;
            }
            if let Some(at) = verb_inside(text, mention.span) {
                let first = Span::new(mention.span.start, at.start).trim(text);
                out.push(Mention { span: first, ..mention.clone() });
                mention.span = Span::new(at.end, mention.span.end).trim(text);
            }
        } else if mention.kind == EntityKind::Event {
            let named = with_storm(text, without_article(text, mention.span));
            if out.last().is_none_or(|last| last.span.end <= named.start) {
                mention.span = named;
            }
        } else if mention.kind != EntityKind::Location {
            mention.span = without_article(text, mention.span);
        }
        if let Some(start) = join::start(text, &out, &mention) {
            while out.pop_if(|m| m.span.start >= start).is_some() {}
            mention.span.start = start;
        }
        if let Some(start) = written_out(text, &out, mention.span) {
            let mut long = out.last().cloned().unwrap_or_else(|| mention.clone());
            long.span.start = start;
            while out.last().is_some_and(|m| m.span.end > start) {
                out.pop();
            }
            out.push(long);
        }
        let second = defined(text, mention.span);
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
fn headed(text: &str, mut span: Span) -> Span {
    while let Some((first, rest)) = span.str(text).split_once(' ') {
        let marks = Lexicon::get().word(first);
        let small = first.chars().all(char::is_lowercase) && marks.any(Marks::FUNCTION) && !marks.any(Marks::PARTICLE);
        if !small {
            break;
        }
        span = Span::new(span.end - rest.len(), span.end);
    }
    span
}

/// A verb between capitals in what was taken for one person: “Moon invited Xi” are two.
fn verb_inside(text: &str, span: Span) -> Option<Span> {
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
        let marks = Lexicon::get().word(word);
        let common = word.len() > 3 && word.chars().all(char::is_lowercase) && marks.any(Marks::WORD);
        let joins = marks.any(Marks::PARTICLE.with(Marks::FUNCTION).with(Marks::TITLE).with(Marks::GIVEN));
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
fn is_title(text: &str, span: Span) -> bool {
    let words = || span.str(text).split([' ', '.']).filter(|w| !w.is_empty());
    let several = words().count() > 1;
    words().all(|w| {
        let marks = Lexicon::get().word(&w.to_lowercase());
        let title = marks.any(Marks::TITLE) || several && marks.any(Marks::TITLE_PART);
        // longer ones are family names too: King, Major
        (several || w.len() <= 3) && title && !marks.any(Marks::GIVEN.with(Marks::SURNAME))
    })
}

/// With the stop of “Jr.” at its end.
fn with_stop(text: &str, span: Span) -> Span {
    let junior = matches!(span.str(text).rsplit(' ').next(), Some("Jr" | "Sr"));
    let stopped = text.get(span.end..).is_some_and(|rest| rest.starts_with('.'));
    if junior && stopped { Span::new(span.start, span.end + 1) } else { span }
}

/// With the word before it that tells what sort of storm it is: “Typhoon Hanna”.
fn with_storm(text: &str, span: Span) -> Span {
    let before = text.get(..span.start).and_then(|b| b.strip_suffix(' ')).unwrap_or_default();
    let word = before.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let storm = word.starts_with(char::is_uppercase) && List::Storms.has_folded(word);
    if storm { Span::new(before.len() - word.len(), span.end) } else { span }
}

/// Without the titles at its head: “Sen. Laura Pell” is Laura Pell.
fn untitled(text: &str, mut span: Span) -> Span {
    // what a title has in brackets: “Lt. Col. (ret.) Marsh”
    if let Some((_, rest)) = span.str(text).split_once(") ").filter(|(b, _)| b.starts_with('(')) {
        span = Span::new(span.end - rest.len(), span.end);
    }
    while let Some((first, rest)) = span.str(text).split_once(char::is_whitespace) {
        let marks = Lexicon::get().word(&first.trim_end_matches('.').to_lowercase());
        // “Earl of Clare” is a name
        let small = rest.trim_start().starts_with(char::is_lowercase);
        if small || !marks.any(Marks::TITLE) || marks.any(Marks::GIVEN.with(Marks::SURNAME)) {
            break;
        }
        span = Span::new(span.end - rest.len(), span.end).trim(text);
    }
    span
}

/// Without “the” at its head, unless it belongs to the name: “The Hague”.
fn without_article(text: &str, span: Span) -> Span {
    let name = span.str(text);
    let Some((article, rest)) = name.split_once(' ').filter(|(a, _)| a.eq_ignore_ascii_case("the")) else {
        return span;
    };
    let lower = rest.to_lowercase();
    let own = Lexicon::get().phrase(std::iter::once("the").chain(lower.split(' '))).is_some();
    if own { span } else { Span::new(span.start + article.len(), span.end).trim(text) }
}

/// Whether a person's name is no more than a title in small letters: “the pope”.
fn is_common(text: &str, span: Span) -> bool {
    let name = span.str(text);
    name.chars().all(char::is_lowercase) && Lexicon::get().word(name).any(Marks::TITLE.with(Marks::ROLE))
}

/// Whether it is no more than the party and state of a politician: “(D-Maine)”.
fn is_seat(text: &str, span: Span) -> bool {
    let before = text.get(..span.start).is_some_and(|b| b.ends_with('('));
    before && matches!(span.str(text).split_once('-'), Some(("D" | "R" | "I", _)))
}

/// Where the name begins that the acronym `short` in brackets behind the last of `before` stands for, when that is further left: “Water and
/// [Marine Authority] (WMA)”. Words are taken in until their initials are its letters (Schwartz and Hearst, 2003).
fn written_out(text: &str, before: &[Mention], short: Span) -> Option<usize> {
    let last = before.last()?;
    let letters = short.str(text);
    let bracketed = text.get(last.span.end..short.start)? == " (" && text.get(short.end..)?.starts_with(')');
    if !bracketed || !is_acronym(letters) || abbreviates(letters, last.span.str(text)) {
        return None;
    }
    let line = text.get(..last.span.start)?;
    let line = line.rfind(['\n', '.', ',', ';', ':', '(']).map_or(line, |at| line.get(at + 1..).unwrap_or_default());
    let starts =
        line.char_indices().rev().filter(|&(at, _)| at == 0 || line.get(..at).is_some_and(|l| l.ends_with(' ')));
    let starts = starts.filter(|(_, c)| c.is_uppercase()).take(MOST_WORDS);
    starts
        .map(|(at, _)| last.span.start - line.len() + at)
        .find(|&start| abbreviates(letters, text.get(start..last.span.end).unwrap_or_default()))
}

/// Words with a capital that may be missing at the front of a name that is abbreviated behind it.
const MOST_WORDS: usize = 6;

/// The acronym in brackets at the end of a name: “Bank of Calder (BoC)”.
fn defined(text: &str, span: Span) -> Option<Span> {
    let (long, short) = span.str(text).strip_suffix(')')?.rsplit_once(" (")?;
    (is_acronym(short) && abbreviates(short, long)).then(|| Span::new(span.end - 1 - short.len(), span.end - 1))
}
