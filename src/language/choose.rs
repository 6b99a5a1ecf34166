//! Which pack a text is read by: by its words, else by what it declares.

use super::{Language, en, foreign};
use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::OnceLock;

/// All packs; a short text that declares nothing is taken for the first one's.
static PACKS: [&Language; 1] = [&en::ENGLISH];

/// The least part of a text's words that are among its language's commonest, in hundredths: in news and talk a fifth to a third, in a table
/// of results none.
const COMMON_SHARE: usize = 12;

/// Words from which on the words say more than what is declared.
const ENOUGH: usize = 40;

/// Words that are looked at, at most.
const LOOKED_AT: usize = 600;

/// The pack for a text: by its commonest words, and where they do not say, by the BCP 47 tag that it `declared`. A text that says neither
/// is read by the first pack if it is in Latin letters.
pub(crate) fn language_of(declared: Option<&str>, text: &str) -> Option<&'static Language> {
    match code_by_words(text).or_else(|| declared.map(primary_subtag)) {
        Some(code) => PACKS.into_iter().find(|language| language.code == code),
        None => PACKS.first().copied().filter(|_| is_latin(text)),
    }
}

/// The language whose commonest words a text has most of, if it has enough of them.
fn code_by_words(text: &str) -> Option<String> {
    let common = CommonWords::get();
    let mut counts = vec![0; common.codes.len()];
    let mut words = 0;
    for word in text.split_whitespace().take(LOOKED_AT) {
        words += 1;
        for &language in common.languages.get(&*bare_lower_case(word)).into_iter().flatten() {
            counts[language] += 1;
        }
    }
    if words < ENOUGH {
        return None;
    }
    // the first of equals: a pack before what has none
    let best =
        counts.into_iter().zip(&common.codes).reduce(|best, other| if other.0 > best.0 { other } else { best })?;
    (best.0 * 100 >= words * COMMON_SHARE).then(|| (*best.1).to_owned())
}

/// The commonest words of all languages that are told apart, turned round: which languages each word is common in.
struct CommonWords {
    codes: Vec<&'static str>,
    /// Indices of `codes` by word.
    languages: HashMap<&'static str, Vec<usize>>,
}

impl CommonWords {
    fn get() -> &'static Self {
        static ALL: OnceLock<CommonWords> = OnceLock::new();
        ALL.get_or_init(|| {
            let packs = PACKS.into_iter().map(|language| (language.code, language.commonest));
            let mut all = Self { codes: Vec::new(), languages: HashMap::new() };
            for (index, (code, commonest)) in packs.chain(foreign::FOREIGN).enumerate() {
                all.codes.push(code);
                for word in commonest {
                    all.languages.entry(word).or_default().push(index);
                }
            }
            all
        })
    }
}

/// `en` of `en-GB`, in lower case.
fn primary_subtag(tag: &str) -> String {
    tag.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase()
}

/// A word in lower case, without marks around it.
fn bare_lower_case(word: &str) -> Cow<'_, str> {
    let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
    let is_lower = bare.bytes().all(|b| b.is_ascii() && !b.is_ascii_uppercase());
    if is_lower { Cow::Borrowed(bare) } else { Cow::Owned(bare.to_lowercase()) }
}

/// Whether at least half of the letters at the start of `text` are Latin ones (blocks up to Latin Extended-B, and Additional).
fn is_latin(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic()).take(LOOKED_AT);
    let (latin, all) = letters.fold((0, 0), |(latin, all), c| {
        (latin + usize::from(c < '\u{250}' || ('\u{1e00}'..'\u{1f00}').contains(&c)), all + 1)
    });
    latin * 2 >= all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(declared: Option<&str>, text: &str) -> Option<&'static str> {
        language_of(declared, text).map(|l| l.code)
    }

    #[test]
    fn long_texts_are_known_by_their_words() {
        let english = "The mayor of the town said that it was time to go. ".repeat(12);
        let french = "Le maire de la ville a dit qu'il était temps de partir. ".repeat(12);
        assert_eq!(code(None, &english), Some("en"));
        assert_eq!(code(Some("fr"), &english), Some("en"));
        assert_eq!(code(None, &french), None);
        assert_eq!(code(Some("en-GB"), &french), None);
    }

    #[test]
    fn short_texts_are_known_by_what_they_declare() {
        assert_eq!(code(Some("en-US"), "Ferry late"), Some("en"));
        assert_eq!(code(Some("de"), "Fähre zu spät"), None);
        assert_eq!(code(None, "Ferry late"), Some("en"));
        assert_eq!(code(None, "Паром опоздал"), None);
    }

    #[test]
    fn tables_of_results_are_known_by_what_they_declare() {
        let table = "Calder 3 Roe 1\nOkoro 2 Vale 2\n".repeat(12);
        assert_eq!(code(None, &table), Some("en"));
        assert_eq!(code(Some("de-AT"), &table), None);
    }
}
