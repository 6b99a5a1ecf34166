//! The line above (or below) a comment in pasted text: who wrote it, when, and in answer to whom.

use super::furniture::{is_furniture, is_heading, is_noun};
use crate::text::Span;
use crate::text::date::{self, Printed};

/// What one line tells of a comment. Spans are in bytes of the whole text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Header {
    pub(super) author: Option<Span>,
    pub(super) posted: Option<Span>,
    /// How sure the date is, 0 to 3 ([`Printed::weight`]).
    pub(super) weight: u8,
    /// The date stands before the name.
    pub(super) date_first: bool,
    /// `#3`, `2.1.`: how many numbers; 0 for none.
    pub(super) numbers: usize,
    /// Arrows and bars before it.
    pub(super) marks: usize,
    /// “says”, “wrote”, “posted by”.
    pub(super) said: bool,
    /// An avatar's text alternative before the name.
    pub(super) avatar: bool,
    /// The line says that it is an answer (“Reply by”).
    pub(super) answer: bool,
    /// Whom it answers.
    pub(super) reply_to: Option<Span>,
    /// The line ends with a colon.
    pub(super) colon: bool,
}

/// The longest header, in bytes, and the longest name, in words and code points (Disqus allows 30 characters, WordPress 245 bytes).
const LONGEST: usize = 200;
const NAME_WORDS: usize = 6;
const NAME_LENGTH: usize = 60;

/// Marks around the pieces of a header.
fn is_edge(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            ',' | ';'
                | ':'
                | '|'
                | '·'
                | '•'
                | '-'
                | '–'
                | '—'
                | '('
                | ')'
                | '['
                | ']'
                | '/'
                | '~'
                | '⋅'
                | '●'
                | '*'
                | '\u{200b}'..='\u{200f}'
        )
}

const AVATARS: &[&str] = &[
    "thumb",
    "thumbnail",
    "avatar",
    "gravatar",
    "userpic",
    "profilbild",
    "avatar of",
    "avatar for",
    "avatar von",
    "avatar de",
    "avatar image of",
    "profile picture of",
    "profile image of",
    "profile picture",
    "profile photo of",
    "profile photo",
    "picture of",
    "photo of",
    "user avatar",
    "user icon",
    "user image",
    "user",
    "icon",
    "image of",
    "bild von",
    "photo de",
    "imagen de",
    "foto von",
    "foto de",
];
const LEADS: &[&str] = &[
    "posted by",
    "comment by",
    "comment from",
    "written by",
    "submitted by",
    "commented by",
    "by",
    "from",
    "posted",
    "at",
    "on",
    "geschrieben von",
    "kommentar von",
    "von",
    "par",
    "por",
    "publié par",
    "commentaire de",
    "comentario de",
    "am",
    "um",
    "le",
    "el",
    "da",
    "di",
    "author:",
    "name:",
    "user:",
    "autor:",
    "guest:",
];
const ANSWERS: &[&str] = &[
    "reply by",
    "reply from",
    "author reply by",
    "response from",
    "response by",
    "antwort von",
    "réponse de",
    "respuesta de",
    "risposta di",
    "replied by",
];
const SAID: &[&str] = &[
    "says",
    "said",
    "wrote",
    "writes",
    "commented",
    "comments",
    "replied",
    "replies",
    "schrieb",
    "schreibt",
    "sagt",
    "sagte",
    "meint",
    "meinte",
    "kommentierte",
    "antwortet",
    "antwortete",
    "a écrit",
    "a dit",
    "dit",
    "écrit",
    "dice",
    "dijo",
    "escribió",
    "ha scritto",
    "scrive",
    "disse",
    "schreef",
    "zegt",
    "said on",
    "wrote on",
    "says on",
    "posted",
    "posted on",
    "commented on",
    "posted at",
    "published",
    "left this comment",
    "responds",
    "responded",
    "answered",
];
const TAILS: &[&str] = &[
    "on",
    "at",
    "am",
    "um",
    "le",
    "el",
    "the",
    "il",
    "op",
    "à",
    "vom",
    "said",
    "edited",
    "reply",
    "permalink",
    "author",
    "mod",
    "from",
];
const REPLYING: &[&str] = &[
    " replying to ",
    " in reply to ",
    " replied to ",
    " replies to ",
    " in response to ",
    " answered ",
    " answering ",
    " responding to ",
    " als antwort auf ",
    " antwortet auf ",
    " antwort auf ",
    " en réponse à ",
    " répond à ",
    " en respuesta a ",
    " respondió a ",
    " responde a ",
    " in risposta a ",
    " > ",
    " → ",
    " ▶ ",
    " ► ",
    " » ",
    " ➜ ",
    " ⇒ ",
    " -> ",
    " @",
];

/// What `line` says as a header; `None` when it is too long to be one.
pub(super) fn read(text: &str, line: Span) -> Option<Header> {
    if line.len() > LONGEST {
        return None;
    }
    let mut header = Header::default();
    let mut rest = line;
    rest = marks(text, rest, &mut header);
    rest = numbers(text, rest, &mut header);
    header.colon = rest.str(text).trim_end().ends_with(':');
    let printed = date::find(rest.str(text));
    let (before, behind) = match printed {
        Some(Printed { span, .. }) => {
            let at = Span::new(rest.start + span.start, rest.start + span.end);
            header.posted = Some(at);
            header.weight = printed.map_or(0, |p| p.weight());
            (Span::new(rest.start, at.start), Span::new(at.end, rest.end))
        }
        None => (rest, Span::new(rest.end, rest.end)),
    };
    for (piece, last) in [(before, false), (behind, true)] {
        if header.author.is_none() {
            header.author = name(text, piece, &mut header);
            header.date_first = last && header.author.is_some();
        } else {
            // “Ann 3h · in reply to Bo”
            let mut own = Header::default();
            let _ = name(text, Span::new(piece.start.saturating_sub(1), piece.end), &mut own);
            header.reply_to = header.reply_to.or(own.reply_to);
            let others = piece.str(text);
            if own.reply_to.is_none() && others.split_whitespace().count() > NAME_WORDS {
                return None; // a sentence with a date in it
            }
        }
    }
    Some(header)
}

/// Passes arrows and bars that show depth.
fn marks(text: &str, span: Span, header: &mut Header) -> Span {
    let words = span.str(text);
    let inner = words.trim_start_matches(|c: char| {
        c.is_whitespace()
            || matches!(
                c,
                '↳' | '└'
                    | '→'
                    | '»'
                    | '›'
                    | '>'
                    | '|'
                    | '·'
                    | '–'
                    | '—'
                    | '-'
                    | '*'
                    | '•'
                    | '⤷'
                    | '↪'
                    | '─'
                    | '│'
                    | '├'
                    | '╰'
            )
    });
    let lead = words.get(..words.len() - inner.len()).unwrap_or_default();
    header.marks = lead.chars().filter(|c| !c.is_whitespace()).count();
    Span::new(span.start + lead.len(), span.end)
}

/// Passes `#3`, `3.`, `(3)`, `Comment 3:`, `2.1`.
fn numbers(text: &str, span: Span, header: &mut Header) -> Span {
    let words = span.str(text);
    let first = words.split_whitespace().next().unwrap_or_default();
    let noun = !first.is_empty()
        && (is_noun(&first.to_lowercase())
            || matches!(first.to_lowercase().as_str(), "no." | "nr." | "n°" | "№" | "post"));
    let inner = if noun { words.get(first.len()..).unwrap_or_default().trim_start() } else { words };
    let token = inner.split_whitespace().next().unwrap_or_default();
    let core = token.trim_matches(|c: char| !c.is_ascii_digit());
    let shut = token.len() > core.len()
        && token.trim_start_matches(['#', '(', '[', '№']).trim_end_matches([')', ']', '.', ':', ',']).len()
            == core.len();
    let good = !core.is_empty()
        && core.split('.').all(|n| (1..=5).contains(&n.len()) && n.bytes().all(|b| b.is_ascii_digit()));
    let follows = inner.len() > token.len();
    if good
        && (shut || noun)
        && follows
        && core.split('.').count() <= 8
        && !(core.contains('.') && date::find(inner).is_some_and(|d| d.span.start == 0))
    {
        // “3. May 2021” is a date
        if !date::find(inner).is_some_and(|d| d.span.start == 0 && d.span.end > token.len()) {
            header.numbers = core.split('.').count();
            return Span::new(span.end - inner.len() + token.len(), span.end).trim(text);
        }
    }
    span
}

/// The name in a piece of a header, with the words around it passed.
fn name(text: &str, piece: Span, header: &mut Header) -> Option<Span> {
    let mut span = edges(text, piece);
    // who is answered stands behind the name, or alone
    let padded = format!(" {} ", span.str(text).to_lowercase());
    let answers = || {
        REPLYING
            .iter()
            .filter_map(|m| padded.find(m).map(|at| (at, *m)))
            .min_by_key(|&(at, m)| (at, usize::MAX - m.len()))
    };
    // lower-casing may change lengths in a few scripts; a name that begins with “@” is no answer
    if padded.len() == span.len() + 2
        && let Some((at, mark)) = answers()
        && (mark != " @" || at > 0)
    {
        let right = edges(text, Span::new(span.start + (at + mark.len()).saturating_sub(1), span.end));
        header.reply_to = shorten(text, right);
        span = edges(text, Span::new(span.start, (span.start + at).max(span.start)));
    }
    let span = around(text, span, header);
    shorten(text, span)
}

/// Passes the words around a name: “posted by”, “says”.
fn around(text: &str, mut span: Span, header: &mut Header) -> Span {
    loop {
        let before = span;
        for (words, flag) in [(AVATARS, 0), (ANSWERS, 1), (LEADS, 2)] {
            if let Some(next) = strip_first(text, span, words) {
                span = edges(text, next);
                match flag {
                    0 => header.avatar = true,
                    1 => header.answer = true,
                    _ => {
                        header.said |= before
                            .str(text)
                            .get(..2)
                            .is_some_and(|w| matches!(w.to_lowercase().as_str(), "by" | "po" | "co" | "wr" | "su"))
                    }
                }
            }
        }
        if let Some(next) = strip_last(text, span, SAID) {
            span = edges(text, next);
            header.said = true;
        } else if let Some(next) = strip_last(text, span, TAILS) {
            span = edges(text, next);
        }
        if span == before {
            break;
        }
    }
    let avatar_behind = ["'s avatar", "’s avatar", "'s profile picture", "’s profile picture"];
    if let Some(a) = avatar_behind.iter().find(|a| span.str(text).ends_with(**a)) {
        span = Span::new(span.start, span.end - a.len());
        header.avatar = true;
    }
    span
}

/// The first piece of `span` that is a name: badges, places and counts of votes stand behind it.
fn shorten(text: &str, span: Span) -> Option<Span> {
    let mut at = span.start;
    for piece in span.str(text).split(['·', '•', '|', '⋅', '●', '\t']) {
        let whole = edges(text, Span::new(at, at + piece.len()));
        at += piece.len();
        at += text.get(at..).and_then(|t| t.chars().next()).map_or(0, char::len_utf8);
        if whole.is_empty() || is_furniture(whole.str(text)) {
            continue;
        }
        // “Ann Lee, Leeds”
        let words = whole.str(text);
        let cut =
            words.find(", ").filter(|&c| words.get(..c).is_some_and(|n| n.chars().count() >= 2)).unwrap_or(words.len());
        let cut = words.find(" from ").filter(|&c| c > 1).unwrap_or(cut).min(cut);
        let name = edges(text, Span::new(whole.start, whole.start + cut));
        return is_name(name.str(text)).then_some(name);
    }
    None
}

/// Whether the words may be a name that somebody signs with.
fn is_name(words: &str) -> bool {
    let count = words.split_whitespace().count();
    let last = words.rsplit(char::is_whitespace).next().unwrap_or_default();
    let abbreviated = last.ends_with('.') && last.chars().filter(|c| c.is_alphanumeric()).count() <= 3;
    (1..=NAME_WORDS).contains(&count)
        && words.chars().count() <= NAME_LENGTH
        && words.chars().any(char::is_alphanumeric)
        && (!words.ends_with(['.', '!', '?', ',', ':', '"', '”', '。'])
            || abbreviated
            || words.ends_with("...")
            || count == 1 && words.len() > 1 && !words.ends_with(['.', ',']))
        && !is_furniture(words)
        && !is_heading(words)
        && (words.chars().any(char::is_alphabetic) || count == 1)
}

/// The span without the marks that part the pieces of a header; a closing bracket stays with its opening one.
fn edges(text: &str, span: Span) -> Span {
    let words = span.str(text);
    let tail = words.trim_start_matches(is_edge);
    let start = span.start + (words.len() - tail.len());
    let mut inner = tail.trim_end_matches(is_edge);
    if tail.get(inner.len()..).is_some_and(|t| t.starts_with(')')) && inner.contains('(') {
        inner = tail.get(..=inner.len()).unwrap_or(inner);
    }
    Span::new(start, start + inner.len())
}

fn strip_first(text: &str, span: Span, words: &[&str]) -> Option<Span> {
    let lower = span.str(text).to_lowercase();
    let longest = words
        .iter()
        .filter(|w| lower.strip_prefix(**w).is_some_and(|r| r.starts_with([' ', ':', '\t', '\u{a0}']) || r.is_empty()))
        .map(|w| w.len())
        .max()?;
    Some(Span::new((span.start + longest).min(span.end), span.end)).filter(|s| s.of(text).is_some())
}

fn strip_last(text: &str, span: Span, words: &[&str]) -> Option<Span> {
    let lower = span.str(text).to_lowercase();
    if lower.len() != span.len() {
        return None;
    }
    let longest = words
        .iter()
        .filter(|w| {
            lower
                .strip_suffix(**w)
                .is_some_and(|r| r.is_empty() || r.ends_with([' ', '\t', '\u{a0}', ',', '|', '·', ')']))
        })
        .map(|w| w.len())
        .max()?;
    Some(Span::new(span.start, span.end - longest)).filter(|s| s.of(text).is_some())
}

/// The name in the words of an element that holds one: without “says:”, a date, an avatar's words.
///
/// When markup tells (`marked`) that it is a name, it may be any words: `Ann, Leeds`, `what was it....`, `no?!`.
pub(super) fn read_name(words: &str, marked: bool) -> Option<&str> {
    let mut header = Header::default();
    let whole = Span::new(0, words.len());
    let mut read = |span| {
        if marked {
            Some(around(words, edges(words, span), &mut header))
                .filter(|s| !s.is_empty() && !is_furniture(s.str(words)))
        } else {
            name(words, span, &mut header)
        }
    };
    let name = match date::find(words).filter(|p| p.weight() >= 2) {
        Some(printed) => {
            read(Span::new(0, printed.span.start)).or_else(|| read(Span::new(printed.span.end, words.len())))
        }
        None => read(whole),
    };
    name?.of(words)
}

/// Whether the words are only those around a header's name and date.
pub(super) fn is_header_words(words: &str) -> bool {
    let rest = match date::find(words) {
        Some(p) if p.weight() >= 2 => {
            format!("{} {}", Span::new(0, p.span.start).str(words), Span::new(p.span.end, words.len()).str(words))
        }
        _ => words.to_owned(),
    };
    rest.split(|c: char| is_edge(c) || c == '.').filter(|w| !w.is_empty()).all(|w| {
        let w = w.to_lowercase();
        SAID.contains(&w.as_str())
            || LEADS.contains(&w.as_str())
            || TAILS.contains(&w.as_str())
            || AVATARS.contains(&w.as_str())
            || is_furniture(&w)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Author and date as found.
    fn parts(line: &str) -> (&str, &str) {
        let header = read(line, Span::new(0, line.len())).unwrap_or_default();
        (header.author.map_or("", |a| a.str(line)), header.posted.map_or("", |p| p.str(line)))
    }

    #[test]
    fn reads_many_conventions() {
        assert_eq!(parts("Thumb ann_b 7 months"), ("ann_b", "7 months"));
        assert_eq!(parts("Ann B. says:"), ("Ann B.", ""));
        assert_eq!(parts("Ann · 3 hours ago"), ("Ann", "3 hours ago"));
        assert_eq!(parts("Posted by Ann at 10:22"), ("Ann", "10:22"));
        assert_eq!(parts("#3 Ann Lee — 3 May 2021"), ("Ann Lee", "3 May 2021"));
        assert_eq!(parts("2. At 9 Jan 2023, a nurse wrote:"), ("a nurse", "9 Jan 2023"));
        assert_eq!(parts("Ann Lee, Leeds, 3 May 2021"), ("Ann Lee", "3 May 2021"));
        assert_eq!(parts("Uta schrieb am 3. März 2022 um 8:05 Uhr:"), ("Uta", "3. März 2022 um 8:05 Uhr"));
        assert_eq!(parts("Le 7 mai 2020 à 12h38, Luc a écrit :"), ("Luc", "7 mai 2020 à 12h38"));
        assert_eq!(parts("Bo's avatar"), ("Bo", ""));
        assert_eq!(parts("— Ann, 3 May 2021"), ("Ann", "3 May 2021"));
        assert_eq!(parts("3 May 2021 | Ann | Reply"), ("Ann", "3 May 2021"));
    }

    #[test]
    fn reads_whom_a_comment_answers() {
        let to = |line: &str| {
            read(line, Span::new(0, line.len()))
                .and_then(|h| Some((h.author?.str(line).to_owned(), h.reply_to?.str(line).to_owned())))
        };
        let pair = |a: &str, b: &str| Some((a.to_owned(), b.to_owned()));
        assert_eq!(to("Bo > Ann Lee • 3 days ago"), pair("Bo", "Ann Lee"));
        assert_eq!(to("Bo replying to Ann · 3h"), pair("Bo", "Ann"));
        assert_eq!(to("Bo · 3h · in reply to Ann"), pair("Bo", "Ann"));
    }

    #[test]
    fn a_sentence_is_no_name() {
        assert_eq!(parts("They said nine nights last time and it was twenty-six."), ("", ""));
        assert_eq!(parts("Good."), ("", ""));
    }
}
