//! Where English sentences end.

use crate::language::SentenceWords;

#[rustfmt::skip] // a word a line would take two pages
pub(super) static SENTENCES: SentenceWords = SentenceWords {
    abbreviations: &[
        "mr", "mrs", "ms", "mx", "dr", "prof", "rev", "fr", "sr", "jr", "st", "gen", "col", "lt", "maj", "capt", "cpl",
        "sgt", "cmdr", "adm", "gov", "sen", "rep", "pres", "hon", "supt", "insp", "det", "vs", "etc", "inc", "corp", "ltd",
        "co", "no", "vol", "fig", "al", "ca", "approx", "dept", "univ", "assn", "bros", "jan", "feb", "mar", "apr", "jun",
        "jul", "aug", "sep", "sept", "oct", "nov", "dec", "mt", "ft", "ave", "blvd", "messrs", "ret", "rs",
    ],
    openers: &[
        "The", "A", "An", "He", "She", "It", "They", "We", "I", "But", "And", "In", "On", "At", "This", "That", "His",
        "Her", "Their", "“", "\"", "Mr", "Mrs", "Ms", "If", "When", "While", "After", "Before", "As", "For", "However",
        "Then", "There", "These",
    ],
};
