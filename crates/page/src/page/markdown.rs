//! A note's Markdown, as blocks and pieces of text: what readers type in a note, not all of CommonMark. Nothing in it is markup for the
//! page: what is not known stays the text that it is.

/// A block of a note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Block {
    Paragraph(Vec<Piece>),
    Heading(Vec<Piece>),
    Quote(Vec<Piece>),
    /// Whether its items are numbered.
    List(bool, Vec<Vec<Piece>>),
    Code(String),
}

/// Text of one kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Piece {
    Text(String),
    Stressed(String),
    Strong(String),
    Code(String),
    /// Words, and the address that they lead to: `http` and `https` only.
    Link(String, String),
}

/// The blocks of a note.
pub(crate) fn blocks(note: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut lines = note.lines().peekable();
    while let Some(line) = lines.next() {
        let line = line.trim_end();
        let kind = Kind::of(line);
        if line.trim_start().starts_with("```") {
            let code: Vec<&str> = lines.by_ref().take_while(|line| !line.trim_start().starts_with("```")).collect();
            blocks.push(Block::Code(code.join("\n")));
            continue;
        }
        match kind {
            Kind::Blank => {}
            Kind::Heading(words) => blocks.push(Block::Heading(pieces(words))),
            Kind::Item(numbered, first) => {
                let mut items = vec![pieces(first)];
                while let Some(Kind::Item(same, words)) = lines.peek().map(|line| Kind::of(line)) {
                    if same != numbered {
                        break;
                    }
                    items.push(pieces(words));
                    lines.next();
                }
                blocks.push(Block::List(numbered, items));
            }
            Kind::Quote(first) => {
                let mut words = vec![first];
                while let Some(Kind::Quote(more)) = lines.peek().map(|line| Kind::of(line)) {
                    words.push(more);
                    lines.next();
                }
                blocks.push(Block::Quote(pieces(&words.join("\n"))));
            }
            Kind::Words => {
                let mut words = vec![line];
                while let Some(more) =
                    lines.next_if(|line| matches!(Kind::of(line), Kind::Words) && !line.trim_start().starts_with("```"))
                {
                    words.push(more.trim_end());
                }
                blocks.push(Block::Paragraph(pieces(&words.join("\n"))));
            }
        }
    }
    blocks
}

/// What a line begins.
enum Kind<'a> {
    Blank,
    Heading(&'a str),
    Item(bool, &'a str),
    Quote(&'a str),
    Words,
}

impl<'a> Kind<'a> {
    fn of(line: &'a str) -> Self {
        let line = line.trim();
        if line.is_empty() {
            return Self::Blank;
        }
        if let Some(words) = line.strip_prefix('>') {
            return Self::Quote(words.trim_start());
        }
        let heading = line.trim_start_matches('#');
        if heading.len() < line.len() && line.len() - heading.len() <= 6 && heading.starts_with(' ') {
            return Self::Heading(heading.trim());
        }
        if let Some(words) = ["- ", "* ", "+ "].iter().find_map(|mark| line.strip_prefix(mark)) {
            return Self::Item(false, words);
        }
        let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
        let digits = line.len() - rest.len();
        match rest.strip_prefix(". ").or_else(|| rest.strip_prefix(") ")) {
            Some(words) if (1..=4).contains(&digits) => Self::Item(true, words),
            _ => Self::Words,
        }
    }
}

/// The pieces of a text. What opens and does not close is text.
fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut plain = String::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let before = plain.chars().next_back();
        match piece_at(rest, before) {
            Some((piece, after)) => {
                if !plain.is_empty() {
                    pieces.push(Piece::Text(std::mem::take(&mut plain)));
                }
                pieces.push(piece);
                rest = after;
            }
            None => {
                plain.push(first);
                rest = rest.get(first.len_utf8()..).unwrap_or_default();
            }
        }
    }
    if !plain.is_empty() {
        pieces.push(Piece::Text(plain));
    }
    pieces
}

/// The piece that a text begins with, unless that is plain, and what follows it. `before` stands before it.
fn piece_at(text: &str, before: Option<char>) -> Option<(Piece, &str)> {
    let in_word = before.is_some_and(char::is_alphanumeric);
    if let Some((words, after)) = between(text, "`", "`") {
        return Some((Piece::Code(words.to_owned()), after));
    }
    for mark in ["**", "__", "*", "_"] {
        let Some((words, after)) = between(text, mark, mark) else { continue };
        let joined = mark.starts_with('_') && (in_word || after.starts_with(char::is_alphanumeric));
        if joined || words != words.trim() || words.starts_with(mark) {
            return None;
        }
        let piece = if mark.len() == 2 { Piece::Strong } else { Piece::Stressed };
        return Some((piece(words.to_owned()), after));
    }
    if let Some((words, after)) = between(text, "[", "](")
        && let Some((address, after)) = after.split_once(')')
        && is_web(address)
    {
        return Some((Piece::Link(words.to_owned(), address.to_owned()), after));
    }
    if in_word || !is_web(text) {
        return None;
    }
    let end = text.find(|c: char| c.is_whitespace() || "<>\"".contains(c)).unwrap_or(text.len());
    let address = text.get(..end)?.trim_end_matches(['.', ',', ';', ':', '!', '?', ')']);
    Some((Piece::Link(address.to_owned(), address.to_owned()), text.get(address.len()..)?))
}

/// What stands between two marks at the start of a text, on one line, and what follows.
fn between<'a>(text: &'a str, open: &str, close: &str) -> Option<(&'a str, &'a str)> {
    let (words, after) = text.strip_prefix(open)?.split_once(close)?;
    (!words.is_empty() && !words.contains('\n')).then_some((words, after))
}

fn is_web(address: &str) -> bool {
    let rest = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"));
    rest.is_some_and(|rest| rest.starts_with(char::is_alphanumeric))
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;

    fn text(words: &str) -> Piece {
        Piece::Text(words.to_owned())
    }

    fn link(words: &str, address: &str) -> Piece {
        Piece::Link(words.to_owned(), address.to_owned())
    }

    #[test]
    fn blocks_are_told_apart() {
        let note =
            "# Ask\nWho built it?\nWhen?\n\n- the port\n- the union\n1. first\n> We won\n> again\n```\n*raw*\n```";
        let expected = [
            Block::Heading(vec![text("Ask")]),
            Block::Paragraph(vec![text("Who built it?\nWhen?")]),
            Block::List(false, vec![vec![text("the port")], vec![text("the union")]]),
            Block::List(true, vec![vec![text("first")]]),
            Block::Quote(vec![text("We won\nagain")]),
            Block::Code("*raw*".to_owned()),
        ];
        assert_eq!(blocks(note), expected);
    }

    #[test]
    fn pieces_are_told_apart() {
        let all = pieces("a *b* **c** `d*` [e](https://f.example/) g_h_i");
        let stressed = Piece::Stressed("b".to_owned());
        let (strong, code) = (Piece::Strong("c".to_owned()), Piece::Code("d*".to_owned()));
        let address = link("e", "https://f.example/");
        assert_eq!(all, [text("a "), stressed, text(" "), strong, text(" "), code, text(" "), address, text(" g_h_i")]);
        assert_eq!(
            pieces("see https://a.example/b."),
            [text("see "), link("https://a.example/b", "https://a.example/b"), text(".")]
        );
    }

    #[test]
    fn what_is_not_closed_or_leads_elsewhere_is_text() {
        for words in [
            "2 * 3 * 4",
            "**open",
            "a*",
            "[x](javascript:alert(1))",
            "[x](data:,y)",
            "<img src=x onerror=alert(1)>",
            "[x]",
            "`",
            "_",
            "* *",
            "https://",
        ] {
            assert_eq!(pieces(words), [text(words)], "{words}");
        }
    }
}
