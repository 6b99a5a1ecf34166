//! Words that the rules take for merely marked: a title, a nickname, a word spoken about.

use crate::language::Speech;
use crate::model::List;
use crate::quote::attribute::attribution::Attribution;
use crate::quote::segment::{LONG, QuotedSpan, capped_word_count, is_nickname, is_title};

/// Whether the rules take the quoted span for words merely marked.
pub(crate) fn is_marked(
    text: &str,
    quoted: &QuotedSpan,
    attribution: &Attribution,
    headline: bool,
    speech: &Speech,
) -> bool {
    let inner = quoted.inner.str(text);
    let words = capped_word_count(inner);
    let before = text.get(..quoted.span.start).unwrap_or_default().trim_end();
    let word_before = last_word(before);
    let explicit = attribution.cue.is_some() && attribution.confidence >= 0.7;
    if is_nickname(text, quoted)
        || words == 1 && !attribution.alone && !(explicit && is_said(text, quoted, attribution, speech))
    {
        return true;
    }
    let naming = List::Naming.has_folded(word_before.trim_matches(|c: char| !c.is_alphanumeric()));
    let known = speech.naming_phrases.iter().any(|phrase| before.ends_with(phrase));
    !headline
        && !attribution.alone
        && words < LONG
        && (naming && words < 3
            || known
            || is_cased_title(inner) && !(explicit && (opens(text, quoted) || adjacent(attribution, quoted))))
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
fn is_said(text: &str, quoted: &QuotedSpan, attribution: &Attribution, speech: &Speech) -> bool {
    /// Bytes between the word and its reporting verb: “called the long-awaited plan”.
    const NEAR: usize = 60;
    let after = text.get(quoted.span.end..).unwrap_or_default();
    let clause: String = after.chars().take(NEAR).take_while(|c| !matches!(c, '.' | ',' | ';' | '\n')).collect();
    let mentioned = clause.split_whitespace().any(|w| speech.about_words.contains(&w));
    let near = attribution.cue.is_some_and(|cue| {
        cue.end <= quoted.span.start
            && quoted.span.start - cue.end <= NEAR
            && !text.get(cue.end..quoted.span.start).is_some_and(|t| t.contains(','))
            || cue.start >= quoted.span.end
    });
    near && !mentioned
}

/// Whether the quote opens its sentence.
fn opens(text: &str, quoted: &QuotedSpan) -> bool {
    let before = text.get(..quoted.span.start).unwrap_or_default();
    before.is_empty() || before.ends_with('\n') || before.trim_end().ends_with(['.', '?', '!', '”', '"', '’', '\''])
}

/// Whether the reporting word stands right beside the quote.
fn adjacent(attribution: &Attribution, quoted: &QuotedSpan) -> bool {
    /// Bytes between them: “said, ”.
    const GAP: usize = 3;
    attribution.cue.is_some_and(|cue| {
        let gap = if cue.end <= quoted.span.start {
            quoted.span.start - cue.end
        } else {
            cue.start.saturating_sub(quoted.span.end)
        };
        gap <= GAP
    })
}

/// Whether all words of `inner` have capitals but those that have none in titles.
pub(crate) fn is_cased_title(inner: &str) -> bool {
    is_title(inner, |word| List::SmallWords.has(word))
}
