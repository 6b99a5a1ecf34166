//! The heading of a thread: `Comments 2`, `15 Responses to “A title”`.

/// Nouns for what readers write, as prefixes, lower case.
const NOUNS: &[&str] = &[
    "comment",
    "kommentar",
    "commentaire",
    "comentario",
    "comentário",
    "comment",
    "commento",
    "commenti",
    "reactie",
    "réaction",
    "response",
    "respuesta",
    "risposte",
    "réponse",
    "replies",
    "reply",
    "antwort",
    "thought",
    "discussion",
    "diskussion",
    "conversation",
    "lesermeinung",
    "leserbrief",
    "leserkommentar",
    "opinion",
    "feedback",
    "wortmeldung",
    "meinung",
    "beiträge",
    "kommentti",
    "kommentit",
    "комментари",
    "评论",
    "コメント",
    "댓글",
];

/// Whether `word` (lower case) names what readers write.
pub(super) fn is_noun(word: &str) -> bool {
    let first = word.bytes().next();
    NOUNS.iter().any(|n| n.bytes().next() == first && word.starts_with(n) && word.len() <= n.len() + 4)
}

/// Words that may stand beside such a noun in the heading of a thread, sorted.
#[rustfmt::skip] // a word a line would take two pages
const BESIDE: &[&str] = &[
    "a", "all", "alle", "and", "are", "article", "artikel", "below", "best", "bisher", "comments:", "de", "der",
    "des", "die", "diesem", "entry", "eure", "far", "forum", "from", "have", "hide", "ihre", "in", "is", "join",
    "latest", "lecteurs", "lectores", "les", "leser", "lesern", "letters", "los", "neueste", "newest", "no", "of",
    "on", "one", "online", "our", "post", "posted", "reader", "reader's", "readers", "readers'", "readers’",
    "recent", "said", "say", "saying", "section", "show", "so", "story", "sur", "sus", "the", "there", "this",
    "three", "to", "top", "tous", "tu", "two", "user", "users", "view", "views", "vos", "what", "you", "your", "zu",
    "zum",
];

/// Whether a line heads a thread: `Comments 2`, `15 Responses to “A title”`, `Join the conversation`.
pub(super) fn is_heading(line: &str) -> bool {
    let line = line.trim();
    // a headline may be quoted after the count
    if line.len() > 240 || line.ends_with(['.', ',', ';']) {
        return false;
    }
    let mut noun = false;
    let mut words = 0;
    let mut counted = false;
    for word in
        line.split(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | '[' | ']' | '·' | '•' | '|' | ':' | '#'))
    {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        if bare.is_empty() {
            continue;
        }
        if bare.chars().all(|c| c.is_ascii_digit() || c == ',' || c == '.') {
            counted = true;
        } else if is_noun(&bare) {
            noun = true;
        } else if noun
            && counted
            && matches!(
                bare.as_str(),
                "on" | "to" | "zu" | "sur" | "a" | "à" | "auf" | "su" | "en" | "for" | "about" | "so"
            )
        {
            return true; // what follows is the title
        } else if BESIDE.binary_search(&bare.as_str()).is_err() {
            return false;
        }
        words += 1;
    }
    noun && words <= 8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_sorted() {
        assert!(BESIDE.is_sorted());
    }

    #[test]
    fn knows_the_heading_of_a_thread() {
        for line in [
            "Comments 2",
            "2 Comments",
            "Comments (15)",
            "15 responses",
            "3 thoughts on “Dam opens early”",
            "Join the conversation",
            "Leserkommentare",
            "12 Kommentare zu „Hof“",
            "Reader comments",
            "Commentaires",
            "Discussion (4)",
        ] {
            assert!(is_heading(line), "{line}");
        }
        for line in [
            "Comment: why the museum should be free",
            "In comments to the Herald, the mayor said no.",
            "Conversation about dams",
            "2 dams",
        ] {
            assert!(!is_heading(line), "{line}");
        }
    }
}
