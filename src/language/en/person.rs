//! English words about persons.

use crate::language::person::Gender::{Man, Woman};
use crate::language::person::PersonWords;

pub(super) static PERSON: PersonWords = PersonWords {
    pronouns: &[
        ("she", Woman),
        ("her", Woman),
        ("hers", Woman),
        ("herself", Woman),
        ("he", Man),
        ("him", Man),
        ("his", Man),
        ("himself", Man),
    ],
    gendered_titles: &[
        ("mr", Man),
        ("sir", Man),
        ("lord", Man),
        ("king", Man),
        ("prince", Man),
        ("mrs", Woman),
        ("ms", Woman),
        ("miss", Woman),
        ("lady", Woman),
        ("queen", Woman),
        ("princess", Woman),
        ("dame", Woman),
    ],
    courtesy_titles: &["mr", "mrs", "ms", "miss"],
    suffixes: &["jr", "sr", "ii", "iii", "iv"],
    stopped_suffixes: &["Jr", "Sr"],
    lives: &["retired", "former", "veteran", "outgoing", "born", "raised", "bred", "educated", "trained"],
    life_endings: &["-time", "-trained", "-educated"],
    parents: &[("mother", Woman), ("grandmother", Woman), ("father", Man), ("grandfather", Man)],
    parent_of: "of",
    aged: "-year-old",
    agent_endings: &["er", "or", "ist", "ian", "man", "woman"],
    retired: &["ret", "retired"],
    name_articles: &["al-"],
    parties: &["d", "r", "i", "l", "dem", "rep", "dfl"],
    party_letters: &["D", "R", "I"],
};
