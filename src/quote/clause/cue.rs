//! Words that report speech, with all their inflections.

use crate::language::{Clauses, VerbForm};
use crate::model::List;

/// A reporting verb as it stands in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Cue {
    /// Its inflection.
    pub(crate) form: VerbForm,
    /// Whether it reports speech and nothing else (`say`), so that it may stand before its subject: “…,” said Roe.
    pub(crate) plain: bool,
}

/// The reporting verb that `word` (in lower case) is a form of.
pub(super) fn reporting_verb(word: &str, clauses: &Clauses) -> Option<Cue> {
    if let Some(verb) = List::CueForms.value(word) {
        let form = if word.ends_with(clauses.gerund_ending) { VerbForm::Gerund } else { VerbForm::Past };
        return is_plain_verb(verb).map(|plain| Cue { form, plain });
    }
    if let Some(plain) = is_plain_verb(word) {
        let form = if clauses.own_past.contains(&word) { VerbForm::Past } else { VerbForm::Base };
        return Some(Cue { form, plain });
    }
    clauses.inflections.iter().find_map(|inflection| {
        let stem = word.strip_suffix(inflection.ending)?;
        let plain = match inflection.restored {
            "" => is_plain_verb(stem),
            restored => is_plain_verb(&[stem, restored].concat()),
        }?;
        Some(Cue { form: inflection.form, plain })
    })
}

/// Whether `verb` is plain; `None` when it reports nothing.
fn is_plain_verb(verb: &str) -> Option<bool> {
    if List::PlainCues.has(verb) { Some(true) } else { List::OtherCues.has(verb).then_some(false) }
}

/// Whether `word` (in lower case) is a noun that reports: the words after it are its owner's.
pub(crate) fn is_report_noun(word: &str) -> bool {
    List::ReportNouns.has(word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::language_of;

    #[test]
    fn knows_inflections() {
        let Some(english) = language_of(Some("en"), "") else { return };
        let form = |word| reporting_verb(word, english.clauses).map(|c| c.form);
        assert_eq!(form("said"), Some(VerbForm::Past));
        assert_eq!(form("replies"), Some(VerbForm::Third));
        assert_eq!(form("replied"), Some(VerbForm::Past));
        assert_eq!(form("writing"), Some(VerbForm::Gerund));
        assert_eq!(form("dismisses"), Some(VerbForm::Third));
        assert_eq!(form("warn"), Some(VerbForm::Base));
        assert_eq!(form("ferry"), None);
    }
}
