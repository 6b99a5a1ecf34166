//! Speakers in English.

use crate::language::{GenderedWords, PluralEnding, Speakers};

pub(super) static SPEAKERS: Speakers = Speakers {
    female: GenderedWords {
        subject: "she",
        pronouns: &["she", "her", "herself"],
        titles: &["Mrs", "Ms", "Miss", "Lady", "Dame", "Queen"],
    },
    male: GenderedWords {
        subject: "he",
        pronouns: &["he", "him", "his", "himself"],
        titles: &["Mr", "Lord", "Sir", "King"],
    },
    reporting_pronouns: &["he", "she", "they", "i", "we"],
    pronouns: &["he", "she", "they", "it", "i", "we", "you", "who", "him", "her", "them", "one"],
    opening_determiners: &["The", "A", "An", "Some", "Many", "Several", "One", "His", "Her", "Their"],
    definite_article: "the",
    and: " and ",
    name_ties: &["for", "of", "at", "in", "from", "to", "who", "'s"],
    noun_ends: &[" of ", " for ", " at ", " in ", " from ", " who ", " that ", " with ", " on "],
    description_ends: &["of", "for", "at", "in", "on", "with", "from"],
    epithet_endings: &["-born", "-year-old", "-time", "-old", "-trained", "-educated"],
    epithet_words: &["ex", "former", "outgoing", "reigning", "retired", "retiring", "veteran"],
    parents: &["mother", "father", "grandmother", "grandfather", "mum", "dad"],
    parent_tie: " of ",
    one_of_a_people: &[
        "an", "ard", "dane", "swede", "finn", "turk", "scot", "serb", "croat", "pole", "briton", "er", "i",
    ],
    plurals: &[
        PluralEnding { plural: "ies", singular: "y" },
        PluralEnding { plural: "es", singular: "" },
        PluralEnding { plural: "s", singular: "" },
        PluralEnding { plural: "men", singular: "man" },
    ],
};
