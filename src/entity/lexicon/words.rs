//! What single words and phrases are known as: names, places, peoples, titles, common words.

use super::class::LexicalClass;
use crate::language::Language;
use crate::model;
use crate::text::{Span, tokenize};
use foldhash::{HashMap, HashMapExt};
use std::borrow::Cow;
use std::sync::OnceLock;

/// The lists whose entries are all of a kind, and that kind; the others have sections. Where they come from is said in `models/README.md`.
const LISTS: &[(&str, LexicalClass)] = &[
    ("surnames", LexicalClass::SURNAME),
    ("cities", LexicalClass::CITY),
    ("countries", LexicalClass::COUNTRY),
    ("nationalities", LexicalClass::PEOPLE),
    ("words", LexicalClass::WORD),
];

/// The sections of `cues.txt` and `given-names.txt`.
const SECTIONS: &[(&str, LexicalClass)] = &[
    ("women", LexicalClass::WOMAN_NAME),
    ("men", LexicalClass::MAN_NAME),
    ("either", LexicalClass::GIVEN),
    ("region", LexicalClass::REGION),
    ("people", LexicalClass::PEOPLE),
    ("organisation", LexicalClass::ORGANIZATION),
    ("organisation head", LexicalClass::ORG_HEAD),
    ("organisation opener", LexicalClass::ORG_OPENER),
    ("place head", LexicalClass::PLACE_HEAD),
    ("place opener", LexicalClass::PLACE_OPENER),
    ("event head", LexicalClass::EVENT_HEAD),
    ("work head", LexicalClass::WORK_HEAD),
    ("title", LexicalClass::TITLE),
    ("title part", LexicalClass::TITLE_PART),
    ("role", LexicalClass::ROLE),
    ("group noun", LexicalClass::GROUP_NOUN),
    ("place noun", LexicalClass::PLACE_NOUN),
    ("work noun", LexicalClass::WORK_NOUN),
    ("no name", LexicalClass::NO_NAME),
    ("function", LexicalClass::FUNCTION),
    ("weekday", LexicalClass::WEEKDAY),
    ("month", LexicalClass::MONTH),
    ("particle", LexicalClass::PARTICLE),
    ("speech", LexicalClass::SPEECH),
    ("life", LexicalClass::LIFE),
    ("woman", LexicalClass::WOMAN),
    ("man", LexicalClass::MAN),
];

/// Words in the longest phrase of the lists, marks counted (`st . petersburg`).
const LONGEST_PHRASE: usize = 8;

/// The lists by word and phrase.
pub(crate) struct Lexicon {
    words: HashMap<Cow<'static, str>, LexicalClass>,
    /// By their tokens, separated by single spaces.
    phrases: HashMap<Cow<'static, str>, LexicalClass>,
}

impl Lexicon {
    /// The one lexicon, built at the first call (about 12,000 entries) from the lists that are loaded by then.
    pub(crate) fn get() -> &'static Self {
        static LEXICON: OnceLock<Lexicon> = OnceLock::new();
        LEXICON.get_or_init(Self::build)
    }

    fn build() -> Self {
        let mut lexicon = Self { words: HashMap::with_capacity(12_000), phrases: HashMap::with_capacity(1_000) };
        for (name, list) in model::sections().filter(|(name, _)| *name != "rules") {
            let mut class = LISTS.iter().find(|(of, _)| *of == name).map(|l| l.1).unwrap_or_default();
            for line in list.lines() {
                match line.strip_prefix("# ") {
                    Some(name) => {
                        class = SECTIONS.iter().find(|(section, _)| *section == name).map(|s| s.1).unwrap_or_default();
                    }
                    None => line.split('|').filter(|e| !e.is_empty()).for_each(|entry| lexicon.add(entry, class)),
                }
            }
        }
        lexicon
    }

    /// Adds an entry; what is listed twice is known as both.
    fn add(&mut self, entry: &'static str, class: LexicalClass) {
        fn join(map: &mut HashMap<Cow<'static, str>, LexicalClass>, key: Cow<'static, str>, class: LexicalClass) {
            let known = map.entry(key).or_default();
            *known = known.with(class);
        }
        if !entry.bytes().any(|b| b == b' ' || b.is_ascii_punctuation()) {
            return join(&mut self.words, Cow::Borrowed(entry), class);
        }
        let tokens = tokenize(entry, Span::new(0, entry.len()));
        let words: Vec<&'static str> = tokens.iter().filter_map(|t| entry.get(t.span.start..t.span.end)).collect();
        if let [first, _, ..] = words.as_slice() {
            join(&mut self.words, Cow::Borrowed(first), LexicalClass::OPENS_PHRASE);
            join(&mut self.phrases, Cow::Owned(words.join(" ")), class);
        } else {
            join(&mut self.words, Cow::Borrowed(entry), class);
        }
    }

    /// What the lower-case `word` is known as; also by its stem where it is a plural or an inflected common word of `language`.
    pub(crate) fn class_of(&self, word: &str, language: &Language) -> LexicalClass {
        let own = self.words.get(word).copied().unwrap_or_default();
        let mut class = own;
        if !own.any(LexicalClass::NAMED)
            && let Some(singular) = language.inflection.singular(word).and_then(|w| self.words.get(w))
            && singular.any(LexicalClass::PEOPLE)
        {
            class = class.with(LexicalClass::PEOPLE);
        }
        if !own.any(LexicalClass::WORD.with(LexicalClass::NAMED)) && self.is_inflected(word, language) {
            class = class.with(LexicalClass::WORD);
        }
        class
    }

    /// Whether `word` is a common word with an ending; the word list holds stems only.
    fn is_inflected(&self, word: &str, language: &Language) -> bool {
        let is_common = |stem: &str| self.words.get(stem).is_some_and(|c| c.any(LexicalClass::WORD));
        let mut stem = String::new();
        let mut is_stem = |base: &str, instead: &str| {
            stem.clear();
            stem.push_str(base);
            stem.push_str(instead);
            is_common(&stem)
        };
        language.inflection.endings.iter().any(|ending| {
            let Some(base) = word.strip_suffix(ending.ending).filter(|b| b.len() >= ending.shortest) else {
                return false;
            };
            let doubled = base.as_bytes().split_last().is_some_and(|(last, rest)| rest.last() == Some(last));
            ending.instead.iter().any(|instead| is_stem(base, instead))
                || (doubled && base.get(..base.len() - 1).is_some_and(is_common))
        })
    }

    /// The longest phrase of the lexicon that `words` begin with: how many words it takes, and what it is.
    pub(crate) fn phrase<'w>(&self, words: impl Iterator<Item = &'w str>) -> Option<(usize, LexicalClass)> {
        let mut words = words.take(LONGEST_PHRASE);
        let mut key = words.next()?.to_owned();
        let mut longest = None;
        for (n, word) in (2..).zip(words) {
            key.push(' ');
            key.push_str(word);
            longest = self.phrases.get(key.as_str()).map(|class| (n, *class)).or(longest);
        }
        longest
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::language_of;

    #[test]
    fn knows_words_and_inflections() {
        let lexicon = Lexicon::get();
        let class = |word| lexicon.class_of(word, language_of(None, "").unwrap());
        assert!(class("florence").any(LexicalClass::WOMAN_NAME));
        assert!(class("iraqis").any(LexicalClass::PEOPLE));
        assert!(class("warned").any(LexicalClass::WORD));
        assert!(!class("parly").any(LexicalClass::WORD.with(LexicalClass::NAMED)));
    }

    #[test]
    fn every_section_is_named() {
        for (_, list) in model::sections().filter(|(name, _)| matches!(*name, "given-names" | "cues")) {
            for name in list.lines().filter_map(|l| l.strip_prefix("# ")) {
                assert!(SECTIONS.iter().any(|(section, _)| *section == name), "{name}");
            }
        }
    }
}
