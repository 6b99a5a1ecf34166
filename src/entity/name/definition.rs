//! Names that a text gives for the same thing side by side.

use super::acronym::{abbreviates, is_acronym};
use crate::entity::mention::Mention;
use crate::language::Language;

/// Whether `b`, the mention after `a`, is given there as another name for it: “Water and Marine Authority (WMA)”,
/// “WMA (Water and Marine Authority)”, “Islamic State group, or IS”.
pub(crate) fn defines(text: &str, a: &Mention, b: &Mention, language: &Language) -> bool {
    let name = |m: &Mention| m.span.str(text);
    let between = text.get(a.span.end..b.span.start).unwrap_or_default();
    let called = language.name.also_called.contains(&between);
    let opened = language.name.bracket_openers.contains(&between.trim_end_matches(['"', '“', '‘', '\'']));
    // most names that follow each other are turned away by the words between them
    if !called && !opened {
        return false;
    }
    let (long, short) = if is_acronym(name(a)) { (name(b), name(a)) } else { (name(a), name(b)) };
    if !is_acronym(short) || is_acronym(long) || !long.contains([' ', '-']) {
        return false;
    }
    let bracketed =
        text.get(b.span.end..).is_some_and(|rest| rest.trim_start_matches(['"', '”', '\'', '’']).starts_with(')'));
    (bracketed && opened) || (called && abbreviates(short, long, language))
}
