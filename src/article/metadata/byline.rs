//! Who wrote the article: names only.

use super::facts::{Facts, has_word};
use super::markup::unmarked;
use crate::article::body::FlowBlock;
use crate::article::words::{class_words, letters, squeezed};
use crate::date::first_day;
use crate::language::DayOrder;

/// Words before a name, in lower case.
const BEFORE: &[&str] = &[
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
    "rédaction",
    "senior",
    "staff",
    "team",
    "updated",
    "webmaster",
    "writer",
];

/// Class words of a byline, most telling first.
const CLASSES: &[&str] = &["byline", "author", "authors", "writer", "autor", "auteur", "verfasser"];

/// Words of a name that have no capital.
const PARTICLES: &[&str] = &[
    "af", "al", "bin", "da", "das", "de", "degli", "del", "della", "den", "der", "di", "do", "dos", "du", "e", "el",
    "i", "la", "le", "of", "ten", "ter", "the", "van", "vom", "von", "y", "zu", "zum", "zur",
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

/// Nodes of an author's element in which the name is looked for.
const MARKED_NODES: usize = 60;

/// Lines of a block that can be a byline.
const LINES: usize = 4;

/// Longest text of a byline, in bytes.
const LONGEST: usize = 200;

/// The authors of a page, names separated by `, `. `near` are the blocks around the headline; `site` is no author's name.
pub(crate) fn byline(facts: &Facts, near: &[&FlowBlock], site: Option<&str>, end: usize) -> Option<String> {
    let one = |texts: &[String]| joined(texts, site);
    let itself = |texts: &[String]| joined(texts, None);
    let metas = |name: &str| facts.metas(name).map(unmarked).collect::<Vec<_>>();
    let names = [
        "author",
        "article:author",
        "dc.creator",
        "dcterms.creator",
        "dc.contributor",
        "citation_author",
        "byl",
        "parsely-author",
        "sailthru.author",
        "article:author_name",
        "og:article:author",
    ];
    one(&facts.json.authors)
        .or_else(|| names.iter().find_map(|name| one(&metas(name))))
        .or_else(|| one(&marked(facts, facts.itemprops("author").filter(|&at| at < end))))
        .or_else(|| one(&marked(facts, facts.rels("author").filter(|&at| at < end))))
        .or_else(|| by_class(facts, site, end))
        .or_else(|| near.iter().find_map(|b| after_by(b, site)))
        // below the article its author is told of once, others of others
        .or_else(|| {
            let below = |at: &usize| *at >= end && !facts.is_comment(*at);
            let places = facts.itemprops("author").filter(below).chain(facts.rels("author").filter(below));
            one(&marked(facts, places)).filter(|names| !names.contains(", "))
        })
        // a paper that signs itself is named when nobody else is
        .or_else(|| itself(&facts.json.authors))
}

/// The texts of elements that markup names as authors; of one with `itemprop=name` inside, only that.
fn marked(facts: &Facts, places: impl Iterator<Item = usize>) -> Vec<String> {
    places
        .take(8)
        .map(|at| {
            let mut inside = at + 1..facts.snapshot.end(at).min(at + MARKED_NODES);
            let name = inside.find(|&i| has_word(facts.snapshot, i, "itemprop", "name"));
            facts.text(name.unwrap_or(at))
        })
        .collect()
}

/// The first element whose class names it a byline and whose text is one.
fn by_class(facts: &Facts, site: Option<&str>, end: usize) -> Option<String> {
    let page = facts.snapshot;
    let mut found: Option<(usize, String)> = None;
    for at in (0..page.nodes.len().min(end)).filter(|&at| !facts.is_comment(at)) {
        let class = page.attribute(at, "class").or_else(|| page.attribute(at, "id")).unwrap_or_default();
        if class.is_empty() || page.end(at) - at > 40 {
            continue;
        }
        let words: Vec<String> = class.split_ascii_whitespace().flat_map(class_words).collect();
        let rank = CLASSES.iter().position(|c| words.iter().any(|w| w == c));
        let other = words.iter().any(|w| {
            matches!(
                w.as_str(),
                "bio" | "comment" | "comments" | "box" | "description" | "related" | "avatar" | "image" | "img"
            )
        });
        let Some(rank) = rank.filter(|r| !other && found.as_ref().is_none_or(|(best, _)| r < best)) else { continue };
        let text = facts.text(at);
        if text.len() <= LONGEST
            && let Some(names) = joined(&[text], site)
        {
            found = Some((rank, names));
            if rank == 0 {
                break;
            }
        }
    }
    found.map(|(_, names)| names)
}

/// The names in a line that begins with “By”; in some designs a link follows it without a space.
fn after_by(block: &FlowBlock, site: Option<&str>) -> Option<String> {
    let named = |line: &str| {
        let bare = without_before(line);
        let is_byline =
            line.len() <= LONGEST && bare.len() < line.trim().len() && !bare.starts_with(char::is_lowercase);
        is_byline.then(|| joined(&[line.to_owned()], site))?
    };
    block.text.lines().take(LINES).find_map(named).or_else(|| {
        let (span, _) = block.links.first()?;
        let before = block.text.get(..span.start)?.to_lowercase();
        BEFORE.contains(&before.as_str()).then(|| joined(&[span.str(&block.text).to_owned()], site))?
    })
}

/// The names in these texts, each once, separated by `, `.
fn joined(texts: &[String], site: Option<&str>) -> Option<String> {
    let mut names: Vec<String> = Vec::new();
    for text in texts {
        for name in names_in(text) {
            let own = letters(&name);
            if !names.iter().any(|n| letters(n) == own) && site.is_none_or(|s| letters(s) != own) {
                names.push(name);
            }
        }
    }
    (!names.is_empty()).then(|| names.join(", "))
}

/// The names in one byline.
fn names_in(text: &str) -> Vec<String> {
    let text = without_glued_date(&squeezed(text));
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
fn without_before(text: &str) -> &str {
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
        && (words.len() == 1 || words.iter().all(cased))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::snapshot::from_html;

    fn byline(html: &str) -> String {
        let page = from_html(html).unwrap();
        let near = crate::article::body::fold(&page, 0..page.nodes.len(), &|_| false);
        super::byline(&Facts::gather(&page, &[]), &near.iter().collect::<Vec<_>>(), Some("Daily Quay"), usize::MAX)
            .unwrap_or_default()
    }

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
    fn each_source_in_turn() {
        assert_eq!(byline("<meta name=author content='Ann Lee'><p class=byline>By Bo Lind"), "Ann Lee");
        assert_eq!(
            byline("<meta property=article:author content='https://x.example/a'><a rel=author href=x>Bo Lind</a>"),
            "Bo Lind"
        );
        assert_eq!(byline("<span itemprop=author><i>by</i> <b itemprop=name>Cy Dunn</b> at noon</span>"), "Cy Dunn");
        assert_eq!(byline("<div class=post-author>Text: Di Ek</div>"), "Di Ek");
        assert_eq!(byline("<h1>x</h1><p>By Eve Fox, Daily Quay<p>Long text."), "Eve Fox");
        assert_eq!(byline("<p>By<a href=x>Flo Gant</a>"), "Flo Gant");
        assert_eq!(byline("<p>By and large it rained."), "");
    }
}
