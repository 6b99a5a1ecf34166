//! English words in names and between them.

use crate::language::name::NameWords;

pub(super) static NAME: NameWords = NameWords {
    not_in_acronyms: &["of", "the", "and", "for", "on", "in", "to", "de", "du", "la", "le", "des", "et", "del"],
    joiners: &[" of ", " of the ", " and ", " & "],
    also_called: &[" or ", ", or ", ", known as ", ", also known as ", ", known by its initials "],
    bracket_openers: &[" (", " (the "],
    place_leads: &["in", "In", "near", "across", "outside", "around", "into", "throughout"],
    weak_legal_forms: &["group", "company", "holding", "se", "ab", "&"],
    // USPS, Publication 28, appendix B
    state_codes: &[
        "AL", "AK", "AZ", "AR", "CA", "CO", "CT", "DE", "DC", "FL", "GA", "HI", "ID", "IL", "IN", "IA", "KS", "KY",
        "LA", "ME", "MD", "MA", "MI", "MN", "MS", "MO", "MT", "NE", "NV", "NH", "NJ", "NM", "NY", "NC", "ND", "OH",
        "OK", "OR", "PA", "RI", "SC", "SD", "TN", "TX", "UT", "VT", "VA", "WA", "WV", "WI", "WY",
    ],
    degrees: &[
        "B.A", "BA", "B.S", "B.Sc", "BSc", "M.A", "M.S", "M.Sc", "MSc", "M.B.A", "MBA", "M.Phil", "MPhil", "M.D",
        "Ph.D", "PhD", "D.Phil", "DPhil", "J.D", "LL.B", "LLB", "LL.M", "LLM",
    ],
    mountains: &["mount", "mt"],
    convention: "convention",
    company: "company",
    head_followers: &["of", "for"],
};
