//! What stands on the two sides of a quotation mark.

/// What stands beside a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    /// White space or the paragraph's edge.
    Gap,
    /// A letter or digit.
    Word,
    /// `(`, `[` and the like.
    Bracket,
    /// A dash, hyphen or slash: both a beginning and an end.
    Dash,
    /// Any other mark.
    Stop,
}

/// What `c` is beside a mark.
pub(super) fn side(c: Option<char>) -> Side {
    match c {
        None => Side::Gap,
        Some(c) if c.is_whitespace() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}') => Side::Gap,
        Some(c) if c.is_alphanumeric() => Side::Word,
        Some('(' | '[' | '{' | '<' | '¿' | '¡' | '$' | '£' | '€' | '#' | '@') => Side::Bracket,
        Some('-' | '‐' | '‑' | '–' | '—' | '―' | '/') => Side::Dash,
        Some(_) => Side::Stop,
    }
}

/// The text on both sides of a run of marks.
#[derive(Clone, Copy, Debug)]
pub(super) struct Context<'t> {
    pub(super) left: &'t str,
    pub(super) right: &'t str,
    /// Whether it is a run of one.
    pub(super) lone: bool,
}
