//! Marks that look like quotation marks and are none: apostrophes, feet and inches.

use super::side::{Context, Side, side};
use crate::language::Apostrophes;
use crate::model::List;

/// Whether the mark between the two sides is the inch of `6'2"`, or of `a 12" record`.
pub(super) fn is_inch(context: &Context) -> bool {
    let head = context.left.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | '½' | '¼' | '¾'));
    let digits = context.left.len() - head.len();
    let feet = head.trim_end_matches([' ', '-']).ends_with(['\'', '’', '′']);
    // more digits than a length has are a year at the end of a quote
    (1..=4).contains(&digits)
        && feet
        && head.trim_end_matches([' ', '-', '\'', '’', '′']).ends_with(|c: char| c.is_ascii_digit())
}

/// Whether the mark stands for letters or a century left out: `’90s`, `'em`, `rock ’n’ roll`. Without a language, only for a century.
pub(super) fn is_elision(c: char, context: &Context, apostrophes: Option<&Apostrophes>) -> bool {
    let word_end = context.right.find(|c: char| !c.is_alphanumeric()).unwrap_or(context.right.len());
    let word = context.right.get(..word_end).unwrap_or_default();
    let figures = apostrophes.map_or(word, |a| word.trim_end_matches(a.decade_ending));
    let year = figures.len() == 2 && figures.bytes().all(|b| b.is_ascii_digit()) && (c != '‘' || figures != word);
    let leading = year || apostrophes.is_some() && List::Elisions.has_folded(word);
    leading && side(context.left.chars().next_back()) != Side::Stop
        || apostrophes.is_some_and(|a| closes_lone_letter(context.left, a))
}

/// The second mark of `’n’`.
fn closes_lone_letter(left: &str, apostrophes: &Apostrophes) -> bool {
    let mut back = left.chars().rev();
    back.next().is_some_and(|c| apostrophes.between.contains(&c)) && matches!(back.next(), Some('\'' | '’' | '‘'))
}

/// Whether the mark may be the apostrophe of a plural (`the boys' cars`) or of a dropped letter (`goin' home`). Without a language, any
/// word may end in one.
pub(super) fn may_end_word(context: &Context, apostrophes: Option<&Apostrophes>) -> bool {
    let ends = apostrophes.is_none_or(|a| a.word_ends.iter().any(|end| context.left.ends_with(end)));
    let mut after = context.right.chars();
    let measure = context.left.ends_with(|c: char| c.is_ascii_digit());
    (ends || measure)
        && after.next().is_some_and(char::is_whitespace)
        && after.next().is_some_and(char::is_alphanumeric)
}
