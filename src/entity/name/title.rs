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
    title_before(before).and_then(|word| language.person.title_gender(word))
}

/// The word at the end of `before`, without its stop, where it may be a title: in small letters, “miss” and “king” are none.
pub(crate) fn title_before(before: &str) -> Option<&str> {
    let word = before.trim_end().trim_end_matches('.').rsplit(char::is_whitespace).next()?;
    word.trim_start_matches(|c: char| !c.is_alphanumeric()).starts_with(char::is_uppercase).then_some(word)
}
