//! Splits a short line into the numbers, words and marks that dates are made of.

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
