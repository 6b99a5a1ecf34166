//! What the words beside a candidate tell of its kind.

use super::EntityKind::{Group, Location, Misc, Organization, Person, Work};
use super::judge::Scores;
use super::lexicon::Marks;
use super::page::{Page, Shape, Word};
use super::run::Candidate;

/// Evidence in the words beside the candidate.
pub(super) fn around(page: &Page, candidate: &Candidate) -> Scores {
    let mut s = Scores::default();
    let (start, end) = (candidate.words.start, candidate.words.end);
    let Some(line) = page.lines.get(candidate.line) else { return s };
    let before = |n: usize| start.checked_sub(n).filter(|i| *i >= line.words.start);
    let prev = before(1).map_or("", |i| page.lower(i));
    let next = if end < line.words.end { page.lower(end) } else { "" };
    if candidate.titled {
        s.add(Person, 4.0);
    }
    match prev {
        "in" => s.add(Location, 2.5),
        "near" | "throughout" | "across" | "outside" => s.add(Location, 2.5),
        "from" | "into" => s.add(Location, 1.2),
        "at" | "around" => {
            s.add(Location, 0.7);
            s.add(Organization, 0.7);
        }
        "to" | "toward" | "towards" => s.add(Location, 0.6),
        "the" => {
            let modifier = page.word(end).is_some_and(|w| {
                end < line.words.end && w.shape == Shape::Lower && !w.is(Marks::FUNCTION.with(Marks::SPEECH))
            });
            let place = modifier || page.is(start, Marks::PLACE);
            s.add(Person, if modifier { -1.0 } else { -3.0 });
            s.add(Organization, if place { 0.0 } else { 1.0 });
            s.add(Misc, if place { 0.0 } else { 0.7 });
            s.add(Location, if place { 0.0 } else { -0.3 });
        }
        "a" | "an" => {
            s.add(Person, -1.5);
            s.add(Group, 0.3);
            s.add(Misc, 0.6);
            s.add(Location, -1.0);
        }
        "by" | "with" => s.add(Person, 0.4),
        // “Minister of …” says what for, not who
        "of" if before(2).is_some_and(|i| page.is(i, Marks::TITLE)) => {
            s.add(Person, -3.0);
            s.add(Misc, 1.0);
            s.add(Location, 0.5);
        }
        _ => {}
    }
    if let Some(word) = before(1).and_then(|i| page.word(i)).filter(|w| w.shape == Shape::Lower) {
        if word.is(Marks::ROLE) {
            s.add(Person, 3.0);
        }
        if word.is(Marks::GROUP_NOUN) {
            s.add(Organization, 1.5);
        }
        if word.is(Marks::PLACE_NOUN) {
            s.add(Location, 2.0);
        }
        if word.is(Marks::WORK_NOUN) {
            s.add(Work, 2.0);
        }
    }
    if prev == "of" && before(2).is_some_and(|i| page.is(i, Marks::PLACE_NOUN)) {
        s.add(Location, 3.0);
    }
    let quoted = matches!(prev, "\"" | "“" | "‘") && matches!(next, "\"" | "”" | "’");
    if quoted && end - start > 1 {
        s.add(Work, 2.5);
    }
    after(page, end, line.words.end, next, &mut s);
    s
}

/// Evidence in the words behind a candidate that ends at `end`.
fn after(page: &Page, end: usize, limit: usize, next: &str, s: &mut Scores) {
    let at = |n: usize| (end + n < limit).then(|| page.word(end + n)).flatten();
    if let Some(word) = at(0).filter(|w| w.shape == Shape::Lower) {
        if word.is(Marks::SPEECH) {
            s.add(Person, 1.2);
            s.add(Organization, 0.5);
        }
        if word.is(Marks::LIFE) && !matches!(next, "was") {
            s.add(Person, 0.8);
        }
        if word.is(Marks::GROUP_NOUN) {
            s.add(Organization, 1.2);
            s.add(Group, 0.4);
        }
        if next == "who" {
            s.add(Person, 2.5);
        }
    }
    if matches!(next, "," | "(")
        && let Some(word) = at(1)
    {
        let closed = at(2).is_some_and(|w| matches!(w.text, "," | ")" | "."));
        if word.shape == Shape::Number && word.text.len() == 2 && closed {
            s.add(Person, 3.0);
        }
        if word.is(Marks::COUNTRY.with(Marks::REGION)) && word.is_capital() {
            s.add(if next == "," { Location } else { Person }, if next == "," { 2.5 } else { 1.0 });
        }
        if word.text == "who" || word.text == "born" {
            s.add(Person, 2.5);
        }
        if matches!(word.text, "a" | "an" | "the" | "his" | "her") {
            defined(page, end + 2, limit, s);
        }
    }
    if matches!(next, "is" | "was" | "are" | "were")
        && at(1).is_some_and(|w| matches!(w.text, "a" | "an" | "the" | "one"))
    {
        defined(page, end + 2, limit, s);
    }
    if matches!(next, "'s" | "’s") && at(1).is_some_and(|w| w.is(Marks::ROLE)) {
        s.add(Person, 0.5);
        s.add(Organization, 0.5);
        s.add(Location, 0.5);
    }
}

/// Evidence in a definition that begins at `start`: “…, a village in”, “… is an album by”.
fn defined(page: &Page, start: usize, limit: usize, s: &mut Scores) {
    const NOUNS: Marks = Marks::ROLE.with(Marks::GROUP_NOUN).with(Marks::PLACE_NOUN).with(Marks::WORK_NOUN);
    let words = (start..(start + 6).min(limit)).filter_map(|i| page.word(i));
    let stops = |w: &&Word| !matches!(w.text, "of" | "in" | "for" | "by" | "from" | "at" | "who" | "," | ".");
    let noun = words.take_while(stops).filter(|w| w.shape == Shape::Lower && w.is(NOUNS)).last();
    let kinds = [
        (Marks::ROLE, Person),
        (Marks::GROUP_NOUN, Organization),
        (Marks::PLACE_NOUN, Location),
        (Marks::WORK_NOUN, Work),
    ];
    if let Some((_, kind)) = noun.and_then(|n| kinds.into_iter().find(|(marks, _)| n.is(*marks))) {
        s.add(kind, 2.5);
    }
}
