//! English words in names and between them.

use crate::language::name::NameWords;

pub(super) static NAME: NameWords = NameWords {
    not_in_acronyms: &["of", "the", "and", "for", "on", "in", "to", "de", "du", "la", "le", "des", "et", "del"],
    joiners: &[" of ", " of the ", " and ", " & "],
    also_called: &[" or ", ", or ", ", known as ", ", also known as ", ", known by its initials "],
    bracket_openers: &[" (", " (the "],
    place_leads: &["in", "In", "near", "across", "outside", "around", "into", "throughout"],
    weak_legal_forms: &["group", "company", "holding", "se", "ab", "&"],
    mountains: &["mount", "mt"],
    convention: "convention",
    company: "company",
    head_followers: &["of", "for"],
};
