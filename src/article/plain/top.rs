//! The top of a pasted article: headline, byline and date.

use super::line::{is_boilerplate, is_sentence, list_marker, quote_depth};
use super::part::Part;
use crate::article::{Block, BlockKind, Metadata};
use crate::date::date_in;

/// The longest headline, in words and in code points (a script without spaces has one “word”).
const TITLE_WORDS: usize = 30;
const TITLE_LENGTH: usize = 220;
/// The longest line that may be a byline or a date, in bytes.
const LINE: usize = 120;
/// Lines that may stand between the headline and the first paragraph.
const LINES: usize = 8;

/// The blocks of the headline and of the lines below it that say who and when, and what they say.
pub(super) fn head(text: &str, parts: &[Part]) -> (Vec<Block>, Metadata) {
    let mut blocks = Vec::new();
    let mut metadata = Metadata::default();
    let other = |part: &Part| Block { kind: BlockKind::Other, span: part.span, level: 0 };
    let words = |at: usize| parts.get(at).map_or("", |p| p.span.str(text));

    // a breadcrumb or kicker may stand above the headline; the headline then must be longer
    let mut title = 0;
    while title < 3 && is_boilerplate(words(title)) {
        title += 1;
    }
    if words(title).split_whitespace().count() <= 2
        && is_title(words(title + 1))
        && !is_detail(words(title + 1))
        && words(title + 1).split_whitespace().count() >= 4
        && !is_sentence(words(title))
    {
        title += 1;
    }
    if parts.len() > title + 1 && is_title(words(title)) && !is_detail(words(title)) {
        metadata.title = Some(words(title).split_whitespace().collect::<Vec<_>>().join(" "));
        // the title is the first block: what stands above it stays with the body
        if title == 0 {
            blocks.extend(parts.first().map(|p| Block { kind: BlockKind::Title, span: p.span, level: 0 }));
        } else {
            blocks.extend(parts.iter().take(title).map(other));
            blocks.extend(parts.get(title).map(|p| Block { kind: BlockKind::Heading, span: p.span, level: 2 }));
        }
    }
    for part in parts.iter().skip(blocks.len()).take(LINES) {
        let line = part.span.str(text);
        if line.len() > LINE || !(detail(line, &mut metadata) || is_boilerplate(line)) {
            break;
        }
        blocks.push(other(part));
    }
    (blocks, metadata)
}

fn is_title(words: &str) -> bool {
    let letters = words.chars().filter(|c| c.is_alphabetic()).count();
    letters >= 2
        && words.split_whitespace().count() <= TITLE_WORDS
        && words.chars().count() <= TITLE_LENGTH
        && (!is_sentence(words)
            || words.ends_with(['?', '!', '…', '？', '！']) && words.split_whitespace().count() <= 16)
        && !words.ends_with([',', ';'])
        && list_marker(words).is_none()
        && quote_depth(words).is_none()
        && !is_boilerplate(words)
}

fn is_detail(line: &str) -> bool {
    line.len() <= LINE && detail(line, &mut Metadata::default())
}

/// Reads a byline or a date line into `metadata`; false when `line` is neither.
fn detail(line: &str, metadata: &mut Metadata) -> bool {
    let printed = date_in(line).filter(|p| p.weight() >= 2);
    let (before, after) = match printed {
        Some(p) => (line.get(..p.span.start).unwrap_or_default(), line.get(p.span.end..).unwrap_or_default()),
        None => (line, ""),
    };
    let name = [before, after].into_iter().find_map(byline);
    let bare = [before, after].iter().all(|rest| rest.split(|c: char| !c.is_alphanumeric()).all(is_date_word));
    if name.is_none() && !(printed.is_some() && bare) {
        return false;
    }
    if let (Some(name), None) = (name, &metadata.byline) {
        metadata.byline = Some(name);
    }
    if let (Some(iso), None) = (printed.and_then(|p| p.when.iso(None)), &metadata.published) {
        metadata.published = Some(iso);
    }
    true
}

/// Words that may stand around a date which is a line of its own.
fn is_date_word(word: &str) -> bool {
    let word = word.to_lowercase();
    word.is_empty()
        || matches!(
            word.as_str(),
            "published"
                | "updated"
                | "last"
                | "first"
                | "posted"
                | "on"
                | "at"
                | "date"
                | "modified"
                | "created"
                | "veröffentlicht"
                | "aktualisiert"
                | "stand"
                | "vom"
                | "am"
                | "um"
                | "publié"
                | "mis"
                | "à"
                | "jour"
                | "le"
                | "el"
                | "il"
                | "publicado"
                | "actualizado"
                | "pubblicato"
                | "min"
                | "read"
                | "et"
                | "est"
                | "edt"
                | "gmt"
                | "utc"
                | "bst"
                | "uhr"
        )
        || word.chars().all(|c| c.is_ascii_digit())
}

/// Words that begin a byline, lower case.
const BY: &[&str] = &[
    "by",
    "von",
    "par",
    "por",
    "di",
    "door",
    "af",
    "av",
    "words by",
    "posted by",
    "written by",
    "text von",
    "story by",
];

/// The names in a byline, separated by `, `.
fn byline(rest: &str) -> Option<String> {
    let rest = rest.trim().trim_matches(|c: char| matches!(c, ',' | '|' | '·' | '•' | '-' | '–' | '—' | ' '));
    let lower = rest.to_lowercase();
    let rest = BY.iter().find_map(|by| {
        let tail = lower.strip_prefix(by)?.strip_prefix([' ', ':', '\u{a0}'])?;
        // lower-casing may change lengths, but not of these words
        rest.get(rest.len().checked_sub(tail.len())?..)
    })?;
    let rest =
        rest.trim_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ':' | '|' | '·' | '•' | '-' | '–' | '—'));
    let rest = ["posted on", "published on", "published", "updated", "on", "le", "am", "el"]
        .iter()
        .find_map(|w| rest.strip_suffix(w).filter(|r| r.ends_with(char::is_whitespace)))
        .unwrap_or(rest)
        .trim_end_matches([' ', ',', '|', '·']);
    let names: Vec<&str> = rest
        .split([',', '&', '|'])
        .flat_map(|n| n.split(" and "))
        .flat_map(|n| n.split(" und "))
        .flat_map(|n| n.split(" et "))
        .map(|n| n.trim().trim_start_matches("and ").trim())
        .filter(|n| !n.is_empty())
        .collect();
    let good = |n: &&str| {
        n.split_whitespace().count() <= 5
            && n.chars().next().is_some_and(|c| c.is_alphabetic() && !c.is_lowercase())
            && !is_sentence(&n.replace(". ", " "))
    };
    (!names.is_empty() && names.iter().all(good)).then(|| names.join(", "))
}
