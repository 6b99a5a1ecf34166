//! Titles before names.

use crate::entity::mention::Mention;
use crate::language::Language;
use crate::language::person::Gender;

/// Characters before a name in which its title stands.
const WIDTH: usize = 12;

/// The characters in front of a mention, where its title stands.
pub(crate) fn text_before<'t>(text: &'t str, mention: &Mention) -> &'t str {
    let before = text.get(..mention.span.start).unwrap_or_default();
    let from = before.char_indices().rev().nth(WIDTH).map_or(0, |(at, _)| at);
    before.get(from..).unwrap_or_default()
}

/// The sex that the title at the end of `before`, the words in front of a name, gives.
pub(crate) fn gender_of_title(before: &str, language: &Language) -> Option<Gender> {
    let word = before.trim_end().trim_end_matches('.').rsplit(char::is_whitespace).next().unwrap_or_default();
    language.person.title_gender(word)
}
