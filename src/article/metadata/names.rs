//! The names in a byline, or what a page declares to be its author.

use super::markup::unmarked;
use crate::article::words::{letters, squeezed};
use crate::date::{date_in, first_day};
use crate::language::DayOrder;

/// Words before a name, in lower case.
pub(super) const BEFORE: &[&str] = &[
    "by",
    "by:",
    "von",
    "von:",
    "par",
    "par:",
    "por",
    "por:",
    "written by",
    "posted by",
    "published by",
    "article by",
    "story by",
    "words by",
    "text by",
    "text:",
    "text von",
    "texte",
    "texte:",
    "autor:",
    "autorin:",
    "author:",
    "authors:",
    "autor",
    "author",
    "autorin",
    "ein artikel von",
    "ein beitrag von",
    "geschrieben von",
    "verfasst von",
    "veröffentlicht von",
    "erstellt von",
    "publiziert von",
    "alle beiträge von",
    "zeige alle beiträge von",
    "view all posts by",
    "posts by",
    "écrit par",
    "publié par",
    "escrito por",
    "publicado por",
    "a cura di",
    "interview by",
    "reporting by",
];

/// Words that part names.
const BETWEEN: &[&str] = &[" and ", " und ", " et ", " y ", " & ", " e ", " en ", " with ", " mit ", " avec "];

/// Words between a name and where it is written from.
const PLACES: &[&str] = &[" in ", " for ", " from ", " at ", " aus ", " für ", " à ", " pour ", " para ", " on "];

/// Words of an office, not of a name.
const OFFICES: &[&str] = &[
    "admin",
    "author",
    "autor",
    "autorin",
    "bureau",
    "columnist",
    "contributor",
    "correspondent",
    "desk",
    "editor",
    "editorial",
    "guest",
    "journalist",
    "journaliste",
    "korrespondent",
    "minutes",
    "read",
    "redaktion",
    "redakteur",
    "reporter",
    "reports",
    "rédaction",
    "senior",
    "staff",
    "team",
    "updated",
    "sponsored",
    "webmaster",
    "writer",
];

/// Words of a name that have no capital.
const PARTICLES: &[&str] = &[
    "af", "al", "bin", "da", "das", "de", "degli", "del", "della", "den", "der", "di", "do", "dos", "du", "e", "el",
    "i", "la", "le", "of", "ten", "ter", "the", "van", "vom", "von", "y", "zu", "zum", "zur",
];

/// Words of a company's or a paper's name, which is no person's.
#[rustfmt::skip] // a word a line would take a page
const COMPANIES: &[&str] = &[
    "academy", "ag", "agency", "association", "co", "company", "corp", "corporation", "daily", "der", "die", "das", "foundation",
    "gazette", "gmbh", "group", "herald", "inc", "institute", "journal", "le", "les", "llc", "ltd", "magazin", "magazine", "media",
    "nachrichten", "network", "news", "online", "pc", "post", "press", "shop", "solutions", "store", "studio", "team", "the", "times",
    "today", "tv", "university", "verein", "weekly", "zeitung",
];

/// Lines that stand where a name could, in lower case.
const NO_NAMES: &[&str] = &[
    "about",
    "bio",
    "comments",
    "contact",
    "follow",
    "full bio",
    "fri",
    "home",
    "login",
    "mon",
    "more",
    "sat",
    "share",
    "subscribe",
    "sun",
    "thu",
    "tue",
    "wed",
];

/// Days of the week, which stand where a name could.
const WEEKDAYS: &[&str] = &[
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "montag",
    "dienstag",
    "mittwoch",
    "donnerstag",
    "freitag",
    "samstag",
    "sonntag",
    "lundi",
    "mardi",
    "mercredi",
    "jeudi",
    "vendredi",
    "samedi",
    "dimanche",
    "lunes",
    "martes",
    "miércoles",
    "jueves",
    "viernes",
    "sábado",
    "domingo",
];

/// Longest text of a byline, in bytes.
pub(super) const LONGEST: usize = 200;

/// The names in these texts, each once, separated by `, `; those of `papers` are no author's.
pub(super) fn joined(texts: &[String], papers: &[String]) -> Option<String> {
    listed(texts.iter().flat_map(|t| names_in(t)), papers)
}

/// What a page declares to be its author: names, or else what somebody or a desk signs with (“ann_lee”, “Quay Team”).
pub(super) fn declared(texts: &[String], papers: &[String]) -> Option<String> {
    let desk = |name: &String| {
        name.rsplit_once(' ')
            .is_some_and(|(paper, staff)| staff.eq_ignore_ascii_case("staff") && is_paper(paper, papers))
    };
    joined(texts, papers).or_else(|| listed(texts.iter().filter_map(|t| signature(t)).filter(|n| !desk(n)), papers))
}

/// The author of a page whose paper bears their own name: “Ann Lee”, but not “The Quay” or “Quay Inc”.
pub(super) fn own_paper(texts: &[String]) -> Option<String> {
    joined(texts, &[]).filter(|name| {
        (2..=3).contains(&name.split_whitespace().count())
            && !name.split_whitespace().any(|w| COMPANIES.contains(&w.to_lowercase().trim_matches('.')))
    })
}

fn listed(all: impl Iterator<Item = String>, papers: &[String]) -> Option<String> {
    let mut names: Vec<String> = Vec::new();
    for name in all {
        let own = letters(&name);
        if !names.iter().any(|n| letters(n) == own) && !is_paper(&name, papers) {
            names.push(name);
        }
    }
    (!names.is_empty()).then(|| names.join(", "))
}

/// Whether a name is one of the paper's, with or without its article.
fn is_paper(name: &str, papers: &[String]) -> bool {
    let bare = |text: &str| letters(text.trim().strip_prefix("The ").unwrap_or(text));
    let own = bare(name);
    papers.iter().any(|p| bare(p) == own)
}

/// A user's name or a desk's, in few words.
fn signature(text: &str) -> Option<String> {
    let line = squeezed(&unmarked(text));
    let name = without_before(line.split(['|', ',', '(']).next().unwrap_or_default()).to_owned();
    let lower = name.to_lowercase();
    let office = |w: &str| OFFICES.contains(&w) || matches!(w, "administrator" | "anonymous" | "editors" | "unknown");
    let is_one = (1..=4).contains(&name.split_whitespace().count())
        && (3..=40).contains(&name.len())
        && name.contains(char::is_alphabetic)
        && !name.contains(['@', ':', '?', '!', '"', '{', '<'])
        && !lower.contains("www.")
        && !lower.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).all(office)
        && first_day(&name, DayOrder::DayFirst).is_none();
    is_one.then_some(name)
}

/// The names in one byline.
pub(super) fn names_in(text: &str) -> Vec<String> {
    let text = without_date(&without_glued_date(&squeezed(text)));
    if text.len() > LONGEST {
        return Vec::new();
    }
    // what follows one of these is a date, an office or the paper
    let head = text
        .split(['|', '•', '·', '(', '[', '\u{2014}', '\u{2013}'])
        .map(str::trim)
        .find(|p| !without_before(p).is_empty())
        .unwrap_or_default();
    let whole = without_before(head);
    if whole.contains("://") || whole.contains("www.") {
        return Vec::new();
    }
    let items: Vec<&str> = whole.split([',', ';', '/']).collect();
    // “and” joins the last name: what stands after it is a place or an office
    let last = items.iter().position(|n| each(n.trim()).len() > 1).unwrap_or(items.len());
    let list = items.iter().take(last + 1).map(|n| without_place(without_before(n.split(" - ").next().unwrap_or(n))));
    list.flat_map(each).filter(|n| is_name(n)).map(str::to_owned).collect()
}

/// A byline without a date that elements side by side have glued to it: “Ann LeeJuly 10, 2015”.
fn without_glued_date(text: &str) -> String {
    let glued = text
        .char_indices()
        .zip(text.chars().skip(1))
        .filter(|((_, a), b)| a.is_lowercase() && (b.is_uppercase() || b.is_ascii_digit()));
    let cut = glued.map(|((at, a), _)| at + a.len_utf8()).find(|&at| {
        text.get(at..).is_some_and(|tail| {
            tail.contains(|c: char| c.is_ascii_digit()) && first_day(tail, DayOrder::DayFirst).is_some()
        })
    });
    cut.and_then(|at| text.get(..at)).unwrap_or(text).to_owned()
}

/// A byline without the day after it, and what leads to that: “Ann Lee 4 August 2010”, “Ann Lee Published on 4 August”.
fn without_date(text: &str) -> String {
    let words: Vec<&str> = text.split(' ').collect();
    let leads = |w: &str| LEADS_TO_DATE.contains(&w.trim_end_matches([':', ',', '.']).to_lowercase().as_str());
    let cut = (2..words.len()).find(|&at| {
        let rest = words.get(at..).unwrap_or_default();
        let first = rest.first().copied().unwrap_or_default();
        leads(first) || (rest.len() > 1 && day_begins(&rest.join(" ")))
    });
    cut.and_then(|at| words.get(..at)).map_or_else(|| text.to_owned(), |w| w.join(" "))
}

/// Whether a text begins with a day.
fn day_begins(text: &str) -> bool {
    date_in(text).is_some_and(|d| d.span.start == 0) && first_day(text, DayOrder::DayFirst).is_some()
}

/// What stands between a name and a date, lower case.
const LEADS_TO_DATE: &[&str] =
    &["published", "posted", "updated", "on", "am", "veröffentlicht", "aktualisiert", "publié", "publicado", "last"];

/// A name without the place or the paper that it is written from: “Ann Lee in Leeds”.
fn without_place(name: &str) -> &str {
    let cut = PLACES.iter().filter_map(|p| name.find(p)).min();
    cut.and_then(|at| name.get(..at)).filter(|head| head.split_whitespace().count() > 1).unwrap_or(name)
}

/// The names that “and” joins; a name with such a word in it (“Song & Dance Weekly”) stays whole.
fn each(names: &str) -> Vec<&str> {
    let mut list = vec![names];
    for between in BETWEEN {
        let split: Vec<&str> = list.iter().flat_map(|n| n.split(between)).map(str::trim).collect();
        if split.iter().all(|n| is_name(n) && !n.starts_with(char::is_lowercase)) {
            list = split;
        }
    }
    list
}

/// A text without “By” and its kin at the beginning.
pub(super) fn without_before(text: &str) -> &str {
    let mut rest = text.trim();
    loop {
        let lower = rest.to_lowercase();
        let longest = BEFORE
            .iter()
            .filter(|b| {
                lower
                    .strip_prefix(*b)
                    .is_some_and(|tail| b.ends_with(':') || tail.is_empty() || tail.starts_with([' ', '\u{A0}', ':']))
            })
            .max_by_key(|b| b.len());
        // lower case may be longer than the text itself in a few scripts; these words are not of them
        let Some(tail) = longest.and_then(|b| rest.get(b.len()..)) else { return rest };
        rest = tail.trim_start_matches([':', ' ', '\u{A0}']).trim_end();
    }
}

/// Whether a text can be a person's or agency's name: few words, no digits, no address, written with capitals.
fn is_name(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let lower = text.to_lowercase();
    let cased = |w: &&str| w.starts_with(|c: char| !c.is_lowercase()) || PARTICLES.contains(w);
    (1..=6).contains(&words.len())
        && text.chars().count() > 2
        && text.len() <= 80
        && !text.contains(|c: char| c.is_ascii_digit() || matches!(c, '@' | '_' | '?' | '!' | '"' | '{' | '<' | ':'))
        && ![".com", ".de", ".org", ".net", ".fr"].iter().any(|d| lower.ends_with(d))
        && first_day(text, DayOrder::DayFirst).is_none()
        && !lower.split_whitespace().any(|w| OFFICES.contains(&w.trim_matches(|c: char| !c.is_alphanumeric())))
        && !WEEKDAYS.contains(&lower.as_str())
        && !NO_NAMES.contains(&lower.as_str())
        && (words.len() == 1 || words.iter().all(cased))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_only() {
        assert_eq!(names_in("By Ann Lee and Bo Lind, Political Correspondent | 8 May 2020"), ["Ann Lee", "Bo Lind"]);
        assert_eq!(names_in("Von: Jörg Groß"), ["Jörg Groß"]);
        assert_eq!(names_in("https://quay.example/ann"), Vec::<String>::new());
        assert_eq!(names_in("Byron Day"), ["Byron Day"]);
        assert_eq!(names_in("8 May 2020"), Vec::<String>::new());
        assert_eq!(names_in("By 王小明"), ["王小明"]);
        assert_eq!(names_in("Song & dance"), Vec::<String>::new());
        assert_eq!(names_in("Ursula von der Au und José de la Cruz"), ["Ursula von der Au", "José de la Cruz"]);
    }

    #[test]
    fn a_date_is_no_part_of_a_name() {
        assert_eq!(names_in("Ann Lee 4 August 2010"), ["Ann Lee"]);
        assert_eq!(names_in("Ann Lee Published on 4 August 2010"), ["Ann Lee"]);
        assert_eq!(names_in("By Ann LeeAugust 4, 2010"), ["Ann Lee"]);
    }

    #[test]
    fn a_paper_may_bear_a_persons_name() {
        assert_eq!(own_paper(&["Ann Lee".to_owned()]).as_deref(), Some("Ann Lee"));
        assert_eq!(own_paper(&["Quay News".to_owned()]), None);
        assert_eq!(own_paper(&["Quay".to_owned()]), None);
    }
}
