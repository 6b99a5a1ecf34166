//! A corpus whose names were cut at names inside them (“African | Union”, “Bank of | Japan”) and whose words were joined again with spaces
//! around every hyphen: put right, so that nobody learns from it to cut them.

use crate::data::Document;
use postil::Span;

/// Small words and marks by which a name goes on; one that ends with such a word, or begins with it, was cut there.
const LINKS: [&str; 15] =
    ["of", "of the", "for", "for the", "in", "and", "the", "&", "-", "de", "del", "on", "to", "and the", "in the"];

/// Heads of organisations' names that are no names by themselves: a people or place before such a name belongs to it. Ministries, armies and
/// parliaments are known by their heads alone, and “the French Interior Ministry” is two names in all corpora.
const HEADS: [&str; 61] = [
    "Academy",
    "Agency",
    "Airlines",
    "Airways",
    "Alliance",
    "Association",
    "Authority",
    "Bank",
    "Board",
    "Bureau",
    "Chamber",
    "Club",
    "College",
    "Commission",
    "Committee",
    "Company",
    "Confederation",
    "Congress",
    "Consortium",
    "Corporation",
    "Council",
    "Daily",
    "Department",
    "Exchange",
    "Federation",
    "Foundation",
    "Fund",
    "Gazette",
    "Group",
    "Herald",
    "Hospital",
    "House",
    "Initiative",
    "Institute",
    "Institution",
    "Journal",
    "League",
    "Limited",
    "Motors",
    "Movement",
    "Network",
    "News",
    "Organisation",
    "Organization",
    "Party",
    "Petroleum",
    "Post",
    "Press",
    "Programme",
    "Radio",
    "School",
    "Schools",
    "Society",
    "Star",
    "Steel",
    "Telecom",
    "Television",
    "Times",
    "Union",
    "University",
    "Workers",
];

/// The same of places.
const PLACES: [&str; 14] = [
    "Airport", "Bridge", "Canal", "Center", "Centre", "Dam", "Desert", "Island", "Lake", "Museum", "Park", "Port",
    "Square", "Stadium",
];

/// The corpus that this is about, by the beginning of its name.
pub(crate) const CUT: &str = "worldwide";

const ORGANISATION: u8 = 1;
const PLACE: u8 = 2;

/// The document with names that were cut put together, two places between commas taken apart, and marks cut off at both ends.
pub(crate) fn whole_names(document: &Document) -> Document {
    let text = &document.text;
    let mut names: Vec<(Span, u8)> = Vec::with_capacity(document.names.len());
    for &(span, kind) in &document.names {
        for span in parts(text, trimmed(text, span), kind) {
            let joined = names.last().and_then(|&last| joined_kind(text, last, (span, kind)));
            match (names.last_mut(), joined) {
                (Some(last), Some(kind)) => *last = (Span::new(last.0.start, span.end), kind),
                _ => names.push((span, kind)),
            }
        }
    }
    // what is no more than a small word is no name
    names.retain(|(span, _)| !LINKS.contains(&span.str(text)) && span.str(text).contains(char::is_alphanumeric));
    Document { names, ..document.clone() }
}

/// “Copenhagen, Denmark” are two places.
fn parts(text: &str, span: Span, kind: u8) -> Vec<Span> {
    let capital = |part: &str| part.starts_with(char::is_uppercase);
    match span.str(text).split_once(", ") {
        Some((one, other)) if kind == PLACE && capital(one) && capital(other) => {
            let (first, second) = (Span::new(span.start, span.start + one.len()), span.end - other.len());
            vec![first, Span::new(second, span.end)]
        }
        _ => vec![span],
    }
}

/// Without a possessive or mark that belongs to what stands before, and without a comma at the end.
fn trimmed(text: &str, span: Span) -> Span {
    let name = span.str(text);
    let rest = ["'s ", "’s ", "’ s "].iter().find_map(|s| name.strip_prefix(s)).unwrap_or(name);
    let rest = rest.trim_start_matches([',', ':', ';', ' ']);
    let start = span.end - rest.len();
    let kept = rest.trim_end_matches([',', ':', ';', ' ']);
    Span::new(start, start + kept.len())
}

/// The kind of the name that two are, if they are one.
fn joined_kind(text: &str, (one, kind): (Span, u8), (other, next): (Span, u8)) -> Option<u8> {
    if text.get(one.end..other.start)? != " " {
        return None;
    }
    let (left, right) = (one.str(text), other.str(text));
    let both = if kind == ORGANISATION || next == ORGANISATION { ORGANISATION } else { kind };
    let open = |name: &str| LINKS.iter().any(|link| name == *link || name.ends_with(&format!(" {link}")));
    let goes_on = |name: &str| LINKS.iter().any(|link| name == *link || name.starts_with(&format!("{link} ")));
    if open(left) || goes_on(right) {
        return Some(both);
    }
    let (first, last) = (right.split(' ').next()?, right.rsplit(' ').next()?);
    let headed = |heads: &[&str]| heads.contains(&first) || heads.contains(&last);
    match next {
        ORGANISATION if kind != ORGANISATION && headed(&HEADS) => Some(ORGANISATION),
        PLACE if PLACES.contains(&last) => Some(PLACE),
        _ => None,
    }
}

/// The document as it was printed: without the spaces around hyphens and after an apostrophe.
pub(crate) fn closed_up(document: &Document) -> Document {
    let text = &document.text;
    let mut out = String::with_capacity(text.len());
    // where each byte of the text stands in the new one
    let mut places = vec![0; text.len() + 1];
    for (at, c) in text.char_indices() {
        places[at] = out.len();
        let (before, rest) = (&text[..at], &text[at..]);
        let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        // “Calder - he said” is a dash
        let small = |rest: &str| {
            rest.starts_with(char::is_lowercase) && rest.find(|c: char| !c.is_alphanumeric()).is_some_and(|n| n < 4)
        };
        let hyphened = c == ' '
            && rest.starts_with(" - ")
            && letter(before.chars().next_back())
            && letter(rest[3..].chars().next())
            && !small(&rest[3..]);
        let hyphen = c == ' '
            && before.ends_with(" -")
            && letter(before[..before.len() - 2].chars().next_back())
            && letter(rest[1..].chars().next())
            && !small(&rest[1..]);
        let clitic = c == ' ' && before.ends_with('’') && !before.ends_with(" ’") && rest.starts_with(" s");
        if !(hyphened || hyphen || clitic) {
            out.push(c);
        }
    }
    places[text.len()] = out.len();
    let names = document.names.iter().map(|&(span, kind)| (Span::new(places[span.start], places[span.end]), kind));
    Document { names: names.collect(), text: out, ..document.clone() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::KINDS;

    fn document(marked: &str) -> Document {
        let (mut text, mut names) = (String::new(), Vec::new());
        for (n, part) in marked.split(['[', ']']).enumerate() {
            let (kind, name) = part.split_once('=').unwrap_or(("", part));
            let start = text.len();
            text.push_str(name);
            if n % 2 == 1 {
                names.push((
                    Span::new(start, text.len()),
                    KINDS.iter().position(|k| *k == kind).unwrap_or_default() as u8,
                ));
            }
        }
        Document { source: String::new(), license: String::new(), text, names }
    }

    fn names(document: &Document) -> Vec<(&str, &str)> {
        document.names.iter().map(|&(span, kind)| (KINDS[usize::from(kind)], span.str(&document.text))).collect()
    }

    #[test]
    fn cut_names_are_whole_again() {
        let cut = document(
            "The [MISC=African] [ORG=Union], [ORG=Bank of] [LOC=Calder] and [ORG=Ministry of] [MISC=Tides] [ORG=and] [MISC=Locks] met in [LOC=Merrow, Lowmere] with the [MISC=Calderan] [ORG=Navy] [ORG='s Dive Club].",
        );
        assert_eq!(
            names(&whole_names(&cut)),
            [
                ("ORG", "African Union"),
                ("ORG", "Bank of Calder"),
                ("ORG", "Ministry of Tides and Locks"),
                ("LOC", "Merrow"),
                ("LOC", "Lowmere"),
                ("MISC", "Calderan"),
                ("ORG", "Navy"),
                ("ORG", "Dive Club")
            ]
        );
    }

    #[test]
    fn text_is_closed_up_and_names_move_with_it() {
        let apart = document("The start - up of [PER=Al - Rashid]’ s [ORG=Tide - Lab] - not his");
        let closed = closed_up(&apart);
        assert_eq!(closed.text, "The start - up of Al-Rashid’s Tide-Lab - not his");
        assert_eq!(names(&closed), [("PER", "Al-Rashid"), ("ORG", "Tide-Lab")]);
    }
}
