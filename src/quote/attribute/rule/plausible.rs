//! Whether a phrase can be somebody who speaks: asked where its place in the sentence says little.

use crate::language::{Language, PluralEnding, Speakers};
use crate::model::List;
use crate::quote::clause::{Head, Phrase};

/// From this confidence on, the sentence itself says that the phrase speaks (“the report warned: …”).
const CLEAR: f32 = 0.75;

/// Whether `phrase` merely points at something.
pub(crate) fn is_pointer(text: &str, phrase: &Phrase) -> bool {
    phrase.span.str(text).split_whitespace().all(|w| List::Pointers.has_folded(w))
}

/// Whether `phrase`, found by the rules with `confidence`, may be shown as the speaker.
pub(crate) fn can_speak(text: &str, phrase: &Phrase, confidence: f32, language: &Language) -> bool {
    match phrase.kind {
        Head::Name => true,
        Head::Pronoun => confidence >= CLEAR || !phrase.head.str(text).eq_ignore_ascii_case(language.clauses.expletive),
        Head::Noun => confidence >= CLEAR || is_somebody(phrase.head.str(text), language.speakers),
    }
}

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
