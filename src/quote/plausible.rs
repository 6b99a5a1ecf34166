//! Whether a phrase can be somebody who speaks: asked where its place in the sentence says little.

use super::phrase::{Head, Phrase};
use crate::article::Article;
use crate::model::List;

/// From this confidence on, the sentence itself says that the phrase speaks (“the report warned: …”).
const CLEAR: f32 = 0.75;

/// Whether `phrase` merely points at something.
pub(super) fn is_pointer(text: &str, phrase: &Phrase) -> bool {
    phrase.span.str(text).split_whitespace().all(|w| List::Pointers.has_folded(w))
}

/// Whether `phrase`, found by the rules with `confidence`, may be shown as the speaker.
pub(super) fn can_speak(text: &str, phrase: &Phrase, confidence: f32) -> bool {
    match phrase.kind {
        Head::Name => true,
        Head::Pronoun => confidence >= CLEAR || !phrase.head.str(text).eq_ignore_ascii_case("it"),
        Head::Noun => confidence >= CLEAR || is_somebody(phrase.head.str(text)),
    }
}

/// Whether the last word of a noun phrase's head names a person or a body of persons.
pub(super) fn is_somebody(head: &str) -> bool {
    let word = head.split_whitespace().next_back().unwrap_or_default();
    let known = |w: &str| List::Speakers.has_folded(w);
    let other = |plural: &str, one: &str| {
        word.strip_suffix(plural).is_some_and(|s| if one.is_empty() { known(s) } else { known(&[s, one].concat()) })
    };
    known(word) || other("ies", "y") || other("es", "") || other("s", "") || other("men", "man")
}

/// The least part of an English text's words that are such words, in hundredths: a quarter to a third in news and talk, a few in
/// other languages.
const ENGLISH_SHARE: usize = 12;

/// Whether the cues, which are English, say anything about this article: by its declared language, else by its commonest words.
pub(super) fn is_english(article: &Article) -> bool {
    let (mut all, mut english) = (0, 0);
    for word in article.text.split_whitespace().take(600) {
        all += 1;
        english += usize::from(List::English.has_folded(word));
        // most articles tell soon
        if all == 100 && 2 * english > 3 * ENGLISH_SHARE {
            break;
        }
    }
    match article.metadata.language.as_deref() {
        Some(tag) if all < 40 => tag.get(..2).is_some_and(|t| t.eq_ignore_ascii_case("en")),
        _ => all < 40 || english * 100 >= all * ENGLISH_SHARE,
    }
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

    #[test]
    fn english_is_told_by_its_small_words() {
        let of = |text: &str| is_english(&Article { text: text.repeat(12), ..Article::default() });
        assert!(of("The mayor of the town said that it was time to go. "));
        assert!(!of("Le maire de la ville a dit qu'il était temps de partir. "));
    }
}
