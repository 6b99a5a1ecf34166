//! What the look of quoted words says of them, whatever their language: a nickname, a title, or a whole clause.

use super::quoted_span::QuotedSpan;

/// Words from which on a quoted span is no title.
pub(crate) const LONG: usize = 9;

/// How many words `inner` has, up to [`LONG`].
pub(crate) fn capped_word_count(inner: &str) -> usize {
    inner.split_whitespace().take(LONG).count()
}

/// `Lt. Col. "Al" Rahi`: one or two words between two words with capitals.
pub(crate) fn is_nickname(text: &str, quoted: &QuotedSpan) -> bool {
    let before = text.get(..quoted.span.start).unwrap_or_default();
    let Some(word_before) = before.strip_suffix(' ').map(|b| b.rsplit(char::is_whitespace).next().unwrap_or_default())
    else {
        return false;
    };
    let after = text.get(quoted.span.end..).unwrap_or_default();
    let inner = quoted.inner.str(text);
    let glued = after.strip_prefix(' ').is_some_and(|a| a.starts_with(char::is_uppercase));
    let name_before = word_before.starts_with(|c: char| c.is_uppercase() || c == '(');
    glued
        && (name_before || word_before.ends_with(".)"))
        && inner.split_whitespace().take(3).count() <= 2
        && inner.starts_with(char::is_uppercase)
        && inner.ends_with(char::is_alphanumeric)
}

/// Whether all words have capitals but those that `is_small` in titles: “Meet the Press”.
pub(crate) fn is_title(inner: &str, is_small: impl Fn(&str) -> bool) -> bool {
    let trimmed = inner.trim_end_matches([',', '.']);
    if trimmed.ends_with(['?', '!', ';', ':']) && trimmed.split_whitespace().take(3).count() < 3 {
        return false;
    }
    trimmed.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
        && trimmed
            .split_whitespace()
            .all(|w| is_small(w) || w.starts_with(|c: char| !c.is_alphabetic() || c.is_uppercase()))
}

/// Marks that a clause may end in, full-width ones too.
const CLAUSE_ENDS: [char; 12] = ['.', ',', '?', '!', '…', '—', '-', '–', '。', '，', '？', '！'];

/// Whether the words begin and end as a clause does: with a capital or after a colon, and with a mark.
pub(crate) fn is_clause(text: &str, quoted: &QuotedSpan) -> bool {
    let inner = quoted.inner.str(text);
    let before = text.get(..quoted.span.start).unwrap_or_default().trim_end();
    let first = inner.chars().find(|c| c.is_alphanumeric());
    let begins = first.is_some_and(|c| !c.is_lowercase()) || before.ends_with([':', ',', '：']);
    let after = text.get(quoted.span.end..).unwrap_or_default();
    begins && (inner.ends_with(CLAUSE_ENDS) || after.starts_with([',', '.', '，', '。']))
}
