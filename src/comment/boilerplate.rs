//! Words that belong to the machinery of a thread rather than to its readers.

/// What stands below or above a comment on a line or in an element of its own, lower case, without digits and marks, sorted.
#[rustfmt::skip] // a word a line would take three pages
const BOILERPLATE: &[&str] = &[
    "add to quote", "agree", "alerter", "all comments", "answer with quote", "antwort", "antworten",
    "antworten anzeigen", "arriba", "auf diesen kommentar antworten", "author", "avatar", "back to top", "bad",
    "beantwoorden", "bearbeiten", "beitrag", "beitrag melden", "best", "best comments", "block", "block user", "child",
    "children", "citar", "citer", "citer ce message", "collapse", "comment", "compartilhar", "compartir", "condividi",
    "context", "copy link", "copy permalink", "curtir", "delete", "denunciar", "diesen beitrag melden", "direct link",
    "disagree", "dislike", "dislikes", "down", "downvote", "edit", "edited", "editor's pick", "editors' pick",
    "embed", "empfehlen", "expand", "flag", "flag as inappropriate", "flag comment", "follow", "gefällt mir",
    "gefällt mir nicht", "give award", "good", "guardian pick", "guest", "haut", "helpful", "hide", "hide comments",
    "hide replies", "ignore", "inappropriate", "j'aime", "j’aime", "kommentar melden", "kommentieren", "level",
    "lien permanent", "like", "liked", "likes", "link", "link to this comment", "link zum kommentar", "load more",
    "load more comments", "loading", "log in or register to post comments", "log in to comment",
    "log in to join the conversation", "log in to reply", "login to reply", "love", "me gusta", "mehr anzeigen",
    "melden", "mi piace", "missbrauch melden", "mit zitat antworten", "moderator", "more", "more comments",
    "most liked", "multi-quote", "multiquote", "nach oben", "negativ bewerten", "newest", "newest comments",
    "newest first", "next", "oldest", "oldest comments", "oldest first", "op", "open comment sort options",
    "original poster", "parent", "parent comment", "partager", "perma link", "permalink", "pinned", "pinned comment",
    "point", "points", "points points", "positiv bewerten", "prev", "print", "private message", "quick reply",
    "quote", "quote this post", "rapporteer", "react", "read more", "reader pick", "reageer", "recommander",
    "recommend", "recommended", "recommends", "replies", "reply", "reply quote", "reply to comment", "reply to this",
    "reply to this comment", "reply with quote", "repondre", "report", "report abuse", "report as inappropriate",
    "report comment", "report this", "report this comment", "report this post", "reportar", "respond",
    "respond to this", "responder", "responder citando", "respuesta", "rising star", "rispondi", "root", "répondre",
    "répondre au commentaire", "répondre à ce commentaire", "répondre à ce message", "save", "see more", "segnala",
    "send private message", "share", "show all comments", "show less", "show more", "show more comments",
    "show replies", "show reply", "sign in to join the conversation", "sign in to reply", "signaler",
    "signaler un abus", "sort", "sort by", "sort by best", "sort by newest", "sort by oldest", "source", "staff",
    "staff pick", "subscriber", "teilen", "thank post", "thanks", "thumb", "top", "top comment", "top commenter",
    "top comments", "top contributor", "top fan", "unfollow", "up", "upvote", "useful", "ver más", "verified",
    "view all comments", "view more", "view profile", "view replies", "view reply", "view user's profile",
    "voir plus", "vote", "vote down", "vote up", "zitat", "zitieren", "↩", "↳",
];

/// What lines say that stand below a whole thread; one that begins so ends the last comment.
const ENDINGS: &[&str] = &[
    "leave a reply",
    "leave a comment",
    "leave your comment",
    "post a comment",
    "post comment",
    "add a comment",
    "add your comment",
    "write a comment",
    "your email address will not be published",
    "comments are closed",
    "comments are now closed",
    "comments closed",
    "commenting is closed",
    "commenting has been",
    "this discussion is closed",
    "this thread is closed",
    "log in to comment",
    "sign in to comment",
    "login to comment",
    "you must be logged in",
    "load more comments",
    "show more comments",
    "view more comments",
    "view all comments",
    "older comments",
    "newer comments",
    "next page",
    "subscribe to",
    "powered by",
    "submit a comment",
    "join the conversation",
    "please log in",
    "please read our",
    "schreibe einen kommentar",
    "kommentar schreiben",
    "kommentar verfassen",
    "hinterlasse eine antwort",
    "einen kommentar schreiben",
    "deine e-mail-adresse wird nicht",
    "die kommentarfunktion",
    "kommentare sind geschlossen",
    "weitere kommentare",
    "laisser un commentaire",
    "laissez un commentaire",
    "ajouter un commentaire",
    "poster un commentaire",
    "votre adresse e-mail",
    "votre adresse de messagerie",
    "les commentaires sont fermés",
    "deja una respuesta",
    "deja un comentario",
    "dejar un comentario",
    "escribe un comentario",
    "tu dirección de correo",
    "los comentarios están cerrados",
    "lascia un commento",
    "deixe um comentário",
    "geef een reactie",
    "plaats een reactie",
    "related articles",
    "related posts",
    "related stories",
    "more stories",
    "most read",
    "you may also like",
    "previous post",
    "next post",
    "copyright",
    "©",
    "all rights reserved",
    "about the author",
];

/// Without digits, marks and spaces at the edges of words; lower case.
fn words_of(line: &str) -> String {
    let mut words = String::with_capacity(line.len());
    for word in line.split(|c: char| !(c.is_alphabetic() || matches!(c, '\'' | '’' | '-'))) {
        let word = word.trim_matches(['\'', '’', '-']);
        if !word.is_empty() {
            if !words.is_empty() {
                words.push(' ');
            }
            words.extend(word.chars().flat_map(char::to_lowercase));
        }
    }
    words
}

/// The longest line of boilerplate, in bytes.
const LONGEST: usize = 120;

/// Whether a line is of a thread's machinery: buttons, counts of votes, bare numbers or marks.
pub(super) fn is_boilerplate(line: &str) -> bool {
    let line = line.trim();
    if line.len() > LONGEST || !may_be_listed(line) {
        return false;
    }
    let whole = words_of(line);
    if whole.is_empty() {
        // votes and arrows, but a smiley or an exclamation is what somebody wrote
        return line.chars().any(|c| {
            c.is_ascii_digit() || matches!(c, '•' | '|' | '·' | '▲' | '▼' | '↑' | '↓' | '↳' | '›' | '#' | '¶' | '⋮')
        });
    }
    if line.ends_with(['!', '.', '?']) {
        return false;
    }
    if is_listed(&whole) {
        return true;
    }
    // “Reply • Share ›”, “Like (3) Reply”
    line.split(['•', '|', '·', '›', '\t', '/', '(', ')', ',', '⋅', '-', '–', '—'])
        .map(words_of)
        .all(|piece| piece.is_empty() || is_listed(&piece) || piece.split(' ').all(is_listed))
}

/// How the words on a button begin by which a reader answers, judges or reports what another wrote; a teaser has none of them.
#[rustfmt::skip] // a word a line would take a page
const ANSWERING: &[&str] = &[
    "reply", "repl", "respond", "respuesta", "antwort", "beantwoord", "répond", "repond", "quote", "zitat", "zitier", "citer",
    "citar", "report", "melden", "signaler", "segnala", "denunciar", "rispondi", "reageer", "like", "dislike", "upvote",
    "downvote", "vote", "flag", "gefällt", "j'aime", "me gusta", "curtir", "mi piace", "permalink", "thanks", "agree",
];

/// Whether a line of boilerplate is such a button.
pub(super) fn is_answering(line: &str) -> bool {
    let words = words_of(line);
    ANSWERING.iter().any(|a| words.starts_with(a) || words.contains(&format!(" {a}")))
}

/// Whether the first word of `line`, if it has one, begins something listed: what tells most lines at once.
fn may_be_listed(line: &str) -> bool {
    let mut words = line.split(|c: char| !(c.is_alphabetic() || matches!(c, '\'' | '’' | '-')));
    let Some(first) = words.find_map(|w| Some(w.trim_matches(['\'', '’', '-'])).filter(|w| !w.is_empty())) else {
        return true;
    };
    // the parts of a word with a hyphen may be listed one by one
    let first = first.split('-').next().unwrap_or_default().to_lowercase();
    BOILERPLATE.get(BOILERPLATE.partition_point(|f| *f < first.as_str())).is_some_and(|f| f.starts_with(&first))
}

fn is_listed(words: &str) -> bool {
    BOILERPLATE.binary_search(&words).is_ok()
}

/// Whether a line stands below a thread: the form, the pager, the page's foot.
pub(super) fn is_ending(line: &str) -> bool {
    let start: String = line
        .trim_start_matches(|c: char| !c.is_alphanumeric() && c != '©')
        .chars()
        .take(60)
        .flat_map(char::to_lowercase)
        .collect();
    ENDINGS.iter().any(|e| start.starts_with(e))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_sorted() {
        assert!(BOILERPLATE.is_sorted());
    }

    #[test]
    fn knows_buttons_from_words() {
        for line in [
            "12 • Reply • Share ›",
            "Like (3) Reply",
            "Antworten",
            "▲ 4 ▼",
            "Répondre à ce message",
            "Show more",
            "+1",
            "Reply / Like / Share / Report",
        ] {
            assert!(is_boilerplate(line), "{line}");
        }
        for line in ["I like this", "Good.", "Thanks!", "🙂", "Report the mayor to the police", "Best, Ann"] {
            assert!(!is_boilerplate(line), "{line}");
        }
    }
}
