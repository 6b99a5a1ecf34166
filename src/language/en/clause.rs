//! Word classes and verb forms of English.

use crate::language::{Clauses, Inflection, VerbForm};

pub(super) static CLAUSES: Clauses = Clauses {
    weekdays: &["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"],
    capital_subjects: &["i"],
    is_adverb,
    is_verb,
    is_plural,
    inflections: &[
        Inflection { ending: "ies", restored: "y", form: VerbForm::Third },
        Inflection { ending: "es", restored: "", form: VerbForm::Third },
        Inflection { ending: "s", restored: "", form: VerbForm::Third },
        Inflection { ending: "ied", restored: "y", form: VerbForm::Past },
        Inflection { ending: "ed", restored: "", form: VerbForm::Past },
        Inflection { ending: "d", restored: "", form: VerbForm::Past },
        Inflection { ending: "ing", restored: "", form: VerbForm::Gerund },
        Inflection { ending: "ing", restored: "e", form: VerbForm::Gerund },
    ],
    gerund_ending: "ing",
    own_past: &["put", "read"],
    infinitive: "to",
    agent: "by",
    complement: "that",
    free_relative: "what",
    personal_relative: "who",
    object_relative: "whom",
    relatives: &["who", "which"],
    expletive: "it",
};

/// Letters of a word up to which its ending says nothing: “fly”, “bed”, “sing”.
const SHORT: usize = 4;

fn is_adverb(word: &str) -> bool {
    word.len() > SHORT && word.ends_with("ly") && !matches!(word, "family" | "assembly" | "ally" | "reply")
}

fn is_verb(word: &str) -> bool {
    word.len() > SHORT && (word.ends_with("ed") && !word.ends_with("eed") || word.ends_with("ing"))
}

fn is_plural(word: &str) -> bool {
    word.ends_with('s') || word.eq_ignore_ascii_case("people")
}
