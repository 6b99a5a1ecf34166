//! What a comment quotes, beside what the article says.

use super::answer::{Fidelity, Quotation};
use super::body::Body;
use super::input::AlignmentInput;
use super::words::{Compared, words};
use crate::comment::Comment;
use crate::model::Key;
use crate::text::Span;
use std::collections::BTreeMap;
use std::ops::Range;

/// Words of a quotation, at least: one or two are marked for other reasons.
const SHORTEST: usize = 3;

/// Words of what is said to be absent, at least: less is a title or a name.
const TELLING: usize = 4;

/// Words of a quotation that are compared, at most.
const LONGEST: usize = 400;

/// How much of the words of a quotation and of the passage that it was made from are alike, at least.
const ALIKE: f32 = 0.6;

/// Places where a quotation may begin that are looked at, at most.
const LOOKED_AT: usize = 4;

/// Opening marks and what closes them.
const MARKS: [(char, &[char]); 5] =
    [('“', &['”', '"']), ('„', &['“', '”']), ('«', &['»']), ('»', &['«']), ('"', &['"', '”'])];

/// What `comment` quotes, and whether the article has it. What stands in another comment is no quotation from the article.
pub(super) fn quotations(input: &AlignmentInput, body: &Body, comment: &Comment) -> Vec<Quotation> {
    let mut out = Vec::new();
    for span in quoted_spans(input.text, comment.span) {
        let parts: Vec<Vec<Compared>> =
            parts(input.text, span).into_iter().map(|part| words(input.text, part, input.language)).collect();
        let count: usize = parts.iter().map(Vec::len).sum();
        let telling = parts.iter().flatten().any(|w| w.stem.is_some());
        if !(SHORTEST..=LONGEST).contains(&count) || !telling {
            continue;
        }
        if let Some(passage) = verbatim(body, &parts) {
            out.push(Quotation { span, fidelity: Fidelity::Verbatim, passage: Some(passage), score: 1.0 });
        } else if let Some((passage, score)) = altered(body, &parts.concat()) {
            out.push(Quotation { span, fidelity: Fidelity::Altered, passage: Some(passage), score });
        } else if count >= TELLING && !is_common(body, &parts) && !is_of_another(input, comment, &parts) {
            out.push(Quotation { span, fidelity: Fidelity::Absent, passage: None, score: 0.0 });
        }
    }
    out
}

/// What stands between marks in `comment`, and in lines behind “>”, without marks.
fn quoted_spans(text: &str, comment: Span) -> Vec<Span> {
    let mut out = Vec::new();
    let mut at = comment.start;
    for line in comment.str(text).split_inclusive('\n') {
        let own = Span::new(at, at + line.len());
        at = own.end;
        if let Some(rest) = line.trim_start().strip_prefix('>') {
            out.push(Span::new(own.end - rest.len(), own.end).trim(text));
            continue;
        }
        let mut opened: Option<(usize, &[char])> = None;
        let mut before = ' ';
        for (offset, c) in line.char_indices() {
            let here = own.start + offset;
            match opened {
                Some((from, closing)) if closing.contains(&c) => {
                    out.push(Span::new(from, here).trim(text));
                    opened = None;
                }
                None if !before.is_alphanumeric() => {
                    let mark = MARKS.iter().find(|m| m.0 == c);
                    opened = mark.map(|m| (here + c.len_utf8(), m.1));
                }
                _ => {}
            }
            before = c;
        }
    }
    out
}

/// The parts of a quotation between ellipses and what its writer put in between brackets.
fn parts(text: &str, span: Span) -> Vec<Span> {
    let mut out = Vec::new();
    let (mut from, mut depth) = (span.start, 0_usize);
    let mut dots = 0;
    for (offset, c) in span.str(text).char_indices() {
        let here = span.start + offset;
        dots = if c == '.' { dots + 1 } else { 0 };
        match c {
            '[' => {
                if depth == 0 {
                    out.push(Span::new(from, here));
                }
                depth += 1;
            }
            ']' => {
                depth = depth.saturating_sub(1);
                from = here + 1;
            }
            '…' if depth == 0 => {
                out.push(Span::new(from, here));
                from = here + c.len_utf8();
            }
            '.' if depth == 0 && dots == 3 => {
                out.push(Span::new(from, here));
                from = here + 1;
            }
            _ => {}
        }
    }
    if depth == 0 {
        out.push(Span::new(from, span.end));
    }
    out
}

/// Words that may be left out at an ellipsis, at most.
const LEFT_OUT: usize = 60;

/// Where the body has all `parts`, one after the other, word by word.
fn verbatim(body: &Body, parts: &[Vec<Compared>]) -> Option<Span> {
    let mut parts = parts.iter().filter(|p| !p.is_empty());
    let first = parts.next()?;
    let (anchor, places) = first
        .iter()
        .enumerate()
        .map(|(at, word)| (at, body.places_of(word.exact)))
        .filter(|(_, places)| !places.is_empty())
        .min_by_key(|(_, places)| places.len())?;
    let rest: Vec<&Vec<Compared>> = parts.collect();
    places.iter().find_map(|&place| {
        let start = (place as usize).checked_sub(anchor).filter(|&start| stands_at(body, start, first))?;
        let mut end = start + first.len();
        for part in &rest {
            let found = (end..end + LEFT_OUT).find(|&at| stands_at(body, at, part))?;
            end = found + part.len();
        }
        span_of(body, start..end)
    })
}

/// Whether the words of `part` stand in the body from its word `start` on.
fn stands_at(body: &Body, start: usize, part: &[Compared]) -> bool {
    let there = body.words.get(start..start + part.len());
    there.is_some_and(|there| there.iter().zip(part).all(|(a, b)| a.exact == b.exact))
}

/// The passage that a quotation of these `words` was made from, and how much of both is alike: of the words in order that both have.
fn altered(body: &Body, words: &[Compared]) -> Option<(Span, f32)> {
    let mut votes: BTreeMap<usize, usize> = BTreeMap::new();
    for (at, word) in words.iter().enumerate() {
        for &place in body.places_of(word.exact) {
            *votes.entry((place as usize + words.len()).saturating_sub(at)).or_default() += 1;
        }
    }
    let mut starts: Vec<(usize, usize)> = votes.into_iter().map(|(start, votes)| (votes, start)).collect();
    starts.sort_unstable_by(|a, b| b.cmp(a));
    let slack = words.len() / 3 + 2;
    let candidates = starts.iter().take(LOOKED_AT).filter_map(|&(_, start)| {
        let from = start.saturating_sub(words.len() + slack);
        let to = (start + slack).min(body.words.len());
        let window = body.words.get(from..to)?;
        let (common, within) = common_words(words, window);
        let score = 2.0 * common as f32 / (words.len() + within.len()) as f32;
        Some((score, span_of(body, from + within.start..from + within.end)?))
    });
    let (score, passage) = candidates.max_by(|a, b| a.0.total_cmp(&b.0))?;
    (score >= ALIKE).then_some((passage, score))
}

/// How many words both have in the same order, and which part of `window` these lie in (the longest common subsequence).
fn common_words(words: &[Compared], window: &[Compared]) -> (usize, Range<usize>) {
    let width = window.len() + 1;
    let key = |word: &Compared| -> Key { word.exact };
    let mut table = vec![0_u16; (words.len() + 1) * width];
    for (i, one) in words.iter().enumerate() {
        for (j, other) in window.iter().enumerate() {
            let cell = |row: usize, column: usize| table.get(row * width + column).copied().unwrap_or_default();
            let value = if key(one) == key(other) { cell(i, j) + 1 } else { cell(i, j + 1).max(cell(i + 1, j)) };
            if let Some(slot) = table.get_mut((i + 1) * width + j + 1) {
                *slot = value;
            }
        }
    }
    let cell = |row: usize, column: usize| table.get(row * width + column).copied().unwrap_or_default();
    let (mut i, mut j) = (words.len(), window.len());
    let (mut first, mut last) = (window.len(), 0);
    while i > 0 && j > 0 {
        let same = words.get(i - 1).zip(window.get(j - 1)).is_some_and(|(a, b)| a.exact == b.exact);
        if same {
            (first, last) = (j - 1, last.max(j));
            (i, j) = (i - 1, j - 1);
        } else if cell(i - 1, j) >= cell(i, j - 1) {
            i -= 1;
        } else {
            j -= 1;
        }
    }
    (usize::from(cell(words.len(), window.len())), first.min(last)..last)
}

/// Whether most of the words stand in so many places that nothing can be said of where they come from.
fn is_common(body: &Body, parts: &[Vec<Compared>]) -> bool {
    let all = || parts.iter().flatten();
    all().filter(|w| body.is_everywhere(w.exact)).count() * 2 > all().count()
}

/// Whether an earlier or later comment has the words.
fn is_of_another(input: &AlignmentInput, comment: &Comment, parts: &[Vec<Compared>]) -> bool {
    let Some(longest) = parts.iter().max_by_key(|p| p.len()) else { return false };
    let others = input.comments.iter().filter(|other| other.span != comment.span);
    let own: Vec<Key> = longest.iter().map(|w| w.exact).collect();
    others.take(NEIGHBOURS).any(|other| {
        let there: Vec<Key> = words(input.text, other.span, input.language).iter().map(|w| w.exact).collect();
        there.windows(own.len().max(1)).any(|window| window == own)
    })
}

/// Comments that are searched for words that the article does not have, at most.
const NEIGHBOURS: usize = 50;

fn span_of(body: &Body, words: Range<usize>) -> Option<Span> {
    let first = body.words.get(words.start)?;
    let last = body.words.get(words.end.checked_sub(1)?)?;
    Some(Span::new(first.span.start, last.span.end))
}
