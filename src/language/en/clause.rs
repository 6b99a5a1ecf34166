//! Word classes and verb forms of English.

use crate::language::{Clauses, VerbEnding, VerbForm};

pub(super) static CLAUSES: Clauses = Clauses {
    weekdays: &["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"],
    capital_subjects: &["i"],
    is_adverb,
    is_verb,
    is_plural,
    inflections: &[
        VerbEnding { ending: "ies", restored: "y", form: VerbForm::Third },
        VerbEnding { ending: "es", restored: "", form: VerbForm::Third },
        VerbEnding { ending: "s", restored: "", form: VerbForm::Third },
        VerbEnding { ending: "ied", restored: "y", form: VerbForm::Past },
        VerbEnding { ending: "ed", restored: "", form: VerbForm::Past },
        VerbEnding { ending: "d", restored: "", form: VerbForm::Past },
        VerbEnding { ending: "ing", restored: "", form: VerbForm::Gerund },
        VerbEnding { ending: "ing", restored: "e", form: VerbForm::Gerund },
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
