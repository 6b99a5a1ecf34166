//! Words that belong to the machinery of a thread rather than to its readers.

/// What stands below or above a comment on a line or in an element of its own, lower case, without digits and marks.
const FURNITURE: &[&str] = &[
    "reply",
    "replies",
    "reply to this",
    "reply to this comment",
    "reply to comment",
    "like",
    "likes",
    "liked",
    "dislike",
    "dislikes",
    "love",
    "share",
    "report",
    "report abuse",
    "report comment",
    "report this comment",
    "report this",
    "report as inappropriate",
    "flag",
    "flag comment",
    "flag as inappropriate",
    "permalink",
    "perma link",
    "link",
    "link to this comment",
    "direct link",
    "edit",
    "edited",
    "delete",
    "quote",
    "embed",
    "save",
    "give award",
    "copy link",
    "hide",
    "show more",
    "show less",
    "read more",
    "see more",
    "more",
    "view more",
    "load more",
    "load more comments",
    "show more comments",
    "more comments",
    "view all comments",
    "show all comments",
    "hide replies",
    "show replies",
    "view replies",
    "view reply",
    "show reply",
    "collapse",
    "expand",
    "upvote",
    "downvote",
    "up",
    "down",
    "vote",
    "vote up",
    "vote down",
    "recommend",
    "recommended",
    "recommends",
    "helpful",
    "agree",
    "disagree",
    "useful",
    "points",
    "point",
    "good",
    "bad",
    "thanks",
    "follow",
    "unfollow",
    "log in to reply",
    "login to reply",
    "log in or register to post comments",
    "sign in to reply",
    "respond",
    "respond to this",
    "react",
    "parent",
    "parent comment",
    "context",
    "source",
    "antworten",
    "antwort",
    "antworten anzeigen",
    "auf diesen kommentar antworten",
    "kommentar melden",
    "melden",
    "gefällt mir",
    "gefällt mir nicht",
    "teilen",
    "zitieren",
    "zitat",
    "link zum kommentar",
    "empfehlen",
    "bearbeiten",
    "kommentieren",
    "missbrauch melden",
    "mehr anzeigen",
    "beitrag melden",
    "positiv bewerten",
    "negativ bewerten",
    "répondre",
    "repondre",
    "répondre à ce message",
    "répondre à ce commentaire",
    "répondre au commentaire",
    "signaler",
    "signaler un abus",
    "alerter",
    "j'aime",
    "j’aime",
    "partager",
    "citer",
    "lien permanent",
    "voir plus",
    "recommander",
    "responder",
    "respuesta",
    "me gusta",
    "compartir",
    "denunciar",
    "reportar",
    "citar",
    "ver más",
    "rispondi",
    "mi piace",
    "condividi",
    "segnala",
    "curtir",
    "compartilhar",
    "beantwoorden",
    "reageer",
    "rapporteer",
    "avatar",
    "thumb",
    "top",
    "back to top",
    "newest",
    "oldest",
    "best",
    "sort by",
    "sort by best",
    "sort by newest",
    "sort by oldest",
    "sort",
    "newest first",
    "oldest first",
    "most liked",
    "top comment",
    "top comments",
    "all comments",
    "pinned",
    "pinned comment",
    "author",
    "verified",
    "moderator",
    "staff",
    "guest",
    "print",
    "loading",
    "comment",
    "inappropriate",
    "ignore",
    "block",
    "block user",
    "↩",
    "↳",
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

/// The longest line of furniture, in bytes.
const LONGEST: usize = 120;

/// Whether a line is of a thread's machinery: buttons, counts of votes, bare numbers or marks.
pub(super) fn is_furniture(line: &str) -> bool {
    let line = line.trim();
    if line.len() > LONGEST {
        return false;
    }
    let whole = words_of(line);
    if whole.is_empty() {
        // votes and arrows, but a smiley or an exclamation is what somebody wrote
        return line.chars().any(|c| {
            c.is_ascii_digit() || matches!(c, '•' | '|' | '·' | '▲' | '▼' | '↑' | '↓' | '↳' | '›' | '#' | '¶' | '⋮')
        });
    }
    if FURNITURE.contains(&whole.as_str()) {
        return !line.ends_with(['!', '.', '?']);
    }
    // “Reply • Share ›”, “Like (3) Reply”
    let pieces = line
        .split(['•', '|', '·', '›', '\t', '/', '(', ')', ',', '⋅', '-', '–', '—'])
        .map(words_of)
        .filter(|p| !p.is_empty());
    let mut known = true;
    for piece in pieces {
        known &= FURNITURE.contains(&piece.as_str()) || piece.split(' ').all(|w| FURNITURE.contains(&w));
    }
    known && !line.ends_with(['!', '.', '?'])
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
            assert!(is_furniture(line), "{line}");
        }
        for line in ["I like this", "Good.", "Thanks!", "🙂", "Report the mayor to the police", "Best, Ann"] {
            assert!(!is_furniture(line), "{line}");
        }
    }
}
