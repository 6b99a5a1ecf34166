//! Sentences of a block of text.

use crate::language::{Language, SentenceWords};
use crate::text::{Span, Token, TokenKind, tokenize};
use serde::{Deserialize, Serialize};

/// A sentence and its tokens.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sentence {
    /// From its first to its last token, in bytes; closing quotation marks belong to it.
    pub span: Span,
    /// Its tokens, in order.
    pub tokens: Vec<Token>,
}

/// Tokens of a sentence, at most; what goes on is the next one. The longest in the 641 articles that changes are checked on has some 120, and
/// of what has no end, whatever looks around in a sentence would take quadratic time.
const LONGEST: usize = 500;

/// Closing marks that are passed over from a stop on, at most, to see what follows it.
const CLOSERS: usize = 32;

/// Splits the part of `text` under `block` into sentences: at `.`, `!`, `?`, `…` and their full-width kin when what follows
/// looks like a beginning, and at every line break and tab (the cells of a table). Without a `language` the marks alone decide.
/// One linear pass.
pub(crate) fn sentences(text: &str, block: Span, language: Option<&'static Language>) -> Vec<Sentence> {
    split(text, block, language, &['\n', '\t'])
}

/// The same for a paragraph whose lines only a fixed width broke: no sentence, and no name, ends with a line.
pub(crate) fn wrapped_sentences(text: &str, block: Span, language: Option<&'static Language>) -> Vec<Sentence> {
    split(text, block, language, &['\t'])
}

/// What a text without a pack is split by.
static NO_WORDS: SentenceWords = SentenceWords { abbreviations: &[], openers: &[] };

/// Splits at stops and at `breaks`.
fn split(text: &str, block: Span, language: Option<&'static Language>, breaks: &[char]) -> Vec<Sentence> {
    let words = language.map_or(&NO_WORDS, |l| l.sentences);
    let tokens = tokenize(text, block);
    let mut out = Vec::new();
    let (mut start, mut index) = (0, 0);
    while let Some(&token) = tokens.get(index) {
        if index - start >= LONGEST {
            finish(&tokens, &mut start, index, &mut out);
        }
        if let Some(last) = index.checked_sub(1).filter(|_| index > start).and_then(|last| tokens.get(last)) {
            let gap = Span::new(last.span.end, token.span.start);
            if !matches!(gap.str(text), "" | " ") && gap.str(text).contains(breaks) {
                finish(&tokens, &mut start, index, &mut out);
            }
        }
        index += 1;
        if ends_here(text, &tokens, index - 1, words) {
            // closing marks right after the stop belong to the sentence
            let mut end = token.span.end;
            while let Some(&next) = tokens.get(index).filter(|_| index - start < LONGEST) {
                if !(end == next.span.start && next.kind == TokenKind::Mark && is_closer(next.str(text))) {
                    break;
                }
                end = next.span.end;
                index += 1;
            }
            finish(&tokens, &mut start, index, &mut out);
        }
    }
    finish(&tokens, &mut start, tokens.len(), &mut out);
    out
}

/// Puts the tokens from `start` to `end` into `out` as a sentence; the next one starts there.
fn finish(tokens: &[Token], start: &mut usize, end: usize, out: &mut Vec<Sentence>) {
    let own = tokens.get(*start..end).unwrap_or_default();
    if let (Some(first), Some(last)) = (own.first(), own.last()) {
        out.push(Sentence { span: Span::new(first.span.start, last.span.end), tokens: own.to_vec() });
    }
    *start = end;
}

fn is_closer(mark: &str) -> bool {
    matches!(mark, "\"" | "'" | "”" | "’" | "»" | "›" | ")" | "]" | "」" | "』" | "." | "!" | "?" | "…")
}

/// Whether the token at `index` ends a sentence.
fn ends_here(text: &str, tokens: &[Token], index: usize, words: &SentenceWords) -> bool {
    let Some(&token) = tokens.get(index) else {
        return false;
    };
    let mark = token.str(text);
    let abbreviated = token.kind == TokenKind::Word && mark.ends_with('.');
    match mark {
        "!" | "?" | "…" | "." => {}
        "。" | "！" | "？" | "．" => return true,
        _ if abbreviated => {}
        _ => return false,
    }
    let mut after = index + 1;
    let mut end = token.span.end;
    let closer = |n: &&Token, end| n.span.start == end && is_closer(n.str(text));
    while let Some(next) = tokens.get(after).filter(|n| after - index <= CLOSERS && closer(n, end)) {
        end = next.span.end;
        after += 1;
    }
    let Some(next) = tokens.get(after) else {
        return true;
    };
    if next.span.start == end {
        return false; // glued to what follows: “a.b”, “no.)said”
    }
    if mark == "."
        && let Some(word) = index.checked_sub(1).and_then(|i| tokens.get(i)).filter(|w| w.span.end == token.span.start)
    {
        let word = word.str(text);
        let single = word.chars().count() == 1 && word.chars().all(char::is_uppercase);
        if single || words.abbreviations.contains(&word.to_lowercase().as_str()) {
            return false;
        }
    }
    // “It is over.” — Ines Calder
    let signed = after > index + 1 && matches!(next.str(text), "—" | "―");
    let goes_on = |c: char| c.is_lowercase() || matches!(c, ',' | ';' | ':' | '-' | '–');
    let begins = !signed && next.str(text).chars().next().is_some_and(|c| !goes_on(c));
    if abbreviated {
        // “U.S. Troops left” ends rarely; ask for a word that opens sentences
        return begins && words.openers.contains(&next.str(text));
    }
    begins
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::ENGLISH;

    fn parts(text: &str) -> Vec<&str> {
        sentences(text, Span::new(0, text.len()), Some(&ENGLISH)).into_iter().map(|s| s.span.str(text)).collect()
    }

    #[test]
    fn ends_after_closing_marks() {
        assert_eq!(
            parts("\"It is over.\" She left. (He too.) Then?"),
            ["\"It is over.\"", "She left.", "(He too.)", "Then?"]
        );
        assert_eq!(parts("“It is over.” — Ines Calder"), ["“It is over.” — Ines Calder"]);
        assert_eq!(parts("It is over. — Not yet."), ["It is over.", "— Not yet."]);
    }

    #[test]
    fn titles_initials_and_states_do_not_end() {
        assert_eq!(
            parts("Lt. Col. J. Smith met U.S. Troops. The end."),
            ["Lt. Col. J. Smith met U.S. Troops.", "The end."]
        );
        assert_eq!(parts("He left the U.S. The end."), ["He left the U.S.", "The end."]);
    }

    #[test]
    fn without_a_language_marks_alone_decide() {
        let text = "Der Bürgermeister traf Mr. Smith. J. Roe ging. Er kam aus den U.S. The end.";
        let split = sentences(text, Span::new(0, text.len()), None);
        assert_eq!(
            split.iter().map(|s| s.span.str(text)).collect::<Vec<_>>(),
            ["Der Bürgermeister traf Mr.", "Smith.", "J. Roe ging.", "Er kam aus den U.S. The end."]
        );
    }

    #[test]
    fn what_has_no_end_is_cut() {
        for text in ["house ".repeat(1_200), ".".repeat(1_200)] {
            let lengths: Vec<usize> =
                sentences(&text, Span::new(0, text.len()), None).iter().map(|s| s.tokens.len()).collect();
            assert_eq!(lengths, [LONGEST, LONGEST, 200]);
        }
    }

    #[test]
    fn line_breaks_end() {
        let wrapped = "He met Florence\nParly. She left.";
        let read = wrapped_sentences(wrapped, Span::new(0, wrapped.len()), None);
        assert_eq!(
            read.iter().map(|s| s.span.str(wrapped)).collect::<Vec<_>>(),
            ["He met Florence\nParly.", "She left."]
        );
        assert_eq!(parts("One line\ntwo lines"), ["One line", "two lines"]);
        assert_eq!(parts("Budget Act\tMercury Open\tpassed"), ["Budget Act", "Mercury Open", "passed"]);
    }
}
