//! Words that report speech, with all their inflections.

use crate::model::List;
/// How a reporting verb stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// `say`: infinitive, or present with a plural.
    Base,
    /// `says`.
    Third,
    /// `said`: past, or past participle.
    Past,
    /// `saying`.
    Gerund,
}

/// A reporting verb as it stands in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Cue {
    /// Its inflection.
    pub(crate) form: Form,
    /// Whether it reports speech and nothing else (`say`), so that it may stand before its subject: “…,” said Roe.
    pub(crate) plain: bool,
}

/// The reporting verb that `word` (in lower case) is a form of.
pub(crate) fn cue(word: &str) -> Option<Cue> {
    if let Some(verb) = List::CueForms.value(word) {
        let form = if word.ends_with("ing") { Form::Gerund } else { Form::Past };
        return known(verb).map(|plain| Cue { form, plain });
    }
    if let Some(plain) = known(word) {
        // `put` and `read` are their own past
        let form = if matches!(word, "put" | "read") { Form::Past } else { Form::Base };
        return Some(Cue { form, plain });
    }
    const ENDINGS: &[(&str, &str, Form)] = &[
        ("ies", "y", Form::Third),
        ("es", "", Form::Third),
        ("s", "", Form::Third),
        ("ied", "y", Form::Past),
        ("ed", "", Form::Past),
        ("d", "", Form::Past),
        ("ing", "", Form::Gerund),
        ("ing", "e", Form::Gerund),
    ];
    ENDINGS.iter().find_map(|&(ending, restored, form)| {
        let stem = word.strip_suffix(ending)?;
        let plain = if restored.is_empty() { known(stem) } else { known(&[stem, restored].concat()) }?;
        Some(Cue { form, plain })
    })
}

/// Whether `verb` is plain; `None` when it reports nothing.
fn known(verb: &str) -> Option<bool> {
    if List::PlainCues.has(verb) { Some(true) } else { List::OtherCues.has(verb).then_some(false) }
}

/// Nouns that report: the words behind them are their owner's.
pub(crate) fn is_report(word: &str) -> bool {
    List::ReportNouns.has(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_inflections() {
        let form = |word| cue(word).map(|c| c.form);
        assert_eq!(form("said"), Some(Form::Past));
        assert_eq!(form("replies"), Some(Form::Third));
        assert_eq!(form("replied"), Some(Form::Past));
        assert_eq!(form("writing"), Some(Form::Gerund));
        assert_eq!(form("dismisses"), Some(Form::Third));
        assert_eq!(form("warn"), Some(Form::Base));
        assert_eq!(form("ferry"), None);
    }
}
