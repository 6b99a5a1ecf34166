//! What the words in an element's class, id and microdata say of its part in a thread.

use crate::snapshot::Snapshot;

/// The words of a name as authors of markup build them: `commentAuthor`, `comment-author`, `comment_author`.
pub(super) fn words(name: &str) -> impl Iterator<Item = String> + '_ {
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
        (!word.is_empty()).then(|| word.to_lowercase())
    })
}

/// The longest attribute that is read, in bytes; longer ones are generated style names.
const LONGEST: usize = 300;

/// Whether a word of the class, id, itemprop or itemtype of element `at` is one that `wanted` takes.
pub(super) fn says(snapshot: &Snapshot, at: usize, wanted: &dyn Fn(&str) -> bool) -> bool {
    ["class", "id", "itemprop", "itemtype", "rel", "data-testid", "role"].iter().any(|name| {
        let value = snapshot.attribute(at, name).unwrap_or_default();
        value.len() <= LONGEST && words(value).any(|w| wanted(&w))
    })
}

/// The element is, or holds, readers' comments.
pub(super) fn is_comment(word: &str) -> bool {
    const STEMS: &[&str] = &[
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
        "forum",
        "guestbook",
        "subcomment",
        "wc",
        "talkback",
    ];
    STEMS.iter().any(|s| word == *s || (s.len() > 5 && word.starts_with(s)))
        && !matches!(word, "commentform" | "commentcount" | "commentslink" | "commentlink" | "commentary")
}

/// The element is a note that another page links here.
pub(super) fn is_pingback(word: &str) -> bool {
    matches!(word, "pingback" | "pingbacks" | "trackback" | "trackbacks" | "pings" | "webmention")
}

/// The element lists things of other pages, or counts them.
pub(super) fn is_elsewhere(word: &str) -> bool {
    word.starts_with("recent")
        || matches!(
            word,
            "latest"
                | "sidebar"
                | "related"
                | "teaser"
                | "teasers"
                | "popular"
                | "trending"
                | "recommended"
                | "recommendations"
                | "promo"
                | "carousel"
                | "breadcrumb"
                | "menu"
                | "nav"
                | "navigation"
                | "pingback"
                | "pingbacks"
                | "trackback"
                | "trackbacks"
                | "pings"
                | "pinglist"
                | "trackbacklist"
                | "newsletter"
                | "neueste"
        )
}

/// The element holds a name.
pub(super) fn is_author(word: &str) -> bool {
    matches!(
        word,
        "author"
            | "autor"
            | "auteur"
            | "autore"
            | "fn"
            | "user"
            | "username"
            | "nick"
            | "nickname"
            | "commenter"
            | "commentor"
            | "commentator"
            | "poster"
            | "benutzer"
            | "benutzername"
            | "pseudo"
            | "pseudonyme"
            | "usuario"
            | "nutzer"
            | "verfasser"
            | "creator"
            | "byline"
            | "person"
            | "displayname"
            | "authorname"
            | "commentauthor"
            | "by"
            | "whois"
            | "name"
            | "hnuser"
            | "screenname"
            | "nutzername"
            | "member"
            | "utente"
            | "firma"
            | "signature"
    )
}

/// The element holds a date.
pub(super) fn is_date(word: &str) -> bool {
    matches!(
        word,
        "date"
            | "time"
            | "datetime"
            | "timestamp"
            | "posted"
            | "published"
            | "ago"
            | "age"
            | "datum"
            | "zeit"
            | "fecha"
            | "data"
            | "created"
            | "when"
            | "dtstamp"
            | "pubdate"
            | "datecreated"
            | "datepublished"
            | "commentdate"
            | "commenttime"
            | "metadata"
            | "meta"
            | "relativetime"
            | "permalink"
            | "submitted"
            | "day"
            | "hour"
    )
}

/// The element holds the message.
pub(super) fn is_body(word: &str) -> bool {
    matches!(
        word,
        "body"
            | "content"
            | "text"
            | "texte"
            | "message"
            | "contenttext"
            | "commenttext"
            | "commentbody"
            | "commentcontent"
            | "texto"
            | "inhalt"
            | "description"
            | "entry"
            | "markdown"
            | "md"
            | "bodytext"
            | "usertext"
            | "msg"
            | "contenido"
            | "nachricht"
            | "richtext"
            | "prose"
            | "cooked"
            | "kommentartext"
            | "copy"
            | "testo"
    )
}

/// The element holds buttons, badges and the like.
pub(super) fn is_control(word: &str) -> bool {
    matches!(
        word,
        "reply"
            | "replies"
            | "respond"
            | "like"
            | "likes"
            | "likebtn"
            | "dislike"
            | "vote"
            | "votes"
            | "voting"
            | "rating"
            | "ratings"
            | "stars"
            | "share"
            | "sharing"
            | "report"
            | "flag"
            | "action"
            | "actions"
            | "toolbar"
            | "tools"
            | "buttons"
            | "button"
            | "permalink"
            | "avatar"
            | "gravatar"
            | "badge"
            | "badges"
            | "controls"
            | "control"
            | "dropdown"
            | "hovercard"
            | "form"
            | "moderation"
            | "edit"
            | "delete"
            | "links"
            | "score"
            | "karma"
            | "says"
            | "icon"
            | "tooltip"
            | "menu"
            | "antworten"
            | "melden"
            | "respondre"
            | "repondre"
            | "cld"
            | "feedback"
            | "awaiting"
            | "rank"
            | "signature"
            | "sig"
            | "upvote"
            | "downvote"
            | "social"
            | "addquote"
            | "spinner"
            | "count"
            | "title"
            | "titre"
            | "subject"
            | "footer"
            | "meta"
            | "readmore"
            | "expand"
            | "hide"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_names_of_classes() {
        let all = |name| words(name).collect::<Vec<_>>();
        assert_eq!(all("commentAuthor fn"), ["comment", "author", "fn"]);
        assert_eq!(all("wc-comment__text is_new2"), ["wc", "comment", "text", "is", "new2"]);
        assert_eq!(all("https://schema.org/UserComments"), ["https", "schema", "org", "user", "comments"]);
    }
}
