//! Classes of words and forms of verbs, as far as endings and short lists give them.

/// How a reporting verb stands. The order is that of trained weights.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum VerbForm {
    /// `say`: infinitive, or present with a plural.
    Base,
    /// `says`.
    Third,
    /// `said`: past, or past participle.
    Past,
    /// `saying`.
    Gerund,
}

/// A regular form of verbs: `replied` is the past of `reply`.
#[derive(Debug)]
pub(crate) struct VerbEnding {
    /// What the form ends in.
    pub(crate) ending: &'static str,
    /// What the verb has in its place.
    pub(crate) restored: &'static str,
    /// The form.
    pub(crate) form: VerbForm,
}

/// Word classes and verb forms of one language; all words are in lower case. The closed classes and the irregular forms are in the model
/// file: `model::List::WordClasses`, `Verbs` and `CueForms`.
#[derive(Debug)]
pub(crate) struct Clauses {
    /// Days of the week, which are no names for all their capitals.
    pub(crate) weekdays: &'static [&'static str],
    /// Subjects that are written with a capital everywhere: “I”.
    pub(crate) capital_subjects: &'static [&'static str],
    /// Whether the ending of a word makes it an adverb.
    pub(crate) is_adverb: fn(&str) -> bool,
    /// Whether the ending of a word makes it a past tense or a participle.
    pub(crate) is_verb: fn(&str) -> bool,
    /// Whether a word before a verb is a plural, so that the verb's base form may follow: “critics say”.
    pub(crate) is_plural: fn(&str) -> bool,
    /// Regular forms of verbs, the first that fits counts.
    pub(crate) inflections: &'static [VerbEnding],
    /// What ends a gerund, of irregular ones too.
    pub(crate) gerund_ending: &'static str,
    /// Verbs whose base form is their past too.
    pub(crate) own_past: &'static [&'static str],
    /// The word before an infinitive.
    pub(crate) infinitive: &'static str,
    /// The word before the agent of a passive: “added by Roe”.
    pub(crate) agent: &'static str,
    /// The word that opens a dependent clause of what is said: “said that”.
    pub(crate) complement: &'static str,
    /// The relative word for things that are said: “what she called”.
    pub(crate) free_relative: &'static str,
    /// The relative word for persons.
    pub(crate) personal_relative: &'static str,
    /// The relative word for persons that is an object.
    pub(crate) object_relative: &'static str,
    /// Relative words that open the description of a name.
    pub(crate) relatives: &'static [&'static str],
    /// The pronoun that need not mean anything: “it rained”.
    pub(crate) expletive: &'static str,
}
