//! Threads of comments in plain text, in each convention that is read.

use super::Form::{self, Count, Repeat};
use super::{FAMILY, GIVEN, one_of, sentence, word};

const HEADING: &str =
    "Bridge vote divides the valley\n\nThe bridge stays shut until March, the council said.\n\nComments\n\n";

fn author(number: usize) -> String {
    format!("{} {}", one_of(&GIVEN, number), one_of(&FAMILY, number / 8))
}

pub(super) const SHAPES: &[(&str, Form)] = &[
    (
        "comments: name and date",
        Count(HEADING, |n| format!("{} · {} hours ago\n{}\n\n", author(n), n % 20 + 2, sentence(n)), ""),
    ),
    (
        "comments: name, then date",
        Count(HEADING, |n| format!("{}\n{} March 2024\n{}\n\n", author(n), n % 28 + 1, sentence(n)), ""),
    ),
    (
        "comments: date, then name",
        Count(HEADING, |n| format!("{} March 2024\n{}\n{}\n\n", n % 28 + 1, author(n), sentence(n)), ""),
    ),
    ("comments: name alone", Count(HEADING, |n| format!("{}\n{}\n\n", author(n), sentence(n)), "")),
    ("comments: name and colon", Count(HEADING, |n| format!("{}: {}\n", author(n), sentence(n)), "")),
    ("comments: says", Count(HEADING, |n| format!("{} says:\n{}\n\n", author(n), sentence(n)), "")),
    ("comments: distinct names", Count(HEADING, |n| format!("{}\n2 days ago\n{}\nReply\n", word(n), sentence(n)), "")),
    (
        "comments: replies to",
        Count(
            HEADING,
            |n| format!("{} → {}\n{} hours ago\n{}\n\n", author(n), author(n + 1), n % 20 + 2, sentence(n)),
            "",
        ),
    ),
    (
        "comments: indented",
        Count(HEADING, |n| format!("{0}{1} · 2 days ago\n{0}{2}\n\n", "  ".repeat(n % 8), author(n), sentence(n)), ""),
    ),
    ("comments: one letter each", Repeat(HEADING, "Ann · 2 days ago\na\n", "")),
    ("comments: headings", Repeat("", "Comments\n\n", "")),
    ("comments: headers without text", Repeat(HEADING, "Ann · 2 days ago\n", "")),
    ("comments: dates", Repeat(HEADING, "2 days ago\n", "")),
    ("comments: buttons", Repeat(HEADING, "Reply\nShare\nLike\n", "")),
];
