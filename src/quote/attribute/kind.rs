//! Speech told from words that are merely marked, and whole clauses from a few quoted words.

use crate::model::List;
use crate::quote::QuoteKind;
use crate::quote::attribute::decide::Found;
use crate::quote::segment::pairing::Stretch;

/// Words from which on a stretch is no title.
const LONG: usize = 9;

/// What the stretch is: the learned judgement, but for names and for quotes in quotes, which no gold tells of.
pub(crate) fn kind(text: &str, stretch: &Stretch, found: &Found, headline: bool) -> QuoteKind {
    let marked = match found.speech {
        _ if is_nickname(text, stretch) => true,
        // the rules know titles of which the learned weights saw few
        Some(_) if found.cue.is_none() && is_marked(text, stretch, found, headline) => true,
        Some(speech) => speech < 0.5,
        None => is_marked(text, stretch, found, headline),
    };
    if marked {
        return QuoteKind::Marked;
    }
    let inner = stretch.inner.str(text);
    let words = inner.split_whitespace().take(LONG).count();
    let before = text.get(..stretch.span.start).unwrap_or_default().trim_end();
    let first = inner.chars().find(|c| c.is_alphanumeric());
    let begins = first.is_some_and(|c| !c.is_lowercase()) || before.ends_with([':', ',']);
    let ends = inner.ends_with(['.', ',', '?', '!', '…', '—', '-', '–'])
        || text.get(stretch.span.end..).is_some_and(|t| t.starts_with([',', '.']));
    if found.alone || begins && ends && words > 1 { QuoteKind::Direct } else { QuoteKind::Mixed }
}

/// Whether the rules take the stretch for words merely marked.
pub(crate) fn is_marked(text: &str, stretch: &Stretch, found: &Found, headline: bool) -> bool {
    let inner = stretch.inner.str(text);
    let words = inner.split_whitespace().take(LONG).count();
    let before = text.get(..stretch.span.start).unwrap_or_default().trim_end();
    let word_before = last_word(before);
    let explicit = found.cue.is_some() && found.confidence >= 0.7;
    if is_nickname(text, stretch) || words == 1 && !found.alone && !(explicit && is_said(text, stretch, found)) {
        return true;
    }
    let naming = List::Naming.has_folded(word_before.trim_matches(|c: char| !c.is_alphanumeric()));
    let known = before.ends_with("known as") || before.ends_with("known as the");
    !headline
        && !found.alone
        && words < LONG
        && (naming && words < 3
            || known
            || is_title(inner) && !(explicit && (opens(text, stretch) || adjacent(found, stretch))))
}

/// The word that `before` ends in, or its last bytes.
fn last_word(before: &str) -> &str {
    /// Bytes of the longest word that introduces a title.
    const LONGEST: usize = 16;
    let from = (before.len().saturating_sub(LONGEST)..=before.len()).find(|&i| before.is_char_boundary(i));
    let tail = from.and_then(|f| before.get(f..)).unwrap_or_default();
    tail.rsplit(char::is_whitespace).next().unwrap_or_default()
}

/// Whether a single word is said, rather than spoken about: its reporting word is near, and it is not called a word.
fn is_said(text: &str, stretch: &Stretch, found: &Found) -> bool {
    /// Bytes between the word and its reporting verb: “called the long-awaited plan”.
    const NEAR: usize = 60;
    let after = text.get(stretch.span.end..).unwrap_or_default();
    let clause: String = after.chars().take(NEAR).take_while(|c| !matches!(c, '.' | ',' | ';' | '\n')).collect();
    let mentioned = clause.split_whitespace().any(|w| matches!(w, "word" | "term" | "name" | "means" | "meaning"));
    let near = found.cue.is_some_and(|cue| {
        cue.end <= stretch.span.start
            && stretch.span.start - cue.end <= NEAR
            && !text.get(cue.end..stretch.span.start).is_some_and(|t| t.contains(','))
            || cue.start >= stretch.span.end
    });
    near && !mentioned
}

/// Whether the quote opens its sentence.
fn opens(text: &str, stretch: &Stretch) -> bool {
    let before = text.get(..stretch.span.start).unwrap_or_default();
    before.is_empty() || before.ends_with('\n') || before.trim_end().ends_with(['.', '?', '!', '”', '"', '’', '\''])
}

/// Whether the reporting word stands right beside the quote.
fn adjacent(found: &Found, stretch: &Stretch) -> bool {
    /// Bytes between them: “said, ”.
    const GAP: usize = 3;
    found.cue.is_some_and(|cue| {
        let gap = if cue.end <= stretch.span.start {
            stretch.span.start - cue.end
        } else {
            cue.start.saturating_sub(stretch.span.end)
        };
        gap <= GAP
    })
}

/// `Lt. Col. "Al" Rahi`: one or two words between two words with capitals.
pub(crate) fn is_nickname(text: &str, stretch: &Stretch) -> bool {
    let before = text.get(..stretch.span.start).unwrap_or_default();
    let Some(word_before) = before.strip_suffix(' ').map(|b| b.rsplit(char::is_whitespace).next().unwrap_or_default())
    else {
        return false;
    };
    let after = text.get(stretch.span.end..).unwrap_or_default();
    let inner = stretch.inner.str(text);
    let glued = after.strip_prefix(' ').is_some_and(|a| a.starts_with(char::is_uppercase));
    let name_before = word_before.starts_with(|c: char| c.is_uppercase() || c == '(');
    glued
        && (name_before || word_before.ends_with(".)"))
        && inner.split_whitespace().count() <= 2
        && inner.starts_with(char::is_uppercase)
        && inner.ends_with(char::is_alphanumeric)
}

/// Whether all words but the small ones have capitals: “Meet the Press”.
pub(crate) fn is_title(inner: &str) -> bool {
    let trimmed = inner.trim_end_matches([',', '.']);
    if trimmed.ends_with(['?', '!', ';', ':']) && trimmed.split_whitespace().count() < 3 {
        return false;
    }
    trimmed.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
        && trimmed
            .split_whitespace()
            .all(|w| List::SmallWords.has(w) || w.starts_with(|c: char| !c.is_alphabetic() || c.is_uppercase()))
}
