//! A commenter's name among the words around it: “posted by”, “says”, an avatar's text, a place, whom it answers.

use super::boilerplate::is_boilerplate;
use super::header::Header;
use super::heading::is_heading;
use super::name_words::{ANSWERS, AVATARS, LEADS, REPLYING, SAID, TAILS};
use crate::date::date_in;
use crate::text::Span;

/// The longest name, in words and code points (Disqus allows 30 characters, WordPress 245 bytes).
pub(super) const NAME_WORDS: usize = 6;
const NAME_LENGTH: usize = 60;

/// Marks around the pieces of a header.
fn is_edge(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            ',' | ';'
                | ':'
                | '|'
                | '·'
                | '•'
                | '-'
                | '–'
                | '—'
                | '('
                | ')'
                | '['
                | ']'
                | '/'
                | '~'
                | '⋅'
                | '●'
                | '*'
                | '»'
                | '«'
                | '\u{200b}'..='\u{200f}'
        )
}

/// The name in a piece of a header, with the words around it passed.
pub(super) fn name(text: &str, piece: Span, header: &mut Header) -> Option<Span> {
    let mut span = edges(text, piece);
    // “22 points by Ann”
    let votes = span.str(text).find(" by ").filter(|&at| {
        let before = span.str(text).get(..at).unwrap_or_default();
        before.starts_with(|c: char| c.is_ascii_digit()) && is_boilerplate(before)
    });
    if let Some(at) = votes {
        span = edges(text, Span::new(span.start + at + 4, span.end));
    }
    // who is answered stands after the name, or alone
    let padded = format!(" {} ", span.str(text).to_lowercase());
    // all of them begin with a space
    let answers = || {
        padded.match_indices(' ').find_map(|(at, _)| {
            let rest = padded.get(at..)?;
            let longest = REPLYING.iter().filter(|m| rest.starts_with(**m)).max_by_key(|m| m.len())?;
            Some((at, *longest))
        })
    };
    // lower-casing may change lengths in a few scripts; a name that begins with “@” is no answer
    if padded.len() == span.len() + 2
        && let Some((at, mark)) = answers()
        && (mark != " @" || at > 0)
    {
        let right = edges(text, Span::new(span.start + (at + mark.len()).saturating_sub(1), span.end));
        header.reply_to = shorten(text, right);
        span = edges(text, Span::new(span.start, (span.start + at).max(span.start)));
    }
    let span = around(text, span, header);
    shorten(text, span)
}

/// Passes the words around a name: “posted by”, “says”.
fn around(text: &str, mut span: Span, header: &mut Header) -> Span {
    loop {
        let before = span;
        let mut lower = span.str(text).to_lowercase();
        for (words, flag) in [(AVATARS, 0), (ANSWERS, 1), (LEADS, 2)] {
            if let Some(next) = strip_first(text, span, &lower, words) {
                span = edges(text, next);
                lower = span.str(text).to_lowercase();
                match flag {
                    0 => header.avatar = true,
                    1 => header.answer = true,
                    _ => {
                        header.said |= before
                            .str(text)
                            .get(..2)
                            .is_some_and(|w| matches!(w.to_lowercase().as_str(), "by" | "po" | "co" | "wr" | "su"))
                    }
                }
            }
        }
        if let Some(next) = strip_last(text, span, &lower, SAID) {
            span = edges(text, next);
            header.said = true;
        } else if let Some(next) = strip_last(text, span, &lower, TAILS) {
            span = edges(text, next);
        }
        if span == before {
            break;
        }
    }
    let avatar_after = ["'s avatar", "’s avatar", "'s profile picture", "’s profile picture"];
    if let Some(a) = avatar_after.iter().find(|a| span.str(text).ends_with(**a)) {
        span = Span::new(span.start, span.end - a.len());
        header.avatar = true;
    }
    span
}

/// The first piece of `span` that is a name: badges, places and counts of votes stand after it.
fn shorten(text: &str, span: Span) -> Option<Span> {
    let mut at = span.start;
    for piece in span.str(text).split(['·', '•', '|', '⋅', '●', '\t']) {
        let whole = edges(text, Span::new(at, at + piece.len()));
        at += piece.len();
        at += text.get(at..).and_then(|t| t.chars().next()).map_or(0, char::len_utf8);
        if whole.is_empty() || is_boilerplate(whole.str(text)) {
            continue;
        }
        // “Ann Lee, Leeds”
        let words = whole.str(text);
        let cut =
            words.find(", ").filter(|&c| words.get(..c).is_some_and(|n| n.chars().count() >= 2)).unwrap_or(words.len());
        let cut = words.find(" from ").filter(|&c| c > 1).unwrap_or(cut).min(cut);
        let name = edges(text, Span::new(whole.start, whole.start + cut));
        return is_name(name.str(text)).then_some(name);
    }
    None
}

/// Whether the words may be a name that somebody signs with.
fn is_name(words: &str) -> bool {
    let count = words.split_whitespace().count();
    let last = words.rsplit(char::is_whitespace).next().unwrap_or_default();
    let abbreviated = last.ends_with('.') && last.chars().filter(|c| c.is_alphanumeric()).count() <= 3;
    let is_date = || date_in(words).is_some_and(|d| d.span.len() == words.len());
    (1..=NAME_WORDS).contains(&count)
        && words.chars().count() <= NAME_LENGTH
        && !(words.contains(|c: char| c.is_ascii_digit()) && is_date())
        && words.chars().any(char::is_alphanumeric)
        && (!words.ends_with(['.', '!', '?', ',', ':', '"', '”', '。'])
            || abbreviated
            || words.ends_with("...")
            || count == 1 && words.len() > 1 && !words.ends_with(['.', ',']))
        && !is_boilerplate(words)
        && !is_heading(words)
        && (words.chars().any(char::is_alphabetic) || count == 1)
}

/// The span without the marks that separate the pieces of a header; a closing bracket stays with its opening one.
fn edges(text: &str, span: Span) -> Span {
    let words = span.str(text);
    let tail = words.trim_start_matches(is_edge);
    let start = span.start + (words.len() - tail.len());
    let mut inner = tail.trim_end_matches(is_edge);
    if tail.get(inner.len()..).is_some_and(|t| t.starts_with(')')) && inner.contains('(') {
        inner = tail.get(..=inner.len()).unwrap_or(inner);
    }
    Span::new(start, start + inner.len())
}

/// `span` without the longest of `words` at its start; `lower` is its text in lower case.
fn strip_first(text: &str, span: Span, lower: &str, words: &[&str]) -> Option<Span> {
    let first = lower.bytes().next()?;
    let longest = words
        .iter()
        .filter(|w| w.bytes().next() == Some(first))
        .filter(|w| lower.strip_prefix(**w).is_some_and(|r| r.starts_with([' ', ':', '\t', '\u{a0}']) || r.is_empty()))
        .map(|w| w.len())
        .max()?;
    Some(Span::new((span.start + longest).min(span.end), span.end)).filter(|s| s.of(text).is_some())
}

/// `span` without the longest of `words` at its end; `lower` is its text in lower case.
fn strip_last(text: &str, span: Span, lower: &str, words: &[&str]) -> Option<Span> {
    // lower-casing may change lengths in a few scripts
    if lower.len() != span.len() {
        return None;
    }
    let last = lower.bytes().next_back()?;
    let longest = words
        .iter()
        .filter(|w| w.bytes().next_back() == Some(last))
        .filter(|w| {
            lower
                .strip_suffix(**w)
                .is_some_and(|r| r.is_empty() || r.ends_with([' ', '\t', '\u{a0}', ',', '|', '·', ')']))
        })
        .map(|w| w.len())
        .max()?;
    Some(Span::new(span.start, span.end - longest)).filter(|s| s.of(text).is_some())
}

/// The name in the words of an element that holds one: without “says:”, a date, an avatar's words.
///
/// When markup says (`marked`) that it is a name, it may be any words: `Ann, Leeds`, `what was it....`, `no?!`.
pub(super) fn name_in(words: &str, marked: bool) -> Option<&str> {
    let mut header = Header::default();
    let whole = Span::new(0, words.len());
    let mut read = |span| {
        if marked {
            Some(around(words, edges(words, span), &mut header))
                .filter(|s| !s.is_empty() && !is_boilerplate(s.str(words)))
        } else {
            name(words, span, &mut header)
        }
    };
    let name = match date_in(words).filter(|p| p.weight() >= 2) {
        Some(printed) => {
            read(Span::new(0, printed.span.start)).or_else(|| read(Span::new(printed.span.end, words.len())))
        }
        None => read(whole),
    };
    name?.of(words)
}

/// Whether the words are only those around a header's name and date.
pub(super) fn is_header_words(words: &str) -> bool {
    let rest = match date_in(words) {
        Some(p) if p.weight() >= 2 => {
            format!("{} {}", Span::new(0, p.span.start).str(words), Span::new(p.span.end, words.len()).str(words))
        }
        _ => words.to_owned(),
    };
    rest.split(|c: char| is_edge(c) || c == '.').filter(|w| !w.is_empty()).all(|w| {
        let w = w.to_lowercase();
        [SAID, LEADS, TAILS, AVATARS].iter().any(|list| list.binary_search(&w.as_str()).is_ok()) || is_boilerplate(&w)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_beside_a_name_is_no_part_of_it() {
        let words = "Posted Mar 3, 2026 14:02 UTC by zoe";
        assert_eq!(date_in(words).map(|d| d.span.str(words)), Some("Mar 3, 2026 14:02 UTC"));
        assert_eq!(name_in(words, true), Some("zoe"));
    }
}
