//! From the coarse tags of a recogniser to the kinds that readers look for.

use super::EntityKind;
use super::lexicon::{Lexicon, Marks};
use super::tokenized::TokenizedText;
use crate::model::List;
use std::ops::Range;

/// What a recogniser tells of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tag {
    /// A person.
    Person,
    /// An organisation, party or team.
    Organization,
    /// A place.
    Location,
    /// A name of another sort: nationality, event, work, product.
    Other,
}

/// The kind of the name at `words` of `page`, which a recogniser tagged `tag`. What is no nationality, religion, people, event or
/// work stays [`EntityKind::Misc`]. Takes time in proportion to the name.
pub(super) fn refine(page: &TokenizedText, words: &Range<usize>, tag: Tag) -> EntityKind {
    match tag {
        _ if words.len() > 1 && List::Storms.has(page.lower(words.start)) => EntityKind::Event,
        _ if words.start.checked_sub(1).is_some_and(|i| page.is_capital(i) && List::Storms.has(page.lower(i))) => {
            EntityKind::Event
        }
        // “Tories”, “South Koreans” and “Christian Democrats” are people however they are tagged
        _ if peoples(page, words) && plural(page, words) => EntityKind::Group,
        Tag::Person => told_by_head(page, words, tag).unwrap_or(EntityKind::Person),
        _ if titled(page, words) => EntityKind::Work,
        Tag::Location => told_by_head(page, words, tag).unwrap_or(EntityKind::Location),
        Tag::Organization => EntityKind::Organization,
        Tag::Other if quoted(page, words) => EntityKind::Work,
        Tag::Other if peoples(page, words) => EntityKind::Group,
        Tag::Other => headed(page, words).unwrap_or(EntityKind::Misc),
    }
}

/// What the last word of a name says it is, where it is no part of a person's name: “Stanford University”, “Calder Valley”.
fn told_by_head(page: &TokenizedText, words: &Range<usize>, tag: Tag) -> Option<EntityKind> {
    let last = words.end.saturating_sub(1);
    let named = page.is(last, Marks::SURNAME.with(Marks::GIVEN).with(Marks::TITLE).with(Marks::ROLE));
    if words.len() < 2 || named || !page.is_capital(last) {
        return None;
    }
    let (body, place) = (page.is(last, Marks::ORG_HEAD), page.is(last, Marks::PLACE_HEAD));
    match tag {
        Tag::Person if body => Some(EntityKind::Organization),
        Tag::Person if place && !page.is(words.start, Marks::GIVEN) => Some(EntityKind::Location),
        // “the West Bank” is a place
        Tag::Location if body && !place && page.is(last, Marks::ORG_OPENER) => {
            let phrase = Lexicon::get().phrase(words.clone().map(|at| page.lower(at)));
            let known = phrase.is_some_and(|(_, marks)| marks.any(Marks::PLACE));
            (!known).then_some(EntityKind::Organization)
        }
        _ => None,
    }
}

fn plural(page: &TokenizedText, words: &Range<usize>) -> bool {
    words.end.checked_sub(1).is_some_and(|last| page.lower(last).ends_with('s') && page.lower(last).len() > 4)
}

/// Whether every word names a people, nationality or religion, or a part of the world before one: “South Korean”,
/// “African-American”, “Roman Catholics”.
fn peoples(page: &TokenizedText, words: &Range<usize>) -> bool {
    let mut any = false;
    for at in words.clone() {
        let lower = page.lower(at);
        let tail = lower.rsplit('-').next().unwrap_or_default();
        let singular = tail.strip_suffix('s').unwrap_or(tail);
        let national = List::Peoples.has(singular)
            || page.is(at, Marks::PEOPLE) && !(page.is(at, Marks::PLACE) && page.is(at, Marks::GIVEN));
        if national || List::PeopleWords.has(lower) && any {
            any = true;
        } else if !(List::WorldParts.has(lower) || lower == "-") {
            return false;
        }
    }
    any
}

/// Whether the name, of two words or more, fills a pair of quotation marks.
fn quoted(page: &TokenizedText, words: &Range<usize>) -> bool {
    let open = words.start.checked_sub(1).is_some_and(|i| matches!(page.lower(i), "\"" | "“" | "‘" | "«" | "„"));
    let stop = usize::from(matches!(page.lower(words.end), "," | "." | "!" | "?"));
    let close = |at: usize| matches!(page.lower(at), "\"" | "”" | "’" | "»" | "“");
    open && words.len() > 1 && (close(words.end) || close(words.end + stop))
}

/// Whether it does so behind an article with a capital, which is a title's: “The Blue Mill”.
fn titled(page: &TokenizedText, words: &Range<usize>) -> bool {
    let article =
        words.start.checked_sub(1).filter(|&i| matches!(page.lower(i), "the" | "a" | "an") && page.is_capital(i));
    article.is_some_and(|at| quoted(page, &(at..words.end)))
}

/// An event or work by the words at the ends of its name.
fn headed(page: &TokenizedText, words: &Range<usize>) -> Option<EntityKind> {
    let year = |at: usize| page.lower(at).len() == 4 && page.lower(at).bytes().all(|b| b.is_ascii_digit());
    let numeral = |at: usize| page.lower(at).bytes().all(|b| b"ivxl".contains(&b)) || year(at);
    let first = words.start + usize::from(year(words.start) && words.len() > 1);
    // the head stands before “of” and “on”: Battle of Hastings, Convention on Climate Change
    let of = words.clone().skip(1).find(|&i| matches!(page.lower(i), "of" | "on" | "for" | "in" | "at"));
    let mut end = of.unwrap_or(words.end);
    while end > first + 1 && numeral(end - 1) {
        end -= 1;
    }
    let head = end.checked_sub(1)?;
    let (lower, opener) = (page.lower(head), page.lower(first));
    let several = words.len() > 1;
    // “Democratic National Convention”, but “Geneva Convention”
    if lower == "convention" && head > first && List::Meetings.has(page.lower(head - 1)) {
        return Some(EntityKind::Event);
    }
    if several && List::Bodies.has(lower) {
        return Some(EntityKind::Organization);
    }
    if several && (page.is(head, Marks::WORK_HEAD) || List::Works.has(lower)) {
        return Some(EntityKind::Work);
    }
    let event = List::EventOpeners.has(opener) || page.is(head, Marks::EVENT_HEAD);
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

    /// The kind of the words between brackets `[…]` in `text`, tagged `tag`.
    fn kind(text: &str, tag: Tag) -> EntityKind {
        let (before, rest) = text.split_once('[').unwrap();
        let (name, behind) = rest.split_once(']').unwrap();
        let text = format!("{before}{name}{behind}");
        let page = TokenizedText::read(&text, &sentences(&text, Span::new(0, text.len()), Some(&ENGLISH)));
        let start = page.words.partition_point(|w| w.span.start < before.len());
        let end = page.words.partition_point(|w| w.span.end <= before.len() + name.len());
        refine(&page, &(start..end), tag)
    }

    #[test]
    fn nationalities_religions_and_peoples_are_groups() {
        assert_eq!(kind("while [South Koreans] voted", Tag::Location), EntityKind::Group);
        assert_eq!(kind("while [Christian Democrats] voted", Tag::Person), EntityKind::Group);
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
            assert_eq!(kind(&format!("the vote of [{name}] there"), Tag::Other), EntityKind::Group, "{name}");
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
            assert_eq!(kind(&format!("before the [{name}] began"), Tag::Other), EntityKind::Event, "{name}");
        }
    }

    #[test]
    fn works_are_known_by_their_heads_or_quotation_marks() {
        for name in ["Clean Air Act", "Treaty of Versailles", "Paris Agreement", "Bill of Rights"] {
            assert_eq!(kind(&format!("under the [{name}] of old"), Tag::Other), EntityKind::Work, "{name}");
        }
        assert_eq!(kind("She wrote “[The Long Night],” a novel.", Tag::Other), EntityKind::Work);
        assert_eq!(kind("“The [Blue Mill]” was painted", Tag::Location), EntityKind::Work);
        assert_eq!(kind("the so-called “[Islamic State]” fled", Tag::Organization), EntityKind::Organization);
        assert_eq!(kind("the film \"[Harbour Lights]\" won", Tag::Other), EntityKind::Work);
    }

    #[test]
    fn the_rest_keeps_its_tag() {
        assert_eq!(kind("the new [Boeing 737] flew", Tag::Other), EntityKind::Misc);
        assert_eq!(kind("shares of [Irish Rail] fell", Tag::Organization), EntityKind::Organization);
        assert_eq!(kind("the [Labour Party] won", Tag::Organization), EntityKind::Organization);
        assert_eq!(kind("in [Jordan] today", Tag::Location), EntityKind::Location);
        assert_eq!(kind("as [Typhoon Hanna] hit", Tag::Person), EntityKind::Event);
        assert_eq!(kind("[Paris Hilton] came", Tag::Person), EntityKind::Person);
    }
}
