//! From the coarse kinds that a tagger gives to the kinds that readers look for.

use crate::entity::kind::EntityKind;
use crate::entity::lexicon::{LexicalClass, Lexicon};
use crate::entity::tokenized::TokenizedText;
use crate::model::List;
use std::ops::Range;

/// What a tagger says of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CoarseKind {
    /// A person.
    Person,
    /// An organisation, party or team.
    Organization,
    /// A place.
    Location,
    /// A name of another sort: nationality, event, work, product.
    Other,
}

/// The kind of the name at `words`, which is of a `coarse` kind. What is no nationality, religion, people, event or
/// work stays [`EntityKind::Misc`]. Takes time in proportion to the name.
pub(crate) fn refined_kind(tokens: &TokenizedText, words: &Range<usize>, coarse: CoarseKind) -> EntityKind {
    match coarse {
        _ if words.len() > 1 && List::Storms.has(tokens.lower(words.start)) => EntityKind::Event,
        _ if words.start.checked_sub(1).is_some_and(|i| tokens.is_capital(i) && List::Storms.has(tokens.lower(i))) => {
            EntityKind::Event
        }
        // “Tories”, “South Koreans” and “Christian Democrats” are people however they are tagged
        _ if peoples(tokens, words) && plural(tokens, words) => EntityKind::Group,
        CoarseKind::Person => kind_by_head(tokens, words, coarse).unwrap_or(EntityKind::Person),
        _ if titled(tokens, words) => EntityKind::Work,
        CoarseKind::Location => kind_by_head(tokens, words, coarse).unwrap_or(EntityKind::Location),
        CoarseKind::Organization => EntityKind::Organization,
        CoarseKind::Other if quoted(tokens, words) => EntityKind::Work,
        CoarseKind::Other if peoples(tokens, words) => EntityKind::Group,
        CoarseKind::Other => headed(tokens, words).unwrap_or(EntityKind::Misc),
    }
}

/// What the last word of a name says it is, where it is no part of a person's name: “Stanford University”, “Calder Valley”.
fn kind_by_head(tokens: &TokenizedText, words: &Range<usize>, coarse: CoarseKind) -> Option<EntityKind> {
    let last = words.end.saturating_sub(1);
    let named = tokens
        .is(last, LexicalClass::SURNAME.with(LexicalClass::GIVEN).with(LexicalClass::TITLE).with(LexicalClass::ROLE));
    if words.len() < 2 || named || !tokens.is_capital(last) {
        return None;
    }
    let (body, place) = (tokens.is(last, LexicalClass::ORG_HEAD), tokens.is(last, LexicalClass::PLACE_HEAD));
    match coarse {
        CoarseKind::Person if body => Some(EntityKind::Organization),
        CoarseKind::Person if place && !tokens.is(words.start, LexicalClass::GIVEN) => Some(EntityKind::Location),
        // “the West Bank” is a place
        CoarseKind::Location if body && !place && tokens.is(last, LexicalClass::ORG_OPENER) => {
            let phrase = Lexicon::get().phrase(words.clone().map(|at| tokens.lower(at)));
            let known = phrase.is_some_and(|(_, class)| class.any(LexicalClass::PLACE));
            (!known).then_some(EntityKind::Organization)
        }
        _ => None,
    }
}

fn plural(tokens: &TokenizedText, words: &Range<usize>) -> bool {
    let lower = words.end.checked_sub(1).map_or("", |last| tokens.lower(last));
    tokens.language.inflection.singular(lower).is_some() && lower.len() > 4
}

/// Whether every word names a people, nationality or religion, or a part of the world before one: “South Korean”,
/// “African-American”, “Roman Catholics”.
fn peoples(tokens: &TokenizedText, words: &Range<usize>) -> bool {
    let mut any = false;
    for at in words.clone() {
        let lower = tokens.lower(at);
        let tail = lower.rsplit('-').next().unwrap_or_default();
        let singular = tokens.language.inflection.in_singular(tail);
        let national = List::Peoples.has(singular)
            || tokens.is(at, LexicalClass::PEOPLE)
                && !(tokens.is(at, LexicalClass::PLACE) && tokens.is(at, LexicalClass::GIVEN));
        if national || List::PeopleWords.has(lower) && any {
            any = true;
        } else if !(List::WorldParts.has(lower) || lower == "-") {
            return false;
        }
    }
    any
}

/// Whether the name, of two words or more, fills a pair of quotation marks.
fn quoted(tokens: &TokenizedText, words: &Range<usize>) -> bool {
    let open = words.start.checked_sub(1).is_some_and(|i| matches!(tokens.lower(i), "\"" | "“" | "‘" | "«" | "„"));
    let stop = usize::from(matches!(tokens.lower(words.end), "," | "." | "!" | "?"));
    let close = |at: usize| matches!(tokens.lower(at), "\"" | "”" | "’" | "»" | "“");
    open && words.len() > 1 && (close(words.end) || close(words.end + stop))
}

/// Whether it does so after an article with a capital, which is a title's: “The Blue Mill”.
fn titled(tokens: &TokenizedText, words: &Range<usize>) -> bool {
    let article = words
        .start
        .checked_sub(1)
        .filter(|&i| tokens.language.grammar.is_article(tokens.lower(i)) && tokens.is_capital(i));
    article.is_some_and(|at| quoted(tokens, &(at..words.end)))
}

/// An event or work by the words at the ends of its name.
fn headed(tokens: &TokenizedText, words: &Range<usize>) -> Option<EntityKind> {
    let year = |at: usize| tokens.lower(at).len() == 4 && tokens.lower(at).bytes().all(|b| b.is_ascii_digit());
    let numeral = |at: usize| tokens.lower(at).bytes().all(|b| b"ivxl".contains(&b)) || year(at);
    let first = words.start + usize::from(year(words.start) && words.len() > 1);
    // the head stands before “of” and “on”: Battle of Hastings, Convention on Climate Change
    let of = words.clone().skip(1).find(|&i| tokens.language.grammar.prepositions_in_names.contains(&tokens.lower(i)));
    let mut end = of.unwrap_or(words.end);
    while end > first + 1 && numeral(end - 1) {
        end -= 1;
    }
    let head = end.checked_sub(1)?;
    let (lower, opener) = (tokens.lower(head), tokens.lower(first));
    let several = words.len() > 1;
    // “Democratic National Convention”, but “Geneva Convention”
    if lower == tokens.language.name.convention && head > first && List::Meetings.has(tokens.lower(head - 1)) {
        return Some(EntityKind::Event);
    }
    if several && List::Bodies.has(lower) {
        return Some(EntityKind::Organization);
    }
    if several && (tokens.is(head, LexicalClass::WORK_HEAD) || List::Works.has(lower)) {
        return Some(EntityKind::Work);
    }
    let event = List::EventOpeners.has(opener) || tokens.is(head, LexicalClass::EVENT_HEAD);
    if several && event || List::Events.has(lower) {
        return Some(EntityKind::Event);
    }
    (several && List::WorkOpeners.has(opener)).then_some(EntityKind::Work)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::ENGLISH;
    use crate::sentence::sentences;
    use crate::text::Span;

    /// The kind of the words between brackets `[…]` in `text`, of this coarse kind.
    fn kind(text: &str, coarse: CoarseKind) -> EntityKind {
        let (before, rest) = text.split_once('[').unwrap();
        let (name, after) = rest.split_once(']').unwrap();
        let text = format!("{before}{name}{after}");
        let tokens = TokenizedText::new(&text, &sentences(&text, Span::new(0, text.len()), Some(&ENGLISH)), &ENGLISH);
        let start = tokens.words.partition_point(|w| w.span.start < before.len());
        let end = tokens.words.partition_point(|w| w.span.end <= before.len() + name.len());
        refined_kind(&tokens, &(start..end), coarse)
    }

    #[test]
    fn nationalities_religions_and_peoples_are_groups() {
        assert_eq!(kind("while [South Koreans] voted", CoarseKind::Location), EntityKind::Group);
        assert_eq!(kind("while [Christian Democrats] voted", CoarseKind::Person), EntityKind::Group);
        for name in [
            "Iraqi",
            "Iraqis",
            "South Koreans",
            "African-American",
            "Roman Catholics",
            "Native Americans",
            "Shiite",
            "Cuban-American",
            "Tories",
            "Bosnian Serbs",
        ] {
            assert_eq!(kind(&format!("the vote of [{name}] there"), CoarseKind::Other), EntityKind::Group, "{name}");
        }
    }

    #[test]
    fn events_are_known_by_their_heads() {
        for name in [
            "LexicalResources Cup",
            "2018 Winter Olympics",
            "LexicalResources War II",
            "Battle of Hastings",
            "Hurricane Maria",
            "Super Bowl LIII",
            "Paris Agreement Summit",
            "Brexit",
            "Australian Open",
            "Operation Desert Storm",
            "Arab Spring",
        ] {
            assert_eq!(kind(&format!("before the [{name}] began"), CoarseKind::Other), EntityKind::Event, "{name}");
        }
    }

    #[test]
    fn works_are_known_by_their_heads_or_quotation_marks() {
        for name in ["Clean Air Act", "Treaty of Versailles", "Paris Agreement", "Bill of Rights"] {
            assert_eq!(kind(&format!("under the [{name}] of old"), CoarseKind::Other), EntityKind::Work, "{name}");
        }
        assert_eq!(kind("She wrote “[The Long Night],” a novel.", CoarseKind::Other), EntityKind::Work);
        assert_eq!(kind("“The [Blue Mill]” was painted", CoarseKind::Location), EntityKind::Work);
        assert_eq!(kind("the so-called “[Islamic State]” fled", CoarseKind::Organization), EntityKind::Organization);
        assert_eq!(kind("the film \"[Harbour Lights]\" won", CoarseKind::Other), EntityKind::Work);
    }

    #[test]
    fn the_rest_keeps_its_tag() {
        assert_eq!(kind("the new [Boeing 737] flew", CoarseKind::Other), EntityKind::Misc);
        assert_eq!(kind("shares of [Irish Rail] fell", CoarseKind::Organization), EntityKind::Organization);
        assert_eq!(kind("the [Labour Party] won", CoarseKind::Organization), EntityKind::Organization);
        assert_eq!(kind("in [Jordan] today", CoarseKind::Location), EntityKind::Location);
        assert_eq!(kind("as [Typhoon Hanna] hit", CoarseKind::Person), EntityKind::Event);
        assert_eq!(kind("[Paris Hilton] came", CoarseKind::Person), EntityKind::Person);
    }
}
