//! How a word is written.

use crate::text::TokenKind;

/// How a word is written. A number never changes its meaning: trained weights are found by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Shape {
    /// `word`
    Lower = 0,
    /// `Word`, `McDonald`, `O'Neill`, `U.S.`
    Capital = 1,
    /// `WORD`, two letters or more
    Upper = 2,
    /// `J`, `J.`, `J.K.`
    Initial = 3,
    /// `iPhone`
    Mixed = 4,
    /// `10`, `3rd`
    Number = 5,
    /// `'s`
    Clitic = 6,
    /// `,`
    Mark = 7,
}

/// How `word` is written.
pub(super) fn shape_of(word: &str, kind: TokenKind) -> Shape {
    match kind {
        TokenKind::Number => return Shape::Number,
        TokenKind::Clitic => return Shape::Clitic,
        TokenKind::Mark => return Shape::Mark,
        TokenKind::Word => {}
    }
    let (mut upper, mut lower, mut dots) = (0, 0, 0);
    for c in word.chars() {
        upper += usize::from(c.is_uppercase());
        lower += usize::from(c.is_lowercase());
        dots += usize::from(c == '.');
    }
    let first = word.chars().next().is_some_and(char::is_uppercase);
    match (first, upper, lower) {
        (true, 1, 0) => Shape::Initial,
        (true, _, 0) if dots >= upper => Shape::Initial,
        (true, _, 0) => Shape::Upper,
        (true, ..) => Shape::Capital,
        (false, 0, _) => Shape::Lower,
        _ => Shape::Mixed,
    }
}
