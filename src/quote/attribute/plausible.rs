//! Whether a phrase can be somebody who speaks: asked where its place in the sentence says little.

use crate::model::List;
use crate::quote::clause::phrase::{Head, Phrase};

/// From this confidence on, the sentence itself says that the phrase speaks (“the report warned: …”).
const CLEAR: f32 = 0.75;

/// Whether `phrase` merely points at something.
pub(crate) fn is_pointer(text: &str, phrase: &Phrase) -> bool {
    phrase.span.str(text).split_whitespace().all(|w| List::Pointers.has_folded(w))
}

/// Whether `phrase`, found by the rules with `confidence`, may be shown as the speaker.
pub(crate) fn can_speak(text: &str, phrase: &Phrase, confidence: f32) -> bool {
    match phrase.kind {
        Head::Name => true,
        Head::Pronoun => confidence >= CLEAR || !phrase.head.str(text).eq_ignore_ascii_case("it"),
        Head::Noun => confidence >= CLEAR || is_somebody(phrase.head.str(text)),
    }
}

/// Whether the last word of a noun phrase's head names a person or a body of persons.
pub(crate) fn is_somebody(head: &str) -> bool {
    let word = head.split_whitespace().next_back().unwrap_or_default();
    let known = |w: &str| List::Speakers.has_folded(w);
    let other = |plural: &str, one: &str| {
        word.strip_suffix(plural).is_some_and(|s| if one.is_empty() { known(s) } else { known(&[s, one].concat()) })
    };
    known(word) || other("ies", "y") || other("es", "") || other("s", "") || other("men", "man")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plurals_are_somebody_too() {
        for (head, somebody) in [
            ("city officials", true),
            ("ministries", true),
            ("policemen", true),
            ("ineffectiveness", false),
            ("send", false),
        ] {
            assert_eq!(is_somebody(head), somebody, "{head}");
        }
    }
}
