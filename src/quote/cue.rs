//! Words that report speech, with all their inflections.

/// How a reporting verb stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
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
pub(super) struct Cue {
    /// Its inflection.
    pub(super) form: Form,
    /// Whether it reports speech and nothing else (`say`), so that it may stand before its subject: “…,” said Roe.
    pub(super) plain: bool,
}

/// Verbs that report speech and may be inverted, sorted.
#[rustfmt::skip] // a word a line would take five pages
const PLAIN: &[&str] = &[
    "acknowledge", "add", "admit", "advise", "affirm", "agree", "allege", "announce", "answer", "argue", "ask",
    "assert", "bark", "beg", "bellow", "blog", "boast", "caution", "chant", "charge", "chide", "chime", "chuckle",
    "claim", "comment", "complain", "concede", "conclude", "confess", "confide", "confirm", "contend", "continue",
    "counter", "cry", "declare", "demand", "deny", "disclose", "email", "emphasise", "emphasize", "enthuse",
    "exclaim", "explain", "fume", "gloat", "groan", "grouse", "growl", "grumble", "gush", "hiss", "holler", "huff",
    "implore", "inform", "inquire", "insist", "intone", "joke", "lament", "laugh", "maintain", "mumble", "murmur",
    "muse", "mutter", "narrate", "note", "object", "observe", "opine", "plead", "pledge", "post", "proclaim",
    "promise", "protest", "query", "quip", "read", "reason", "recall", "recite", "recount", "reflect", "reiterate",
    "rejoin", "relate", "remark", "remember", "remind", "repeat", "reply", "report", "respond", "retort", "reveal",
    "roar", "say", "scoff", "scream", "shout", "shriek", "sigh", "sing", "smile", "snap", "snarl", "sneer", "snort",
    "speculate", "state", "stress", "suggest", "swear", "tease", "tell", "testify", "theorise", "theorize",
    "thunder", "tweet", "urge", "venture", "vow", "wail", "warn", "whine", "whisper", "wonder", "write", "yell",
];

/// Other verbs whose subject may be the source of quoted words, sorted.
#[rustfmt::skip] // a word a line would take five pages
const OTHER: &[&str] = &[
    "accuse", "address", "appeal", "applaud", "assail", "assure", "attack", "attribute", "back", "believe",
    "bemoan", "berate", "blame", "blast", "brand", "brush", "call", "cast", "castigate", "challenge",
    "characterise", "characterize", "cite", "compare", "condemn", "congratulate", "consider", "convey", "credit",
    "criticise", "criticize", "decline", "decry", "deem", "defend", "denounce", "depict", "deride", "describe",
    "detail", "discuss", "dismiss", "dub", "echo", "encourage", "endorse", "estimate", "expect", "express", "fear",
    "feel", "find", "fire", "forecast", "guarantee", "hail", "highlight", "hint", "hope", "imply", "include",
    "indicate", "invoke", "know", "label", "lambast", "lambaste", "lash", "lay", "liken", "list", "mention", "mock",
    "offer", "outline", "paint", "point", "portray", "praise", "predict", "press", "propose", "put", "question",
    "quote", "rail", "rap", "rebuff", "rebuke", "recommend", "refer", "refute", "reject", "request", "ridicule",
    "rule", "salute", "scold", "see", "seek", "shoot", "show", "sign", "slam", "slap", "speak", "spell", "sum",
    "support", "talk", "taunt", "teach", "term", "text", "thank", "think", "toast", "tout", "underline",
    "underscore", "use", "utter", "vent", "voice", "want", "weigh", "welcome",
];

/// Forms that no rule makes, with their verb, sorted.
const IRREGULAR: &[(&str, &str, Form)] = &[
    ("begged", "beg", Form::Past),
    ("felt", "feel", Form::Past),
    ("found", "find", Form::Past),
    ("knew", "know", Form::Past),
    ("known", "know", Form::Past),
    ("laid", "lay", Form::Past),
    ("quipped", "quip", Form::Past),
    ("quipping", "quip", Form::Gerund),
    ("said", "say", Form::Past),
    ("sang", "sing", Form::Past),
    ("saw", "see", Form::Past),
    ("shot", "shoot", Form::Past),
    ("shown", "show", Form::Past),
    ("slammed", "slam", Form::Past),
    ("slamming", "slam", Form::Gerund),
    ("snapped", "snap", Form::Past),
    ("snapping", "snap", Form::Gerund),
    ("sought", "seek", Form::Past),
    ("spoke", "speak", Form::Past),
    ("spoken", "speak", Form::Past),
    ("swore", "swear", Form::Past),
    ("sworn", "swear", Form::Past),
    ("taught", "teach", Form::Past),
    ("thought", "think", Form::Past),
    ("told", "tell", Form::Past),
    ("written", "write", Form::Past),
    ("wrote", "write", Form::Past),
];

/// The reporting verb that `word` (in lower case) is a form of.
pub(super) fn cue(word: &str) -> Option<Cue> {
    if let Ok(at) = IRREGULAR.binary_search_by_key(&word, |i| i.0) {
        let &(_, verb, form) = IRREGULAR.get(at)?;
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
    if PLAIN.binary_search(&verb).is_ok() { Some(true) } else { OTHER.binary_search(&verb).ok().map(|_| false) }
}

/// Nouns that report: the words behind them are their owner's.
pub(super) fn is_report(word: &str) -> bool {
    const NOUNS: &[&str] = &[
        "accusation",
        "announcement",
        "answer",
        "assertion",
        "assessment",
        "boast",
        "claim",
        "comment",
        "comments",
        "complaint",
        "criticism",
        "declaration",
        "demand",
        "description",
        "email",
        "interview",
        "letter",
        "memo",
        "message",
        "motto",
        "note",
        "op-ed",
        "phrase",
        "pledge",
        "plea",
        "post",
        "promise",
        "question",
        "quip",
        "remark",
        "remarks",
        "reply",
        "response",
        "slogan",
        "speech",
        "statement",
        "testimony",
        "text",
        "tweet",
        "verdict",
        "vow",
        "warning",
        "words",
    ];
    NOUNS.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lexicons_are_sorted() {
        assert!(PLAIN.is_sorted() && OTHER.is_sorted() && IRREGULAR.is_sorted_by_key(|i| i.0));
    }

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
