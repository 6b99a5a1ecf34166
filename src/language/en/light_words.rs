//! Words that say little of what a sentence is about.

/// In lower case and in order, so that one is found by halves.
#[rustfmt::skip] // a word a line would take a page
pub(super) static LIGHT_WORDS: &[&str] = &[
    "able", "about", "above", "across", "actually", "after", "again", "against", "ago", "all", "almost", "along", "already", "also",
    "although", "always", "among", "and", "another", "any", "anybody", "anyone", "anything", "anyway", "are", "around", "article", "ask",
    "asked", "away", "back", "bad", "because", "become", "been", "before", "behind", "being", "believe", "best", "better", "between", "big",
    "both", "but", "call", "called", "came", "can", "cannot", "case", "come", "comes", "comment", "could", "day", "days", "did",
    "different", "does", "doing", "done", "down", "during", "each", "either", "else", "enough", "even", "ever", "every", "everybody",
    "everyone", "everything", "exactly", "fact", "far", "feel", "few", "find", "first", "for", "from", "gave", "get", "gets", "getting",
    "give", "given", "goes", "going", "gone", "good", "got", "great", "had", "happen", "happened", "has", "have", "having", "hear", "heard",
    "her", "here", "hers", "herself", "him", "himself", "his", "hope", "how", "however", "idea", "indeed", "instead", "into", "its",
    "itself", "just", "keep", "kind", "knew", "know", "known", "last", "later", "least", "left", "less", "let", "like", "likely", "little",
    "long", "look", "looks", "lot", "made", "make", "makes", "making", "many", "may", "maybe", "mean", "means", "might", "mine", "more",
    "most", "much", "must", "need", "needs", "neither", "never", "new", "next", "nobody", "none", "nor", "not", "nothing", "now", "off",
    "often", "old", "once", "one", "only", "onto", "other", "others", "our", "ours", "out", "over", "own", "part", "people", "perhaps",
    "place", "point", "put", "quite", "rather", "read", "real", "really", "reason", "right", "said", "same", "saw", "say", "saying", "says",
    "see", "seem", "seems", "seen", "several", "shall", "she", "should", "since", "some", "somebody", "someone", "something", "sometimes",
    "soon", "still", "such", "sure", "take", "taken", "takes", "talk", "tell", "than", "thank", "thanks", "that", "the", "their", "theirs",
    "them", "themselves", "then", "there", "these", "they", "thing", "things", "think", "this", "those", "though", "thought", "through",
    "time", "times", "today", "together", "told", "too", "took", "toward", "towards", "tried", "true", "try", "two", "under", "until",
    "upon", "use", "used", "very", "want", "wanted", "wants", "was", "way", "well", "went", "were", "what", "whatever", "when", "where",
    "whether", "which", "while", "who", "whole", "whom", "whose", "why", "will", "with", "within", "without", "word", "words", "would",
    "wrong", "year", "years", "yes", "yet", "you", "your", "yours", "yourself",
];

#[cfg(test)]
mod tests {
    use super::LIGHT_WORDS;

    #[test]
    fn they_are_in_order() {
        assert!(LIGHT_WORDS.is_sorted_by(|a, b| a < b));
    }
}
