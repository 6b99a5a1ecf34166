//! The words around a commenter's name, in lower case, in the languages that threads are most often printed in.

/// Text alternatives of the writer's picture.
#[rustfmt::skip] // a word a line would take pages
pub(super) const AVATARS: &[&str] = &[
    "avatar", "avatar de", "avatar for", "avatar image of", "avatar of", "avatar von", "bild von", "foto de",
    "foto von", "gravatar", "icon", "image of", "imagen de", "photo de", "photo of", "picture of", "profilbild",
    "profile image of", "profile photo", "profile photo of", "profile picture", "profile picture of", "thumb",
    "thumbnail", "user", "user avatar", "user icon", "user image", "userpic",
];

/// What stands before a name.
#[rustfmt::skip] // a word a line would take pages
pub(super) const LEADS: &[&str] = &[
    "am", "at", "author:", "autor:", "by", "comentario de", "comment by", "comment from", "commentaire de",
    "commented by", "da", "di", "el", "from", "geschrieben von", "guest:", "kommentar von", "le", "name:", "on",
    "par", "por", "posted", "posted by", "publié par", "submitted by", "um", "user:", "von", "written by",
];

/// What says before a name that its comment is an answer.
#[rustfmt::skip] // a word a line would take pages
pub(super) const ANSWERS: &[&str] = &[
    "antwort von", "author reply by", "replied by", "reply by", "reply from", "response by", "response from",
    "respuesta de", "risposta di", "réponse de",
];

/// What stands after the name of one who wrote.
#[rustfmt::skip] // a word a line would take pages
pub(super) const SAID: &[&str] = &[
    "a dit", "a écrit", "answered", "antwortet", "antwortete", "commented", "commented on", "comments", "dice",
    "dijo", "disse", "dit", "escribió", "ha scritto", "kommentierte", "left this comment", "meint", "meinte",
    "posted", "posted at", "posted on", "published", "replied", "replies", "responded", "responds", "sagt", "sagte",
    "said", "said on", "says", "says on", "schreef", "schreibt", "schrieb", "scrive", "writes", "wrote", "wrote on",
    "zegt", "écrit",
];

/// What else stands after a name.
#[rustfmt::skip] // a word a line would take pages
pub(super) const TAILS: &[&str] = &[
    "am", "at", "author", "edited", "el", "from", "il", "le", "mod", "on", "op", "permalink", "reply", "said", "the",
    "um", "vom", "à",
];

/// What stands between the one who answers and the one who is answered.
#[rustfmt::skip] // a word a line would take pages
pub(super) const REPLYING: &[&str] = &[
    " replying to ", " in reply to ", " replied to ", " replies to ", " in response to ", " answered ", " answering ",
    " responding to ", " als antwort auf ", " antwortet auf ", " antwort auf ", " en réponse à ", " répond à ",
    " en respuesta a ", " respondió a ", " responde a ", " in risposta a ", " > ", " → ", " ▶ ", " ► ", " » ", " ➜ ",
    " ⇒ ", " -> ", " @",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_sorted() {
        assert!([AVATARS, LEADS, ANSWERS, SAID, TAILS].iter().all(|list| list.is_sorted()));
    }
}
