//! A shape of input, and how it grows.

/// A kind of input that can be made as long as one likes.
#[derive(Clone, Copy)]
pub(crate) struct Shape {
    /// What it is called in tables and on the command line.
    pub(crate) name: &'static str,
    /// Whether it is HTML and not plain text.
    pub(crate) html: bool,
    pub(super) form: Form,
}

/// How a shape grows.
#[derive(Clone, Copy)]
pub(super) enum Form {
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
