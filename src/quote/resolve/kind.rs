//! Speech told apart from words that are merely marked, and whole clauses from a few quoted words.

use crate::language::Speech;
use crate::quote::attribute::{Attribution, is_marked};
use crate::quote::passage::QuoteKind;
use crate::quote::segment::{QuotedSpan, capped_word_count, is_clause, is_nickname};

/// What the quoted span is: what was learned decides, but for names and for quotes in quotes, of which no gold says anything.
pub(super) fn quote_kind(
    text: &str,
    quoted: &QuotedSpan,
    attribution: &Attribution,
    headline: bool,
    speech: &Speech,
) -> QuoteKind {
    let marked = match attribution.speech {
        _ if is_nickname(text, quoted) => true,
        // the rules know titles of which the learned weights saw few
        Some(_) if attribution.cue.is_none() && is_marked(text, quoted, attribution, headline, speech) => true,
        Some(likely) => likely < 0.5,
        None => is_marked(text, quoted, attribution, headline, speech),
    };
    if marked {
        return QuoteKind::Marked;
    }
    let words = capped_word_count(quoted.inner.str(text));
    if attribution.alone || words > 1 && is_clause(text, quoted) { QuoteKind::Direct } else { QuoteKind::Mixed }
}
