//! What the words in an element's class, id and microdata say of its part in a thread.

use super::part::Parts;
use crate::snapshot::Snapshot;

/// The words of a name as authors of markup build them: `commentAuthor`, `comment-author`, `comment_author`.
pub(crate) fn words(name: &str) -> impl Iterator<Item = &str> + '_ {
    let mut rest = name;
    std::iter::from_fn(move || {
        rest = rest.trim_start_matches(|c: char| !c.is_alphanumeric());
        let mut end = 0;
        let mut lower = false;
        for c in rest.chars() {
            if !c.is_alphanumeric() || (lower && c.is_uppercase()) {
                break;
            }
            lower = c.is_lowercase() || c.is_ascii_digit();
            end += c.len_utf8();
        }
        let (word, tail) = rest.split_at_checked(end)?;
        rest = tail;
        (!word.is_empty()).then_some(word)
    })
}

/// The longest attribute that is read, in bytes; longer ones are generated style names.
const LONGEST: usize = 300;

/// What the words of the class, id, role and microdata of element `at` say.
pub(crate) fn parts(snapshot: &Snapshot, at: usize) -> Parts {
    let mut parts = Parts::default();
    if is_icon(snapshot, at) {
        return parts;
    }
    for (name, value) in snapshot.attributes(at) {
        let read = matches!(name, "class" | "id" | "itemprop" | "itemtype" | "rel" | "data-testid" | "role");
        if name.starts_with("item") && value.split_whitespace().any(is_answer) {
            parts = parts.with(Parts::COMMENT);
        }
        if read && value.len() <= LONGEST {
            // what begins with “js-” is for scripts to find
            let tokens = value.split_whitespace().filter(|token| !is_state(token) && !token.starts_with("js-"));
            for token in tokens {
                let mut own = Parts::default();
                let mut beside = false; // what “with” and “has” lead to stands beside it: `main--withSidebar`
                let mut last = own;
                for word in words(token) {
                    last = part(word);
                    own = if beside { own } else { own.with(last) };
                    beside = among(word, &["with", "without", "has"]);
                }
                // the last word counts: `message-userContent` is no user, but what one wrote, and `message-footer` is no message
                parts = parts.with(match last {
                    _ if last.any(Parts::BODY) && !own.any(Parts::WRITER) => own.without(Parts::NAMED),
                    _ if last.any(Parts::CONTROL) && !last.any(Parts::BODY) => own.without(Parts::BODY),
                    _ => own,
                });
            }
        }
    }
    parts
}

/// Whether an element is an icon, which says what it shows (“user”, “time”). One that was never closed goes on around what follows.
fn is_icon(snapshot: &Snapshot, at: usize) -> bool {
    let icon = |token: &str| {
        words(token).next().is_some_and(|w| among(w, &["fa", "fas", "far", "fab", "icon", "icons", "glyphicon", "mdi"]))
    };
    snapshot.tag(at) == "i" && snapshot.attribute(at, "class").is_some_and(|class| class.split_whitespace().any(icon))
}

/// Whether microdata say that an element answers a question (schema.org).
fn is_answer(token: &str) -> bool {
    matches!(token, "suggestedAnswer" | "acceptedAnswer") || token.ends_with("schema.org/Answer")
}

fn among(word: &str, list: &[&str]) -> bool {
    list.iter().any(|w| word.eq_ignore_ascii_case(w))
}

/// Whether a class name tells of the page's state or of a post's topic: `has-comments`, `comments-open`, `category-discussion`.
fn is_state(token: &str) -> bool {
    let first = words(token).next().unwrap_or_default();
    among(first, &["has", "no", "with", "without", "tag", "category", "topic"]) && first.len() < token.len()
        || words(token).last().is_some_and(|w| among(w, &["open", "closed", "enabled", "disabled", "allowed", "off"]))
}

/// What one word of an attribute says.
fn part(word: &str) -> Parts {
    let mut buffer = [0; LONGER];
    let mut length = 0;
    for (to, from) in buffer.iter_mut().zip(word.bytes()) {
        *to = from.to_ascii_lowercase();
        length += 1;
    }
    let lower = buffer.get(..length).unwrap_or_default();
    let at = WORDS.partition_point(|w| w.0.as_bytes() <= lower);
    let before = at.checked_sub(1).and_then(|i| WORDS.get(i));
    let own = before.filter(|w| w.0.as_bytes() == lower).map_or(Parts::default(), |w| w.1);
    if NO_COMMENT.iter().any(|w| w.as_bytes() == lower) {
        own
    } else if COMMENT_STEMS.iter().any(|s| lower.starts_with(s.as_bytes())) {
        own.with(Parts::COMMENT)
    } else if lower.starts_with(b"recent") {
        own.with(Parts::ELSEWHERE)
    } else {
        own
    }
}

/// Longer than the longest word below and all that is made of its stems, in bytes.
const LONGER: usize = 64;

/// Beginnings of words for comments.
const COMMENT_STEMS: &[&str] = &[
    "comment",
    "kommentar",
    "comentario",
    "commento",
    "commenti",
    "reaction",
    "reactie",
    "leserbrief",
    "replies",
    "discussion",
    "diskussion",
    "disqus",
    "usercomments",
    "komment",
    "thread",
    "guestbook",
    "subcomment",
    "talkback",
];

/// Words that begin so and mean something else.
const NO_COMMENT: &[&str] = &["commentform", "commentcount", "commentslink", "commentlink", "commentary"];

/// The words, sorted.
const WORDS: &[(&str, Parts)] = &[
    ("action", Parts::CONTROL),
    ("actions", Parts::CONTROL),
    ("addquote", Parts::CONTROL),
    ("age", Parts::DATE),
    ("ago", Parts::DATE),
    ("antworten", Parts::CONTROL),
    ("auteur", Parts::AUTHOR.with(Parts::WRITER)),
    ("author", Parts::AUTHOR.with(Parts::WRITER)),
    ("authorname", Parts::AUTHOR.with(Parts::WRITER)),
    ("autor", Parts::AUTHOR.with(Parts::WRITER)),
    ("autore", Parts::AUTHOR),
    ("avatar", Parts::CONTROL.with(Parts::OTHER)),
    ("awaiting", Parts::CONTROL),
    ("badge", Parts::CONTROL),
    ("badges", Parts::CONTROL),
    ("benutzer", Parts::AUTHOR.with(Parts::WRITER)),
    ("benutzername", Parts::AUTHOR.with(Parts::WRITER)),
    ("body", Parts::BODY),
    ("bodytext", Parts::BODY),
    ("breadcrumb", Parts::ELSEWHERE),
    ("button", Parts::CONTROL),
    ("buttons", Parts::CONTROL),
    ("by", Parts::AUTHOR),
    ("byline", Parts::AUTHOR),
    ("carousel", Parts::ELSEWHERE),
    ("cld", Parts::CONTROL),
    ("comentario", Parts::COMMENT),
    ("comment", Parts::COMMENT),
    ("commentator", Parts::AUTHOR),
    ("commentauthor", Parts::AUTHOR.with(Parts::USER)),
    ("commentbody", Parts::BODY),
    ("commentcontent", Parts::BODY),
    ("commentdate", Parts::DATE),
    ("commenter", Parts::AUTHOR.with(Parts::WRITER)),
    ("commenti", Parts::COMMENT),
    ("commento", Parts::COMMENT),
    ("commentor", Parts::AUTHOR),
    ("commenttext", Parts::BODY),
    ("commenttime", Parts::DATE),
    ("contenido", Parts::BODY),
    ("content", Parts::BODY),
    ("contenttext", Parts::BODY),
    ("control", Parts::CONTROL),
    ("controls", Parts::CONTROL),
    ("cooked", Parts::BODY),
    ("copy", Parts::BODY),
    ("count", Parts::CONTROL),
    ("created", Parts::DATE),
    ("creator", Parts::AUTHOR.with(Parts::USER)),
    ("data", Parts::DATE),
    ("date", Parts::DATE),
    ("datecreated", Parts::DATE),
    ("datepublished", Parts::DATE),
    ("datetime", Parts::DATE),
    ("datum", Parts::DATE),
    ("day", Parts::DATE),
    ("delete", Parts::CONTROL),
    ("description", Parts::BODY),
    ("discussion", Parts::COMMENT),
    ("diskussion", Parts::COMMENT),
    ("dislike", Parts::CONTROL),
    ("displayname", Parts::AUTHOR.with(Parts::USER)),
    ("disqus", Parts::COMMENT),
    ("downvote", Parts::CONTROL),
    ("dropdown", Parts::CONTROL),
    ("dtstamp", Parts::DATE),
    ("edit", Parts::CONTROL),
    ("entry", Parts::BODY),
    ("expand", Parts::CONTROL),
    ("fecha", Parts::DATE),
    ("feedback", Parts::CONTROL),
    ("firma", Parts::AUTHOR),
    ("flag", Parts::CONTROL),
    ("fn", Parts::AUTHOR.with(Parts::FULL_NAME)),
    ("follow", Parts::OTHER),
    ("footer", Parts::CONTROL),
    ("form", Parts::CONTROL),
    ("forum", Parts::COMMENT),
    ("gravatar", Parts::CONTROL),
    ("guestbook", Parts::COMMENT),
    ("hide", Parts::CONTROL),
    ("hnuser", Parts::AUTHOR),
    ("hour", Parts::DATE),
    ("hovercard", Parts::CONTROL),
    ("icon", Parts::CONTROL),
    ("inhalt", Parts::BODY),
    ("karma", Parts::CONTROL),
    ("komment", Parts::COMMENT),
    ("kommentar", Parts::COMMENT),
    ("kommentartext", Parts::BODY),
    ("label", Parts::OTHER),
    ("latest", Parts::ELSEWHERE),
    ("leserbrief", Parts::COMMENT),
    ("like", Parts::CONTROL),
    ("likebtn", Parts::CONTROL),
    ("likes", Parts::CONTROL),
    ("links", Parts::CONTROL),
    ("markdown", Parts::BODY),
    ("md", Parts::BODY),
    ("melden", Parts::CONTROL),
    ("member", Parts::AUTHOR),
    ("mention", Parts::OTHER),
    ("menu", Parts::ELSEWHERE.with(Parts::CONTROL)),
    ("message", Parts::BODY),
    ("meta", Parts::DATE.with(Parts::CONTROL)),
    ("metadata", Parts::DATE),
    ("moderation", Parts::CONTROL),
    ("msg", Parts::BODY),
    ("nachricht", Parts::BODY),
    ("name", Parts::AUTHOR.with(Parts::NAME)),
    ("nav", Parts::ELSEWHERE),
    ("navigation", Parts::ELSEWHERE),
    ("neueste", Parts::ELSEWHERE),
    ("newsletter", Parts::ELSEWHERE),
    ("nick", Parts::AUTHOR.with(Parts::WRITER)),
    ("nickname", Parts::AUTHOR.with(Parts::WRITER)),
    ("nutzer", Parts::AUTHOR),
    ("nutzername", Parts::AUTHOR),
    ("parent", Parts::OTHER),
    ("permalink", Parts::DATE.with(Parts::CONTROL)),
    ("person", Parts::AUTHOR.with(Parts::USER)),
    ("pingback", Parts::PINGBACK.with(Parts::ELSEWHERE)),
    ("pingbacks", Parts::PINGBACK.with(Parts::ELSEWHERE)),
    ("pinglist", Parts::ELSEWHERE),
    ("pings", Parts::PINGBACK.with(Parts::ELSEWHERE)),
    ("popular", Parts::ELSEWHERE),
    ("posted", Parts::DATE),
    ("poster", Parts::AUTHOR.with(Parts::USER)),
    ("promo", Parts::ELSEWHERE),
    ("prose", Parts::BODY),
    ("pseudo", Parts::AUTHOR.with(Parts::WRITER)),
    ("pseudonyme", Parts::AUTHOR),
    ("pubdate", Parts::DATE),
    ("published", Parts::DATE),
    ("rank", Parts::CONTROL),
    ("rating", Parts::CONTROL),
    ("ratings", Parts::CONTROL),
    ("reactie", Parts::COMMENT),
    ("reaction", Parts::COMMENT),
    ("readmore", Parts::CONTROL),
    ("recipient", Parts::OTHER),
    ("recommendations", Parts::ELSEWHERE),
    ("recommended", Parts::ELSEWHERE),
    ("related", Parts::ELSEWHERE),
    ("relativetime", Parts::DATE),
    ("replies", Parts::COMMENT.with(Parts::CONTROL)),
    ("reply", Parts::CONTROL.with(Parts::OTHER)),
    ("replyto", Parts::OTHER),
    ("repondre", Parts::CONTROL),
    ("report", Parts::CONTROL),
    ("respond", Parts::CONTROL),
    ("respondre", Parts::CONTROL),
    ("richtext", Parts::BODY),
    ("says", Parts::CONTROL),
    ("score", Parts::CONTROL),
    ("screenname", Parts::AUTHOR),
    ("share", Parts::CONTROL),
    ("sharing", Parts::CONTROL),
    ("sidebar", Parts::ELSEWHERE),
    ("sig", Parts::CONTROL),
    ("signature", Parts::AUTHOR.with(Parts::CONTROL)),
    ("social", Parts::CONTROL),
    ("spinner", Parts::CONTROL),
    ("stars", Parts::CONTROL),
    ("subcomment", Parts::COMMENT),
    ("subject", Parts::CONTROL),
    ("submitted", Parts::DATE),
    ("talkback", Parts::COMMENT),
    ("teaser", Parts::ELSEWHERE),
    ("teasers", Parts::ELSEWHERE),
    ("testo", Parts::BODY),
    ("text", Parts::BODY),
    ("texte", Parts::BODY),
    ("texto", Parts::BODY),
    ("thread", Parts::COMMENT),
    ("time", Parts::DATE),
    ("timestamp", Parts::DATE),
    ("title", Parts::CONTROL),
    ("titre", Parts::CONTROL),
    ("toolbar", Parts::CONTROL),
    ("tools", Parts::CONTROL),
    ("tooltip", Parts::CONTROL),
    ("trackback", Parts::PINGBACK.with(Parts::ELSEWHERE)),
    ("trackbacklist", Parts::ELSEWHERE),
    ("trackbacks", Parts::PINGBACK.with(Parts::ELSEWHERE)),
    ("trending", Parts::ELSEWHERE),
    ("upvote", Parts::CONTROL),
    ("user", Parts::AUTHOR.with(Parts::USER)),
    ("usercomments", Parts::COMMENT),
    ("username", Parts::AUTHOR.with(Parts::WRITER)),
    ("usertext", Parts::BODY),
    ("usuario", Parts::AUTHOR),
    ("utente", Parts::AUTHOR),
    ("verfasser", Parts::AUTHOR),
    ("vote", Parts::CONTROL),
    ("votes", Parts::CONTROL),
    ("voting", Parts::CONTROL),
    ("wc", Parts::COMMENT),
    ("webmention", Parts::PINGBACK),
    ("when", Parts::DATE),
    ("whois", Parts::AUTHOR),
    ("zeit", Parts::DATE),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_names_of_classes() {
        let all = |name| words(name).collect::<Vec<_>>();
        assert_eq!(all("commentAuthor fn"), ["comment", "Author", "fn"]);
        assert_eq!(all("wc-comment__text is_new2"), ["wc", "comment", "text", "is", "new2"]);
        assert_eq!(all("https://schema.org/UserComments"), ["https", "schema", "org", "User", "Comments"]);
    }

    #[test]
    fn words_are_sorted() {
        assert!(WORDS.is_sorted_by_key(|w| w.0));
    }

    #[test]
    fn words_say_parts() {
        assert!(part("Kommentare").any(Parts::COMMENT) && !part("commentary").any(Parts::COMMENT.with(Parts::BODY)));
        assert!(part("RecentPosts").any(Parts::ELSEWHERE) && part("Username").any(Parts::WRITER));
        assert_eq!(part("été"), Parts::default());
    }
}
