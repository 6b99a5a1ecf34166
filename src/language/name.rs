//! Words in names and between them.

/// Words in and around names, in lower case where nothing else is said.
#[derive(Debug)]
pub(crate) struct NameWords {
    /// Words whose letters an acronym may leave out: `of`, `and`.
    pub(crate) not_in_acronyms: &'static [&'static str],
    /// What stands between the parts of one name, spaces included: ` of the `.
    pub(crate) joiners: &'static [&'static str],
    /// What stands between a name and another for the same, spaces included: `, or `.
    pub(crate) also_called: &'static [&'static str],
    /// What opens brackets around another name for the same, without marks: ` (the `.
    pub(crate) bracket_openers: &'static [&'static str],
    /// Words before a place's name, as they are written, which no person has before theirs: `in`, `In`.
    pub(crate) place_leads: &'static [&'static str],
    /// Ends of companies' names, among the legal forms, that others have too: `group`.
    pub(crate) weak_legal_forms: &'static [&'static str],
    /// States as they are abbreviated after a comma behind the name of a town: `MD`.
    pub(crate) state_codes: &'static [&'static str],
    /// Academic degrees, which a recogniser may take for names, without their last full stop: `Ph.D`.
    pub(crate) degrees: &'static [&'static str],
    /// Words before the name of a mountain that it may stand without; the last is the short form of the first.
    pub(crate) mountains: &'static [&'static str],
    /// A head of names that is an event's after some words, else a treaty's: `convention`.
    pub(crate) convention: &'static str,
    /// What an organisation of which the name has only a legal form is called: `company`.
    pub(crate) company: &'static str,
    /// Words in an organisation's name before which its head stands: Bank `of` Calder.
    pub(crate) head_followers: &'static [&'static str],
}
