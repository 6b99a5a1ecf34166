//! Reporting words of English.

use crate::language::Speech;

pub(super) static SPEECH: Speech = Speech {
    according: ["according", "to"],
    no_sources: &["plan", "plans", "schedule"],
    about_words: &["word", "term", "name", "means", "meaning"],
    naming_phrases: &["known as", "known as the"],
    per: &["per"],
    as_put: ["as", "put", "it"],
    turns: &["Q", "A", "Question", "Answer"],
    put_to: &["asked", "pressed", "questioned", "quizzed"],
    quoting: &["quote", "quotes", "quoted", "quoting"],
    heard_out: &["quoted", "cited", "reported", "said", "known", "seen", "shown", "felt", "thought", "believed"],
    hears: &["heard", "hears"],
    hearings: &["court", "hearing", "inquest", "inquiry", "jury", "panel", "tribunal", "trial"],
    negations: &["not", "n't", "n’t", "never"],
    softeners: &["just", "merely", "only", "simply"],
    nobody: &["nobody", "no", "none", "neither"],
    suppositions: &["if", "unless"],
    inverted: &["had", "should"],
    denials: &["denied", "denies", "deny", "denying", "without"],
    denial_tie: ["short", "of"],
    refusals: &["declined", "declines", "failed", "fails", "refused", "refuses"],
};
