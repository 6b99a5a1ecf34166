//! What a line of pasted text is, by its words alone.

/// Whether `words` end as a sentence does, closing marks aside.
pub(super) fn is_sentence(words: &str) -> bool {
    let end = words.trim_end_matches(['"', '”', '’', '\'', '»', '“', ')', ']', ' ', '」', '』']);
    let dotted = end.ends_with(['.', '!', '?', '。', '！', '？', '۔', '؟', '।', '…']);
    // “U.S.” and “Inc.” end headlines too
    let last = end.rsplit(char::is_whitespace).next().unwrap_or_default();
    let abbreviated = last.ends_with('.') && last.chars().filter(|&c| c == '.').count() > 1 && !end.ends_with("...");
    dotted && !abbreviated
}

/// What marks a list item: the mark itself, or `1` for a number of any value.
pub(super) fn list_marker(words: &str) -> Option<char> {
    let first = words.chars().next()?;
    let rest = words.get(first.len_utf8()..)?;
    if matches!(first, '-' | '*' | '•' | '◦' | '▪' | '‣' | '–' | '·' | '●') {
        return rest.starts_with([' ', '\t', '\u{a0}']).then_some(first);
    }
    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
    let after = words.get(digits..)?;
    let mut marks = after.chars();
    let closed = matches!(marks.next(), Some('.' | ')')) && matches!(marks.next(), Some(' ' | '\t'));
    ((1..=3).contains(&digits) && closed).then_some('1')
}

/// How deep an e-mail's quotation is.
pub(super) fn quote_depth(words: &str) -> Option<u8> {
    let mut depth = 0u8;
    for c in words.chars() {
        match c {
            '>' => depth = depth.saturating_add(1),
            ' ' => {}
            _ => break,
        }
    }
    (depth > 0).then_some(depth)
}

/// Lines of a page's boilerplate, lower case and without marks at the edges; whole lines only.
const BOILERPLATE: &[&str] = &[
    "advertisement",
    "advertising",
    "ad",
    "anzeige",
    "werbung",
    "publicité",
    "publicidad",
    "pubblicità",
    "sponsored",
    "share",
    "share this",
    "share this article",
    "share this story",
    "share on facebook",
    "share on twitter",
    "tweet",
    "facebook",
    "twitter",
    "whatsapp",
    "linkedin",
    "pinterest",
    "reddit",
    "email",
    "e-mail",
    "mail",
    "print",
    "copy link",
    "save",
    "teilen",
    "drucken",
    "partager",
    "imprimer",
    "compartir",
    "imprimir",
    "condividi",
    "skip to content",
    "skip advertisement",
    "menu",
    "subscribe",
    "sign in",
    "log in",
    "sign up",
    "newsletter",
    "story continues below",
    "continue reading",
    "loading",
    "listen to this article",
    "article continues after advertisement",
    "article continues below",
    "follow us",
    "back to top",
    "x",
    "home",
];

/// Words that open a run of links to other articles; whole lines only.
const LINKS: &[&str] = &[
    "read more",
    "read also",
    "also read",
    "more on this",
    "more on this story",
    "related",
    "related articles",
    "related stories",
    "related topics",
    "related content",
    "most read",
    "most popular",
    "trending",
    "recommended",
    "you may also like",
    "you might also like",
    "more from this section",
    "mehr zum thema",
    "lesen sie auch",
    "auch interessant",
    "meistgelesen",
    "à lire aussi",
    "lire aussi",
    "sur le même sujet",
    "lea también",
    "le puede interesar",
    "te puede interesar",
    "leggi anche",
    "leia também",
    "topics",
    "tags",
];

fn plain(words: &str) -> String {
    words.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase()
}

/// Whether the line is the page's boilerplate rather than the article's.
pub(super) fn is_boilerplate(words: &str) -> bool {
    // the longest of them has 36 bytes; a row of them is separated by marks
    if words.len() > 120 {
        return false;
    }
    let whole = plain(words);
    BOILERPLATE.contains(&whole.as_str())
        || words
            .split(['•', '|', '·', '\t'])
            .map(plain)
            .filter(|w| !w.is_empty())
            .all(|w| BOILERPLATE.contains(&w.as_str()))
            && whole.len() > 1
}

/// Whether the line opens a run of links to other articles.
pub(super) fn opens_links(words: &str) -> bool {
    words.len() <= 60 && LINKS.contains(&plain(words).as_str())
}
