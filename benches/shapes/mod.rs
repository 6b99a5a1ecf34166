//! Texts and pages of one shape in any size: what the growth benchmark and its short form in `tests/growth.rs` measure on.

mod comments;
mod html;
mod marks;
mod text;

/// A kind of input that can be made as long as one likes.
#[derive(Clone, Copy)]
pub(crate) struct Shape {
    /// What it is called in tables and on the command line.
    pub(crate) name: &'static str,
    /// Whether it is HTML and not plain text.
    pub(crate) html: bool,
    form: Form,
}

/// How a shape grows.
#[derive(Clone, Copy)]
enum Form {
    /// The same piece again and again, between a head and a tail.
    Repeat(&'static str, &'static str, &'static str),
    /// One piece after the other, each made from its number, between a head and a tail.
    Count(&'static str, fn(usize) -> String, &'static str),
    /// As many openings as closings, and a word in the middle.
    Nest(&'static str, &'static str),
}

impl Shape {
    /// An input of this shape of about `bytes` bytes, the same at every run.
    pub(crate) fn input(&self, bytes: usize) -> String {
        let mut input = String::with_capacity(bytes + bytes / 8);
        match self.form {
            Form::Repeat(head, piece, tail) => {
                input.push_str(head);
                input.push_str(&piece.repeat((bytes.saturating_sub(head.len() + tail.len()) / piece.len()).max(1)));
                input.push_str(tail);
            }
            Form::Count(head, piece, tail) => {
                input.push_str(head);
                let mut number = 0;
                while input.len() + tail.len() < bytes {
                    input.push_str(&piece(number));
                    number += 1;
                }
                input.push_str(tail);
            }
            Form::Nest(open, close) => {
                let levels = (bytes / (open.len() + close.len())).max(1);
                input.push_str(&open.repeat(levels));
                input.push_str("word");
                input.push_str(&close.repeat(levels));
            }
        }
        input
    }
}

/// All shapes.
pub(crate) fn all() -> Vec<Shape> {
    let lists = [text::SHAPES, marks::SHAPES, comments::SHAPES];
    let texts = lists.into_iter().flatten().map(|&(name, form)| Shape { name, html: false, form });
    texts.chain(html::SHAPES.iter().map(|&(name, form)| Shape { name, html: true, form })).collect()
}

/// A number from 0 to `below` that looks as if drawn by lot, the same for the same `number` (the finaliser of SplitMix64).
fn lot(number: usize, below: usize) -> usize {
    let mut x = (number as u64).wrapping_add(0x9e37_79b9_7f4a_7c15);
    x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    (x ^ (x >> 31)) as usize % below
}

/// One of `list`, by the same lot.
fn one_of<'a>(list: &[&'a str], number: usize) -> &'a str {
    list[lot(number, list.len())]
}

const SYLLABLES: [&str; 24] = [
    "ba", "ber", "cal", "da", "den", "el", "fa", "gor", "ha", "in", "jo", "ka", "lin", "mar", "na", "or", "pel", "qui",
    "ros", "sa", "ten", "ul", "vor", "wy",
];

/// A word that hardly any other number gives: some four syllables.
fn word(number: usize) -> String {
    let syllables = (0..2 + lot(number, 3)).map(|at| SYLLABLES[lot(number * 7 + at, SYLLABLES.len())]);
    syllables.chain([SYLLABLES[number % 24], SYLLABLES[number / 24 % 24]]).collect()
}

/// The same with a capital.
fn name(number: usize) -> String {
    let mut word = word(number);
    if let Some(first) = word.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    word
}

const GIVEN: [&str; 8] = ["Ada", "Tomas", "Miriam", "Jean", "Priya", "Sergio", "Leila", "Owen"];
const FAMILY: [&str; 8] = ["Brook", "Lindqvist", "Okafor", "Valcourt", "Raman", "Benetti", "Haddad", "Marsh"];
const PLAIN: [&str; 6] = [
    "the plan was drawn up after the flood of last year",
    "work on the second span should begin in March",
    "a vote is expected before the summer break",
    "two of the four pumps failed during the storm",
    "some shops in the old town stayed shut",
    "the council had asked for $4.2 million",
];

/// A sentence of a report: who did what.
fn sentence(number: usize) -> String {
    let (given, family) = (one_of(&GIVEN, number), one_of(&FAMILY, number / 3));
    let plain = one_of(&PLAIN, number);
    match number % 4 {
        0 => format!("In Lisbon {plain}, {given} {family} said on Tuesday. "),
        1 => format!("“We know that {plain},” said {family}. "),
        2 => format!("According to the Harbour Authority {plain}. "),
        _ => format!("However {plain}, and nobody in Nairobi had heard of it. "),
    }
}

/// A paragraph of a report.
fn paragraph(number: usize) -> String {
    (0..4).map(|at| sentence(number * 4 + at)).collect::<String>().trim_end().to_owned()
}
