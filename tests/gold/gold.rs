//! What a person wrote down about a fixture, as a file beside it.
//!
//! Fields are separated by ` · `. `?` before a line: people may differ, so it is neither asked for nor held against anybody.

use postil::Span;
use std::ops::Range;

/// One line about a passage.
pub(crate) struct Passage {
    pub(crate) kind: String,
    /// A quote's speaker: names or phrases of which each is right, `-` for nobody, `?` for whoever.
    pub(crate) speaker: String,
    /// A normalised value, where one is written down.
    pub(crate) value: Option<String>,
    pub(crate) span: Span,
    pub(crate) asked: bool,
}

pub(crate) struct Comment {
    pub(crate) depth: u16,
    pub(crate) author: String,
    pub(crate) text: String,
}

/// Gold for one article. A section that a file does not have is not judged.
#[derive(Default)]
pub(crate) struct Gold {
    /// Title, byline, published, first and last words: name and value.
    pub(crate) facts: Vec<(String, String)>,
    pub(crate) names: Option<Vec<Passage>>,
    pub(crate) values: Option<Vec<Passage>>,
    pub(crate) quotes: Option<Vec<Passage>>,
    pub(crate) comments: Option<Vec<Comment>>,
}

impl Gold {
    /// Reads a gold file; `text` is where its passages are looked for, each after the one before.
    ///
    /// # Panics
    /// Where the file is no gold, or words of it do not stand in `text`.
    pub(crate) fn parse(file: &str, text: &str) -> Self {
        let mut gold = Self::default();
        let mut section = "";
        let mut from = 0;
        for line in file.lines().filter(|line| !line.is_empty()) {
            let (asked, fields) = line.strip_prefix("? ").map_or((true, line), |rest| (false, rest));
            let fields: Vec<&str> = fields.split(" · ").collect();
            match (section, &fields[..]) {
                (_, [name]) => {
                    (section, from) = (name, 0);
                    match *name {
                        "names" => gold.names = Some(Vec::new()),
                        "values" => gold.values = Some(Vec::new()),
                        "quotes" => gold.quotes = Some(Vec::new()),
                        "comments" => gold.comments = Some(Vec::new()),
                        _ => panic!("no section: {line}"),
                    }
                }
                ("", [name, value]) => gold.facts.push(((*name).to_owned(), (*value).to_owned())),
                ("names" | "values", [kind, words, value @ ..]) => {
                    let place = place(text, words, from);
                    from = place.end;
                    let passages = if section == "names" { &mut gold.names } else { &mut gold.values };
                    passages.get_or_insert_default().push(Passage {
                        kind: (*kind).to_owned(),
                        speaker: String::new(),
                        value: value.first().map(|value| (*value).to_owned()),
                        span: Span::new(place.start, place.end),
                        asked,
                    });
                }
                ("quotes", [kind, speaker, words]) => {
                    let place = place(text, words, from);
                    // what stands inside of a quote has a line of its own, after it
                    from = place.start + words.chars().next().map_or(0, char::len_utf8);
                    gold.quotes.get_or_insert_default().push(Passage {
                        kind: (*kind).to_owned(),
                        speaker: (*speaker).to_owned(),
                        value: None,
                        span: Span::new(place.start, place.end),
                        asked,
                    });
                }
                ("comments", [depth, author, text]) => gold.comments.get_or_insert_default().push(Comment {
                    depth: depth.parse().expect("a depth"),
                    author: (*author).to_owned(),
                    text: (*text).to_owned(),
                }),
                _ => panic!("no gold: {line}"),
            }
        }
        gold
    }
}

/// Where `words` stand first from `from` on; `a […] b` is everything from `a` to the next `b`. A name is not looked for inside of words.
fn place(text: &str, words: &str, from: usize) -> Range<usize> {
    let (head, tail) = words.split_once(" […] ").unwrap_or((words, ""));
    let glued = |at: usize| {
        let (before, after) = (text[..at].chars().next_back(), text[at + head.len()..].chars().next());
        let letters = |inner: Option<char>, outer: Option<char>| {
            inner.is_some_and(char::is_alphanumeric) && outer.is_some_and(char::is_alphanumeric)
        };
        letters(head.chars().next(), before) || letters(head.chars().next_back(), after)
    };
    let start = text[from..].match_indices(head).map(|(at, _)| from + at).find(|&at| !glued(at));
    let start = start.unwrap_or_else(|| panic!("“{head}” does not stand in {:?}", &text[from..]));
    let inner = start + head.len();
    let end = text[inner..].find(tail).unwrap_or_else(|| panic!("“{tail}” does not stand after “{head}”"));
    start..inner + end + tail.len()
}
