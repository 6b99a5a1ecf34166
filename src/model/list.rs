//! The word lists of the rules, `models/rules.txt`: a page fetches them with the model instead of carrying them in its code.

use super::file::sections;
use foldhash::HashMap;
use std::sync::OnceLock;

/// A list of `models/rules.txt`, in the order of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum List {
    /// Names of places, bodies and peoples by which others mean the same.
    Aliases,
    /// Words at the end of a company's name that say only its legal form.
    LegalForms,
    /// Legal forms at the end of a name, by which it is a company.
    BareForms,
    /// Units of measure and their symbols.
    Units,
    /// What an amount may be counted by: “a day”, “per hour”.
    Rates,
    /// Words before a month that show it to be one.
    MonthLeads,
    /// Months that are names or words too.
    DoubtfulMonths,
    /// Words before a number that show it to be a year.
    YearLeads,
    /// Nouns after a number that is no year.
    Counted,
    /// Words after “Sept. 11” that make it the one of 2001.
    Attacks,
    /// Zones by their letters, and how far they are from universal time; those of several meanings, and those that change with the
    /// season (`ET`), say nothing.
    Zones,
    /// Words before a bare number that show it to be an hour.
    HourLeads,
    /// Words that may begin a date or time without being a number or standing in the calendar.
    DateOpeners,
    /// Words that show a passage to be about business, whose years are fiscal ones.
    Business,
    /// Words that look ahead: modals, plans, and verbs that are used in the present for what is fixed.
    Ahead,
    /// Past forms that do not end in “ed”.
    Past,
    /// Words in “ed” that are no past forms.
    NoPast,
    /// Words after “is”, “was” and “to” in what is planned: “is to meet”, “agreed to meet”.
    Plans,
    /// Parts of the day that belong to its date.
    DayParts,
    /// Newspapers that a day belongs to.
    Papers,
    /// Words before a weekday that is no single day.
    Recurring,
    /// Units of time that “last” and “next” go with.
    Spans,
    /// Units of time that stand before “ago”.
    Steps,
    /// Nouns for persons that the lists of roles and titles do not have.
    Roles,
    /// Words before a title or role that belong to it and stand in no list.
    RoleParts,
    /// Titles that are no more than a form of address.
    Address,
    /// Words that end an apposition: relative words and verbs.
    Closers,
    /// Words after the head of a noun phrase.
    PhraseEnds,
    /// Words that make a people of the name of one, before or after it.
    PeopleWords,
    /// Second halves of hyphenated peoples: “Cuban-American”.
    Peoples,
    /// Words before the name of a people that belong to it.
    WorldParts,
    /// Heads of events that the lists do not have.
    Events,
    /// Words before the names of events: storms, battles, military operations.
    EventOpeners,
    /// Words before a convention that people come to.
    Meetings,
    /// Heads of bodies that no product or work has.
    Bodies,
    /// Words before the names of storms, which are those of persons.
    Storms,
    /// Heads of works, laws and documents that the lists do not have.
    Works,
    /// Words before the names of works.
    WorkOpeners,
    /// Signs and letters before a number.
    MoneySigns,
    /// Letters before a dollar sign.
    Dollars,
    /// Currencies named after a number; where a name is used by several countries, the one meant most often in news.
    Currencies,
    /// Currencies of countries that share their name with another's.
    NationalCurrencies,
    /// Words around a weight in pounds.
    Weighing,
    /// Short forms of given names, by the full one, separated by spaces.
    ShortForms,
    /// Verbs that report speech and may be inverted.
    PlainCues,
    /// Other verbs whose subject may be the source of quoted words.
    OtherCues,
    /// Nouns that report: the words after them are their owner's.
    ReportNouns,
    /// Forms of reporting verbs that no rule makes, with their verb; past forms where they do not end in “ing”.
    CueForms,
    /// Words of the closed classes, with their class.
    WordClasses,
    /// Common verbs, mostly past forms, that no ending shows.
    Verbs,
    /// Nouns for those who speak, in the singular.
    Speakers,
    /// Words that point at something and never are somebody.
    Pointers,
    /// Forms of reporting verbs in -s that are no nouns.
    ReportingForms,
    /// Auxiliaries of the passive.
    Passives,
    /// Determiners that may be somebody by themselves.
    Standalone,
    /// Forms of verbs after which stands whom it was said to.
    SpokenTo,
    /// Words that headlines leave out.
    Dropped,
    /// Words of talk rather than of titles.
    Talk,
    /// Pronouns for somebody who speaks.
    SpeakerPronouns,
    /// Words that open with an apostrophe for letters left out.
    Elisions,
    /// Words that introduce a name, a title or a word as such.
    Naming,
    /// Words without a capital in titles.
    SmallWords,
}

impl List {
    /// Its entries, in the order of their words.
    #[cfg(test)]
    pub(crate) fn entries(self) -> impl Iterator<Item = &'static str> {
        list_texts().nth(self as usize).unwrap_or_default().lines()
    }

    /// Whether `word` stands in it.
    pub(crate) fn has(self, word: &str) -> bool {
        rules().contains_key(&(self as u8, word))
    }

    /// Whether `word` stands in it, capitals of ASCII set aside.
    pub(crate) fn has_folded(self, word: &str) -> bool {
        let mut buffer = [0; LONGEST];
        match buffer.get_mut(..word.len()) {
            Some(small) if word.bytes().any(|b| b.is_ascii_uppercase()) => {
                small.copy_from_slice(word.as_bytes());
                small.make_ascii_lowercase();
                str::from_utf8(small).is_ok_and(|small| self.has(small))
            }
            Some(_) => self.has(word),
            None => false,
        }
    }

    /// What stands after `word=` in it.
    pub(crate) fn value(self, word: &str) -> Option<&'static str> {
        *rules().get(&(self as u8, word))?
    }
}

/// The word of an entry, and what stands after its `=`, where it has one.
fn parts(entry: &str) -> (&str, Option<&str>) {
    entry.split_once('=').map_or((entry, None), |(word, value)| (word, Some(value)))
}

/// Bytes of an entry's word, at most.
const LONGEST: usize = 64;

/// The values of all entries, where they have one, by the number of the list and the word.
type Rules = HashMap<(u8, &'static str), Option<&'static str>>;

/// The lists, found at the first call in what is loaded by then.
fn rules() -> &'static Rules {
    static RULES: OnceLock<Rules> = OnceLock::new();
    RULES.get_or_init(|| {
        let lists = (0..).zip(list_texts());
        let entries = lists.flat_map(|(list, entries)| entries.lines().map(move |entry| (list, parts(entry))));
        entries.map(|(list, (word, value))| ((list, word), value)).collect()
    })
}

/// The entries of each list in order, a line each.
fn list_texts() -> impl Iterator<Item = &'static str> {
    let file = sections().find(|(name, _)| *name == "rules").map_or("", |(_, rules)| rules);
    file.split("# ").filter_map(|part| part.split_once('\n')).map(|(_, entries)| entries.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_in_capitals_however_long() {
        assert!(rules().keys().all(|(_, word)| word.len() <= LONGEST));
        assert!(List::LegalForms.has_folded("Ltd") && !List::LegalForms.has_folded(&"Ltd".repeat(LONGEST)));
    }

    #[test]
    fn every_list_stands_at_its_place_in_the_file() {
        let file = include_str!("../../models/rules.txt");
        let headings: Vec<String> =
            file.lines().filter_map(|l| l.strip_prefix("# ")).map(|h| h.replace(' ', "")).collect();
        assert_eq!(headings.len(), list_texts().count());
        let last = List::SmallWords;
        assert_eq!(headings.len(), last as usize + 1);
        for (list, name) in [(List::Aliases, "aliases"), (List::Storms, "storms"), (last, "smallwords")] {
            assert_eq!(headings[list as usize], name);
            assert_eq!(headings[list as usize], format!("{list:?}").to_lowercase());
        }
    }

    #[test]
    fn lists_are_in_order() {
        for list in list_texts() {
            let words: Vec<&str> = list.lines().map(|entry| parts(entry).0).collect();
            assert!(words.is_sorted_by(|a, b| a < b), "{}", words.first().unwrap_or(&""));
        }
    }

    #[test]
    fn words_are_found_in_their_list_alone() {
        assert!(List::Storms.has("typhoon") && !List::Storms.has("battle"));
        assert_eq!([List::Rates.value("week"), List::Rates.value("weeks")], [Some("wk"), None]);
    }
}
