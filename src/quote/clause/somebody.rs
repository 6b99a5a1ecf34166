//! Whether a noun names a person or a body of persons.

use crate::language::{PluralEnding, Speakers};
use crate::model::List;

/// Whether the last word of a noun phrase's head names a person or a body of persons.
pub(crate) fn is_somebody(head: &str, speakers: &Speakers) -> bool {
    let word = head.split_whitespace().next_back().unwrap_or_default();
    let known = |w: &str| List::Speakers.has_folded(w);
    let singular_known = |ending: &PluralEnding| {
        word.strip_suffix(ending.plural).is_some_and(|stem| match ending.singular {
            "" => known(stem),
            singular => known(&[stem, singular].concat()),
        })
    };
    known(word) || speakers.plurals.iter().any(singular_known)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::language_of;

    #[test]
    fn plurals_are_somebody_too() {
        let Some(english) = language_of(Some("en"), "") else { return };
        for (head, somebody) in [
            ("city officials", true),
            ("ministries", true),
            ("policemen", true),
            ("ineffectiveness", false),
            ("send", false),
        ] {
            assert_eq!(is_somebody(head, english.speakers), somebody, "{head}");
        }
    }
}
