//! Names that a recogniser took for several, put together.

use crate::entity::kind::EntityKind;
use crate::entity::lexicon::{LexicalClass, Lexicon};
use crate::entity::mention::Mention;
use crate::language::Language;
use crate::model::List;
use crate::text::Span;

/// The start of the name that ends with `last`, if some of the mentions `before` it belong to that name too.
pub(super) fn start_of_joined(text: &str, before: &[Mention], last: &Mention, language: &Language) -> Option<usize> {
    nicknamed(text, before, last)
        .or_else(|| nickname_between(text, before, last))
        .or_else(|| with_state(text, before, last, language))
        .or_else(|| given(text, before, last, language))
        .or_else(|| phrase(text, before, last, language))
}

/// When the two mentions before are its given name and nickname: Robert “Bob” Hale.
fn nicknamed(text: &str, before: &[Mention], last: &Mention) -> Option<usize> {
    let [.., first, nickname] = before else { return None };
    let opening = text.get(first.span.end..nickname.span.start)?;
    let closing = text.get(nickname.span.end..last.span.start)?;
    let marked = matches!(opening, " \"" | " “" | " ‘" | " '") && matches!(closing, "\" " | "” " | "’ " | "' ");
    let bracketed = opening == " (" && closing == ") " && nickname.kind == EntityKind::Person;
    let short = nickname.span.str(text).split(' ').count() <= 2;
    let persons = first.kind == EntityKind::Person && last.kind == EntityKind::Person;
    ((marked && short || bracketed) && persons).then_some(first.span.start)
}

/// When nothing but a nickname stands between it and the given name before: Tony “Two Shoes” Carbone.
fn nickname_between(text: &str, before: &[Mention], last: &Mention) -> Option<usize> {
    let first = before.last()?;
    let persons = first.kind == EntityKind::Person && last.kind == EntityKind::Person;
    let between = text.get(first.span.end..last.span.start)?.strip_prefix(' ')?.strip_suffix(' ')?;
    let marks = [('“', '”'), ('"', '"'), ('‘', '’'), ('\'', '\'')];
    let nickname = marks.iter().find_map(|(open, close)| between.strip_prefix(*open)?.strip_suffix(*close))?;
    let short = nickname.split(' ').count() <= 3 && nickname.split(' ').all(|w| w.starts_with(char::is_uppercase));
    let plain = nickname.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '-' | '\'' | '’'));
    (persons && short && plain).then_some(first.span.start)
}

/// When it is the abbreviated state of the place before: Bethesda, MD.
fn with_state(text: &str, before: &[Mention], last: &Mention, language: &Language) -> Option<usize> {
    let first = before.last()?;
    let places = first.kind == EntityKind::Location && last.kind == EntityKind::Location;
    let listed = text.get(first.span.end..last.span.start)? == ", ";
    let state = language.name.state_codes.contains(&last.span.str(text));
    (places && listed && state).then_some(first.span.start)
}

/// When a given name stands alone before a family name alone: no prose separates two persons by nothing but a space.
fn given(text: &str, before: &[Mention], last: &Mention, language: &Language) -> Option<usize> {
    let first = before.last()?;
    let persons = first.kind == EntityKind::Person && last.kind == EntityKind::Person;
    let single = |span: Span| !span.str(text).contains(' ');
    let spaced = text.get(first.span.end..last.span.start)? == " ";
    let named = || Lexicon::get().class_of(&first.span.str(text).to_lowercase(), language).any(LexicalClass::GIVEN);
    (persons && spaced && single(first.span) && single(last.span) && named()).then_some(first.span.start)
}

/// When it is one name with the mention before: “Democratic Republic of the Congo”.
fn phrase(text: &str, before: &[Mention], last: &Mention, language: &Language) -> Option<usize> {
    let first = before.last()?;
    let joiner = text.get(first.span.end..last.span.start)?;
    // “Democratic” alone is a group
    let close = joiner == " " && first.kind != last.kind;
    let linked = language.name.joiners.contains(&joiner) && first.kind == last.kind;
    if !close && !linked {
        return None;
    }
    let whole = Span::new(first.span.start, last.span.end).str(text).to_lowercase();
    let words = whole.split(' ').count();
    let known = Lexicon::get().phrase(whole.split(' ')).is_some_and(|(length, _)| length == words);
    (known || List::Aliases.value(&whole).is_some()).then_some(first.span.start)
}
