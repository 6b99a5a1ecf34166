//! Words, numbers and marks of a text.

use crate::text::Span;
use serde::{Deserialize, Serialize};

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum TokenKind {
    /// Letters, with inner apostrophes, hyphens and full stops of abbreviations (`U.S.`, `anti-IS`, `O'Neill`).
    Word,
    /// Digits, with inner separators (`1,000.5`, `10:30`, `3rd`).
    Number,
    /// A clitic split off a word: `'s`, `’s`, `'`, `n't`.
    Clitic,
    /// One punctuation mark or symbol.
    Mark,
}

/// A word, number, clitic or mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Token {
    /// Where it stands, in bytes.
    pub span: Span,
    /// What it is.
    pub kind: TokenKind,
}

impl Token {
    /// The token's own text.
    #[must_use]
    pub fn str(self, text: &str) -> &str {
        self.span.str(text)
    }
}

/// Splits the part of `text` under `within` into tokens, in order, white space left out. One linear pass.
#[must_use]
pub fn tokenize(text: &str, within: Span) -> Vec<Token> {
    let part = within.str(text);
    let mut tokens = Vec::with_capacity(part.len() / 5);
    let mut rest = part;
    while let Some(c) = rest.chars().next() {
        let at = within.start + (part.len() - rest.len());
        let length = if c.is_whitespace() || is_invisible(c) {
            c.len_utf8()
        } else if c.is_alphanumeric() {
            plain_word(rest, at, &mut tokens).unwrap_or_else(|| {
                let word = word_length(rest);
                push_word(text, Span::new(at, at + word), &mut tokens);
                word
            })
        } else {
            tokens.push(Token { span: Span::new(at, at + c.len_utf8()), kind: TokenKind::Mark });
            c.len_utf8()
        };
        rest = rest.get(length..).unwrap_or_default();
    }
    tokens
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}' | '\u{202a}'..='\u{202e}')
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ')
}

/// Whether `c` belongs to a word that has begun: letters, digits, and combining or joining characters inside it.
fn is_word_char(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200c}' | '\u{200d}' | '_')
}

/// Pushes the word at the start of `rest`, `at` bytes into the text, where it is of ASCII letters and digits alone and what stands after
/// it cannot belong to it, as with nearly all words; gives its bytes.
fn plain_word(rest: &str, at: usize, tokens: &mut Vec<Token>) -> Option<usize> {
    let bytes = rest.as_bytes();
    let length = bytes.iter().position(|b| !b.is_ascii_alphanumeric()).unwrap_or(bytes.len());
    let apart = match (bytes.get(length), bytes.get(length + 1)) {
        (None | Some(b' ' | b'\n'), _) => true,
        (Some(b'.' | b','), next) => next.is_none_or(|n| n.is_ascii_whitespace() || *n == b'"'),
        _ => false,
    };
    let first = bytes.first().filter(|_| apart && length > 0)?;
    let kind = if first.is_ascii_digit() { TokenKind::Number } else { TokenKind::Word };
    tokens.push(Token { span: Span::new(at, at + length), kind });
    Some(length)
}

/// Bytes of the word at the start of `rest`, which begins with a letter or a digit.
fn word_length(rest: &str) -> usize {
    let mut chars = rest.char_indices().peekable();
    let mut end = 0;
    let mut previous = ' ';
    let (mut dots, mut run) = (0, 0); // full stops so far; letters since the last of them
    while let Some((at, c)) = chars.next() {
        let follows_word = chars.peek().is_some_and(|&(_, n)| n.is_alphanumeric());
        let follows_digit = chars.peek().is_some_and(|&(_, n)| n.is_ascii_digit());
        let keep = match c {
            _ if is_word_char(c) => {
                run += 1;
                true
            }
            '-' | '‐' | '‑' | '&' | '@' => follows_word && previous.is_alphanumeric(),
            _ if is_apostrophe(c) => follows_word && previous.is_alphanumeric(),
            ',' | ':' => previous.is_ascii_digit() && follows_digit,
            '.' if previous.is_ascii_digit() => follows_digit,
            // an abbreviation of single letters keeps its last full stop: U.S., J.K.
            '.' => {
                let single = run == 1 && previous.is_alphabetic();
                let inner = follows_word && previous.is_alphanumeric();
                dots += 1;
                run = 0;
                inner || (single && dots > 1)
            }
            _ => false,
        };
        if !keep {
            break;
        }
        previous = c;
        end = at + c.len_utf8();
    }
    end
}

/// Pushes `span` as one token, or as a word and its clitic.
fn push_word(text: &str, span: Span, tokens: &mut Vec<Token>) {
    let word = span.str(text);
    let kind = |w: &str| match w.chars().next() {
        Some(c) if c.is_numeric() => TokenKind::Number,
        _ => TokenKind::Word,
    };
    let split = clitic_start(word).filter(|&at| at > 0);
    match split {
        Some(at) => {
            let middle = span.start + at;
            tokens.push(Token { span: Span::new(span.start, middle), kind: kind(word) });
            tokens.push(Token { span: Span::new(middle, span.end), kind: TokenKind::Clitic });
        }
        None => tokens.push(Token { span, kind: kind(word) }),
    }
}

/// Where the clitic of `word` starts: `Parly|'s`, `we|'ll`, `do|n't`.
fn clitic_start(word: &str) -> Option<usize> {
    let (at, mark) = word.char_indices().rev().find(|&(_, c)| is_apostrophe(c))?;
    let tail = word.get(at + mark.len_utf8()..)?;
    match tail.to_ascii_lowercase().as_str() {
        "s" | "ll" | "re" | "ve" | "d" | "m" => Some(at),
        "t" => word.get(..at).filter(|head| head.ends_with(['n', 'N'])).map(|_| at - 1),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        tokenize(text, Span::new(0, text.len())).into_iter().map(|t| t.str(text)).collect()
    }

    #[test]
    fn keeps_names_and_abbreviations_whole() {
        assert_eq!(
            words("U.S.-backed Lt. Col. O'Neill's anti-IS AT&T"),
            ["U.S.", "-", "backed", "Lt", ".", "Col", ".", "O'Neill", "'s", "anti-IS", "AT&T"]
        );
        assert_eq!(
            words("in the U.S. Then J.K. Rowling left."),
            ["in", "the", "U.S.", "Then", "J.K.", "Rowling", "left", "."]
        );
    }

    #[test]
    fn splits_clitics_and_marks() {
        assert_eq!(words("“We don’t,” she’d said"), ["“", "We", "do", "n’t", ",", "”", "she", "’d", "said"]);
        assert_eq!(words("the boys' cars"), ["the", "boys", "'", "cars"]);
    }

    #[test]
    fn keeps_numbers_whole() {
        assert_eq!(words("$1,234.50, at 10:30 in 2019."), ["$", "1,234.50", ",", "at", "10:30", "in", "2019", "."]);
    }

    #[test]
    fn leaves_out_white_space_and_invisible_marks() {
        assert_eq!(words("\u{feff}a\u{a0}\u{200b}b\r\n"), ["a", "b"]);
    }
}
