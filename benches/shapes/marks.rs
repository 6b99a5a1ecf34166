//! Quotation marks and brackets: opened, closed, nested, alternating, with reporting verbs and without.

use super::Form::{self, Count, Nest, Repeat};
use super::{name, one_of, word};

pub(super) const SHAPES: &[(&str, Form)] = &[
    ("quotes with speakers", Count("", |n| format!("“{} {},” said {}. ", name(n), word(n), name(n / 2)), "")),
    ("quotes without stops", Count("", |n| format!("“{}” {} said ", word(n), name(n)), "")),
    ("quotes of one word", Repeat("", "“a” ", "")),
    ("straight quotes", Repeat("", "\"It is late,\" he said. ", "")),
    ("British quotes", Repeat("", "'It is late,' he said. ", "")),
    ("curly British quotes", Repeat("", "‘It is late,’ he said. ", "")),
    ("guillemets", Repeat("", "«a» ", "")),
    ("opening marks", Repeat("", "“", "")),
    ("opening marks with words", Repeat("", "she said “a ", "")),
    ("opening marks in paragraphs", Repeat("", "“It went on and on.\n\n", "")),
    ("closing marks", Repeat("", "”", "")),
    ("closing marks with words", Repeat("", "a ” he said ", "")),
    ("straight marks", Repeat("", "\"", "")),
    ("straight marks with words", Repeat("", "\"a ", "")),
    ("apostrophes", Repeat("", "'", "")),
    ("apostrophes with words", Repeat("", "' a ", "")),
    ("possessives", Repeat("", "the boys' and Ada's ", "")),
    ("clitics", Repeat("", "don't we'll ", "")),
    ("nested quotes", Nest("“a ", " b”")),
    ("nested quotes of two kinds", Nest("“a ‘b ", " c’ d”")),
    ("alternating marks", Repeat("", "“ ‘ ” ’ « » \" ' ", "")),
    ("quotes closed on the next line", Repeat("", "\"a\n", "")),
    ("quoted names", Count("", |n| format!("{} “{}” {} ", one_of(&super::GIVEN, n), word(n), name(n)), "")),
    ("block quotes of text", Repeat("", "> It is late.\n", "")),
    ("brackets", Repeat("", "(", "")),
    ("brackets around words", Repeat("", "(a) ", "")),
    ("nested brackets", Nest("(a ", " b)")),
    ("quotes in brackets", Repeat("", "(“a”, ", "")),
    ("colons", Repeat("", "Roe: “No.” ", "")),
    ("colons without end", Repeat("", "a: ", "")),
    ("according to", Repeat("", "according to Ada Brook ", "")),
    ("relative clauses", Repeat("", "who said \"a\" ", "")),
];
