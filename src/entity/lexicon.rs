//! What single words and phrases are known as: names, places, peoples, titles, common words.

use super::measure;
use crate::model;
use crate::text::{Span, tokenize};
use std::borrow::Cow;
use std::sync::OnceLock;

/// A set of things that a word or phrase is known as.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Marks(u32);

impl Marks {
    /// A woman's given name.
    pub(crate) const WOMAN_NAME: Self = Self(1);
    /// A man's given name.
    pub(crate) const MAN_NAME: Self = Self(1 << 1);
    /// A frequent family name.
    pub(crate) const SURNAME: Self = Self(1 << 2);
    /// A large or well-known city.
    pub(crate) const CITY: Self = Self(1 << 3);
    /// A country or state.
    pub(crate) const COUNTRY: Self = Self(1 << 4);
    /// A continent, sea, landscape, or an abbreviated state.
    pub(crate) const REGION: Self = Self(1 << 5);
    /// A nationality, religion or people, noun or adjective.
    pub(crate) const PEOPLE: Self = Self(1 << 6);
    /// A well-known organisation.
    pub(crate) const ORGANIZATION: Self = Self(1 << 7);
    /// Ends the names of organisations (“Union”, “Inc”, “Rovers”).
    pub(crate) const ORG_HEAD: Self = Self(1 << 8);
    /// Opens the names of organisations before “of” and “for” (“University”, “Ministry”).
    pub(crate) const ORG_OPENER: Self = Self(1 << 9);
    /// Ends the names of places (“River”).
    pub(crate) const PLACE_HEAD: Self = Self(1 << 10);
    /// Opens the names of places (“Lake”, “Gulf”).
    pub(crate) const PLACE_OPENER: Self = Self(1 << 11);
    /// Ends the names of events (“Cup”, “War”).
    pub(crate) const EVENT_HEAD: Self = Self(1 << 12);
    /// Ends the names of laws and works (“Act”, “Treaty”).
    pub(crate) const WORK_HEAD: Self = Self(1 << 13);
    /// Stands before a person's name (“President”).
    pub(crate) const TITLE: Self = Self(1 << 14);
    /// Stands before a title and belongs to it (“Defense” Minister).
    pub(crate) const TITLE_PART: Self = Self(1 << 15);
    /// A common noun for a person by what they do or are to others (“actor”, “widow”).
    pub(crate) const ROLE: Self = Self(1 << 16);
    /// A common noun for an organisation (“company”).
    pub(crate) const GROUP_NOUN: Self = Self(1 << 17);
    /// A common noun for a place (“village”).
    pub(crate) const PLACE_NOUN: Self = Self(1 << 18);
    /// A function word.
    pub(crate) const FUNCTION: Self = Self(1 << 19);
    /// A day of the week.
    pub(crate) const WEEKDAY: Self = Self(1 << 20);
    /// A month, also abbreviated.
    pub(crate) const MONTH: Self = Self(1 << 21);
    /// Joins the parts of a personal name (“van”, “bin”).
    pub(crate) const PARTICLE: Self = Self(1 << 22);
    /// A verb of saying or thinking, as it stands behind its subject.
    pub(crate) const SPEECH: Self = Self(1 << 23);
    /// A verb of which mostly persons are the subject.
    pub(crate) const LIFE: Self = Self(1 << 24);
    /// Says that a person is a woman (“she”, “Mrs”, “actress”).
    pub(crate) const WOMAN: Self = Self(1 << 25);
    /// Says that a person is a man.
    pub(crate) const MAN: Self = Self(1 << 26);
    /// A common English word.
    pub(crate) const WORD: Self = Self(1 << 27);
    /// A common noun for a work (“album”).
    pub(crate) const WORK_NOUN: Self = Self(1 << 28);
    /// Written with capitals though no name (“GDP”).
    pub(crate) const NO_NAME: Self = Self(1 << 29);
    /// First word of a phrase of the lexicon.
    pub(crate) const OPENS_PHRASE: Self = Self(1 << 30);

    /// A date or amount may begin with it.
    pub(crate) const MEASURE: Self = Self(1 << 31);

    /// A given name of either sex.
    pub(crate) const GIVEN: Self = Self(Self::WOMAN_NAME.0 | Self::MAN_NAME.0);
    /// A place by name.
    pub(crate) const PLACE: Self = Self(Self::CITY.0 | Self::COUNTRY.0 | Self::REGION.0);
    /// A day or month.
    pub(crate) const CALENDAR: Self = Self(Self::WEEKDAY.0 | Self::MONTH.0);
    /// Something by name.
    pub(crate) const NAMED: Self =
        Self(Self::GIVEN.0 | Self::SURNAME.0 | Self::PLACE.0 | Self::PEOPLE.0 | Self::ORGANIZATION.0);

    /// Whether it shares a mark with `other`.
    pub(super) fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// What taggers are told of the set, as bits.
    pub(super) fn told(self) -> u32 {
        self.0 & !Self::MEASURE.0
    }

    /// Both sets together.
    pub(super) const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// The lists whose entries are all of a kind, and that kind; the others have sections. Where they come from is told in `models/README.md`.
const LISTS: &[(&str, Marks)] = &[
    ("surnames", Marks::SURNAME),
    ("cities", Marks::CITY),
    ("countries", Marks::COUNTRY),
    ("nationalities", Marks::PEOPLE),
    ("words", Marks::WORD),
];

/// The sections of `cues.txt` and `given-names.txt`.
const SECTIONS: &[(&str, Marks)] = &[
    ("women", Marks::WOMAN_NAME),
    ("men", Marks::MAN_NAME),
    ("either", Marks::GIVEN),
    ("region", Marks::REGION),
    ("people", Marks::PEOPLE),
    ("organisation", Marks::ORGANIZATION),
    ("organisation head", Marks::ORG_HEAD),
    ("organisation opener", Marks::ORG_OPENER),
    ("place head", Marks::PLACE_HEAD),
    ("place opener", Marks::PLACE_OPENER),
    ("event head", Marks::EVENT_HEAD),
    ("work head", Marks::WORK_HEAD),
    ("title", Marks::TITLE),
    ("title part", Marks::TITLE_PART),
    ("role", Marks::ROLE),
    ("group noun", Marks::GROUP_NOUN),
    ("place noun", Marks::PLACE_NOUN),
    ("work noun", Marks::WORK_NOUN),
    ("no name", Marks::NO_NAME),
    ("function", Marks::FUNCTION),
    ("weekday", Marks::WEEKDAY),
    ("month", Marks::MONTH),
    ("particle", Marks::PARTICLE),
    ("speech", Marks::SPEECH),
    ("life", Marks::LIFE),
    ("woman", Marks::WOMAN),
    ("man", Marks::MAN),
];

/// Words in the longest phrase of the lists, marks counted (`st . petersburg`).
const LONGEST_PHRASE: usize = 8;

/// Bits of a slot's number: 32,768 slots for some 11,000 words, so that a search seldom passes more than one other word.
const BITS: u32 = 15;

/// Words with their marks, by a hash of fixed form: the words are the lists' own, and no page can make them collide.
struct Table {
    /// Where each word is in `words`, plus one, at the slot that its hash names or the next free one; 0 for none.
    slots: Vec<u16>,
    words: Vec<(&'static str, Marks)>,
}

impl Table {
    fn new() -> Self {
        Self { slots: vec![0; 1 << BITS], words: Vec::with_capacity(12_000) }
    }

    /// The slot of `word`, and its place among the words if it is known.
    fn find(&self, word: &str) -> (usize, Option<usize>) {
        let mut slot = (model::spread(word) >> (64 - BITS)) as usize;
        loop {
            match self.slots.get(slot) {
                Some(&at) if at > 0 => {
                    let at = usize::from(at - 1);
                    if self.words.get(at).is_some_and(|w| w.0 == word) {
                        return (slot, Some(at));
                    }
                }
                _ => return (slot, None),
            }
            slot = (slot + 1) % self.slots.len();
        }
    }

    fn get(&self, word: &str) -> Option<Marks> {
        self.find(word).1.and_then(|at| self.words.get(at)).map(|w| w.1)
    }

    fn add(&mut self, word: &'static str, marks: Marks) {
        let (slot, known) = self.find(word);
        match known {
            Some(at) => {
                if let Some(known) = self.words.get_mut(at) {
                    known.1 = known.1.with(marks);
                }
            }
            None => {
                self.words.push((word, marks));
                if let (Some(slot), Ok(at)) = (self.slots.get_mut(slot), u16::try_from(self.words.len())) {
                    *slot = at;
                }
            }
        }
    }
}

/// The lists by word and phrase.
pub(super) struct Lexicon {
    words: Table,
    /// Each phrase's tokens, parted by single spaces, sorted.
    phrases: Vec<(Cow<'static, str>, Marks)>,
}

impl Lexicon {
    /// The one lexicon, built at the first call (about 10,000 entries) from the lists that are loaded by then.
    pub(super) fn get() -> &'static Self {
        static LEXICON: OnceLock<Lexicon> = OnceLock::new();
        LEXICON.get_or_init(Self::build)
    }

    fn build() -> Self {
        let mut lexicon = Self { words: Table::new(), phrases: Vec::with_capacity(1_000) };
        for (name, list) in model::sections().filter(|(name, _)| *name != "rules") {
            let mut marks = LISTS.iter().find(|(of, _)| *of == name).map(|l| l.1).unwrap_or_default();
            for line in list.lines() {
                match line.strip_prefix("# ") {
                    Some(name) => {
                        marks = SECTIONS.iter().find(|(section, _)| *section == name).map(|s| s.1).unwrap_or_default();
                    }
                    None => line.split('|').filter(|e| !e.is_empty()).for_each(|entry| lexicon.add(entry, marks)),
                }
            }
        }
        measure::openers().for_each(|word| lexicon.words.add(word, Marks::MEASURE));
        // what is listed twice carries the marks of both
        lexicon.phrases.sort_unstable_by(|a, b| a.0.cmp(&b.0));
        lexicon.phrases.dedup_by(|again, first| {
            let same = again.0 == first.0;
            if same {
                first.1 = first.1.with(again.1);
            }
            same
        });
        lexicon
    }

    fn add(&mut self, entry: &'static str, marks: Marks) {
        if !entry.bytes().any(|b| b == b' ' || b.is_ascii_punctuation()) {
            self.words.add(entry, marks);
            return;
        }
        if let Some((first, _)) = entry.split_once(' ')
            && entry.chars().all(|c| c == ' ' || c.is_alphanumeric())
        {
            self.words.add(first, Marks::OPENS_PHRASE);
            self.phrases.push((Cow::Borrowed(entry), marks));
            return;
        }
        let tokens = tokenize(entry, Span::new(0, entry.len()));
        let words: Vec<&'static str> = tokens.iter().filter_map(|t| entry.get(t.span.start..t.span.end)).collect();
        if let [first, _, ..] = words.as_slice() {
            self.words.add(first, Marks::OPENS_PHRASE);
            self.phrases.push((Cow::Owned(words.join(" ")), marks));
        } else {
            self.words.add(entry, marks);
        }
    }

    /// What the lower-case `word` is known as; also by its stem where it is a plural or an inflected common word.
    pub(super) fn word(&self, word: &str) -> Marks {
        let own = self.words.get(word).unwrap_or_default();
        let mut marks = own;
        if !own.any(Marks::NAMED)
            && let Some(singular) = word.strip_suffix('s').and_then(|w| self.words.get(w))
            && singular.any(Marks::PEOPLE)
        {
            marks = marks.with(Marks::PEOPLE);
        }
        if !own.any(Marks::WORD.with(Marks::NAMED)) && self.is_inflected(word) {
            marks = marks.with(Marks::WORD);
        }
        marks
    }

    /// Whether `word` is a common word with an ending; the word list holds stems only.
    fn is_inflected(&self, word: &str) -> bool {
        const ENDINGS: &[(&str, &[&str])] = &[
            ("ies", &["y"]),
            ("ied", &["y"]),
            ("es", &["", "e"]),
            ("s", &[""]),
            ("ed", &["", "e"]),
            ("ing", &["", "e"]),
            ("ly", &["", "e"]),
        ];
        let known = |stem: &str| self.words.get(stem).is_some_and(|m| m.any(Marks::WORD));
        let mut stem = String::new();
        let mut repaired = |base: &str, repair: &str| {
            stem.clear();
            stem.push_str(base);
            stem.push_str(repair);
            known(&stem)
        };
        ENDINGS.iter().any(|(ending, repairs)| {
            let shortest = if *ending == "ly" { 4 } else { 3 };
            let Some(base) = word.strip_suffix(ending).filter(|b| b.len() >= shortest) else {
                return false;
            };
            let doubled = base.as_bytes().split_last().is_some_and(|(last, rest)| rest.last() == Some(last));
            repairs.iter().any(|repair| repaired(base, repair))
                || (doubled && base.get(..base.len() - 1).is_some_and(known))
        })
    }

    /// The longest phrase of the lexicon that `words` begin with: how many words it takes, and what it is.
    pub(super) fn phrase<'w>(&self, words: impl Iterator<Item = &'w str>) -> Option<(usize, Marks)> {
        let mut words = words.take(LONGEST_PHRASE);
        let mut key = words.next()?.to_owned();
        let mut longest = None;
        for (n, word) in (2..).zip(words) {
            key.push(' ');
            key.push_str(word);
            if let Ok(at) = self.phrases.binary_search_by(|p| p.0.as_ref().cmp(&key)) {
                longest = self.phrases.get(at).map(|p| (n, p.1));
            }
        }
        longest
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_words_and_inflections() {
        let lexicon = Lexicon::get();
        assert!(lexicon.word("florence").any(Marks::WOMAN_NAME));
        assert!(lexicon.word("iraqis").any(Marks::PEOPLE));
        assert!(lexicon.word("warned").any(Marks::WORD));
        assert!(!lexicon.word("parly").any(Marks::WORD.with(Marks::NAMED)));
    }

    #[test]
    fn the_table_finds_what_was_added_and_nothing_else() {
        let mut table = Table::new();
        let words: Vec<&'static str> = model::sections().filter(|s| s.0 == "words").flat_map(|s| s.1.lines()).collect();
        words.iter().for_each(|w| table.add(w, Marks::WORD));
        words.iter().take(9).for_each(|w| table.add(w, Marks::CITY));
        assert!(words.iter().all(|w| table.get(w).is_some_and(|m| m.any(Marks::WORD))));
        assert_eq!(words.iter().filter(|w| table.get(w).is_some_and(|m| m.any(Marks::CITY))).count(), 9);
        assert_eq!([table.get(""), table.get("xq"), table.get(&"a".repeat(99))], [None; 3]);
        // half of the slots stay free, so that every search ends
        assert!(Lexicon::get().words.words.len() * 2 < 1 << BITS);
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
