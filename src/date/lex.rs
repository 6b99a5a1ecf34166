//! Splits a short line into the numbers, words and marks that dates are made of, and goes through them.

use super::words::{List, is_in};
use crate::text::Span;

/// What a piece is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// Its value and how many digits it has.
    Number(u32, usize),
    /// Lower case; apostrophes and inner hyphens of letters belong to it.
    Word(String),
    Mark(char),
}

/// A piece and where it stands.
#[derive(Clone, Debug)]
pub(super) struct Item {
    pub(super) piece: Piece,
    pub(super) span: Span,
    /// Whether white space stands before it.
    pub(super) spaced: bool,
}

/// Pieces that are looked at: a line with more is no line of a date.
const MOST: usize = 96;

/// The first pieces of `line`.
pub(super) fn lex(line: &str) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::new();
    let mut chars = line.char_indices().peekable();
    let mut spaced = false;
    while let Some((start, c)) = chars.next() {
        if items.len() >= MOST {
            break;
        }
        if c.is_whitespace() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{feff}') {
            spaced = true;
            continue;
        }
        let mut end = start + c.len_utf8();
        let mut take = |end: &mut usize, wanted: &dyn Fn(char) -> bool| {
            while let Some(&(at, n)) = chars.peek() {
                if !wanted(n) {
                    break;
                }
                *end = at + n.len_utf8();
                chars.next();
            }
        };
        let piece = if c.is_ascii_digit() {
            take(&mut end, &|n| n.is_ascii_digit());
            let digits = line.get(start..end).unwrap_or_default();
            Piece::Number(digits.parse().unwrap_or(u32::MAX), digits.len())
        } else if c.is_alphabetic() {
            take(&mut end, &|n| n.is_alphabetic() || matches!(n, '\'' | '’' | '\u{300}'..='\u{36f}'));
            Piece::Word(line.get(start..end).unwrap_or_default().to_lowercase())
        } else {
            Piece::Mark(c)
        };
        items.push(Item { piece, span: Span::new(start, end), spaced });
        spaced = false;
    }
    items
}

/// The piece from `at` on that is none of `marks`.
pub(super) fn skip(items: &[Item], mut at: usize, marks: &[char]) -> usize {
    while matches!(items.get(at), Some(Item { piece: Piece::Mark(c), .. }) if marks.contains(c)) {
        at += 1;
    }
    at
}

/// The piece after the word at `at`, when some language has it in its `list`; else `at`.
pub(super) fn skip_word(items: &[Item], at: usize, list: List) -> usize {
    at + usize::from(word(items, at).is_some_and(|w| is_in(w, list)))
}

/// The word at `at`, in lower case.
pub(super) fn word(items: &[Item], at: usize) -> Option<&str> {
    match items.get(at)? {
        Item { piece: Piece::Word(w), .. } => Some(w),
        _ => None,
    }
}

/// How many digits the number at `at` has; 0 where none stands.
pub(super) fn digits(items: &[Item], at: usize) -> usize {
    match items.get(at) {
        Some(Item { piece: Piece::Number(_, digits), .. }) => *digits,
        _ => 0,
    }
}

/// The number at `at`, when it has at most `most` digits.
pub(super) fn number(items: &[Item], at: usize, most: usize) -> Option<u8> {
    match items.get(at)?.piece {
        Piece::Number(value, digits) if digits <= most => u8::try_from(value).ok(),
        _ => None,
    }
}
