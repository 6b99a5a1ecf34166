//! Reporting words of English.

use crate::language::Speech;

pub(super) static SPEECH: Speech = Speech {
    according: ["according", "to"],
    no_sources: &["plan", "plans", "schedule"],
    about_words: &["word", "term", "name", "means", "meaning"],
    naming_phrases: &["known as", "known as the"],
};
